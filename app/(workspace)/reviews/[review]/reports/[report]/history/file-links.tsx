import { Link } from "@/components/ui/link";
import type { Viewer } from "@/lib/access/policy";
import type { Report } from "@/lib/report/draft/queries/reports";
import { reportPath } from "../../shown-report";
import { versionFiles } from "../../version-files";

type Props = { viewer: Viewer; report: Report; number: number };

/** A version as files, as it reads, and where its other files are. */
export function FileLinks({ viewer, report, number }: Props) {
  return (
    <span className="inline-flex flex-wrap gap-x-3">
      {versionFiles(viewer, report, number)[0]?.files.map(({ label, href }) => (
        <a key={href} href={href} aria-label={`${label}, version ${number}`} className="inline-block py-1">
          {label}
        </a>
      ))}
      <Link
        href={`${reportPath(report)}/versions/${number}#files`}
        className="inline-block py-1"
        aria-label={`More files of version ${number}`}
      >
        More
      </Link>
    </span>
  );
}
