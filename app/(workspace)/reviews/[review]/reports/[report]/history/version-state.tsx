import { Link } from "@/components/ui/link";
import { can, type Viewer } from "@/lib/access/policy";
import type { Report } from "@/lib/report/draft/queries/reports";
import type { VersionSummary } from "@/lib/report/version/queries/versions";
import { publishedPath, reportPath } from "../../shown-report";
import { publicationWords } from "../publication-words";

type Props = { viewer: Viewer; report: Report; version: VersionSummary; all: readonly VersionSummary[] };

/** What became of a version, and what the viewer can do with it. */
export function VersionState({ viewer, report, version, all }: Props) {
  const { number, publishedAt, withdrawnAt } = version;
  const path = `${reportPath(report)}/versions/${number}`;
  return (
    <span>
      {publicationWords(version, all)}
      <span className="flex flex-wrap gap-x-4">
        {publishedAt && (
          <a
            href={`${publishedPath(report)}/${number}`}
            aria-label={`Published page of version ${number}`}
            className="inline-block py-1"
          >
            Published page
          </a>
        )}
        {can(viewer, "report.write", report) && (
          <Link
            href={`${path}/restore`}
            aria-label={`Restore version ${number}`}
            className="inline-block py-1"
          >
            Restore
          </Link>
        )}
        {publishedAt && !withdrawnAt && can(viewer, "report.withdraw", report) && (
          <Link
            href={`${path}/withdraw`}
            aria-label={`Withdraw version ${number}`}
            className="inline-block py-1"
          >
            Withdraw
          </Link>
        )}
      </span>
    </span>
  );
}
