import { Link } from "@/components/ui/link";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { forPage } from "@/lib/access/page";
import { can } from "@/lib/access/policy";
import { formatInstant } from "@/lib/platform/text/dates";
import { listVersions, verifyVersion } from "@/lib/report/version/queries/versions";
import { shortHash } from "@/lib/report/version/version";
import { reportPath } from "../../shown-report";
import { readReport, reportTitle } from "../read-report";
import { ReportHeader } from "../report-header";
import { WritingHistory } from "./writing-history";
import { FileLinks } from "./file-links";
import { VersionState } from "./version-state";

type Props = PageProps<"/reviews/[review]/reports/[report]/history">;

export const generateMetadata = ({ params }: Props) => reportTitle(params, "Versions");

export default async function History({ params, searchParams }: Props) {
  const { viewer, report } = await readReport(params);
  const versions = await forPage(listVersions(viewer, report));
  const works = can(viewer, "review.work", report);
  const rows = [];
  for (const version of versions) {
    const { verified, gaps } = await forPage(verifyVersion(viewer, report, version.number));
    const path = reportPath(report);
    rows.push({
      key: version.id,
      cells: [
        <Link key="open" href={`${path}/versions/${version.number}`}>
          Version {version.number}
        </Link>,
        <>
          {formatInstant(version.savedAt)}
          {works && `, ${version.savedBy}`}
          {works && version.name && <span className="block text-soft">“{version.name}”</span>}
        </>,
        <VersionState key="state" viewer={viewer} report={report} version={version} all={versions} />,
        <>
          <code className="text-sm">{shortHash(version.hash)}</code>{" "}
          <Tag tone={verified ? "success" : "danger"}>{verified ? "Verified" : "Changed"}</Tag>
          {gaps > 0 && (
            <span className="block text-soft">{gaps === 1 ? "1 marked gap" : `${gaps} marked gaps`}</span>
          )}
        </>,
        <FileLinks key="files" viewer={viewer} report={report} number={version.number} />,
      ],
    });
  }
  return (
    <>
      <ReportHeader viewer={viewer} report={report} here="history" />
      {rows.length === 0 ? (
        <EmptyState title="No version has been saved yet">
          Save a version on the page where you edit the draft. You can then open it for comments, publish it
          and download it.
        </EmptyState>
      ) : (
        <>
          {(works || versions.length > 1) && (
            <p className="mb-6">
              <Link href={`${reportPath(report)}/history/compare`}>Compare versions</Link>
            </p>
          )}
          <Table
            caption="Versions, newest first"
            columns={[
              { label: "Version" },
              { label: "Saved" },
              { label: "State" },
              { label: "Fingerprint" },
              { label: "Download" },
            ]}
            rows={rows}
          />
        </>
      )}
      <FingerprintNote />
      {can(viewer, "report.write", report) && (
        <WritingHistory viewer={viewer} report={report} asked={(await searchParams).entries} />
      )}
    </>
  );
}

function FingerprintNote() {
  return (
    <p className="mt-6 max-w-measure text-meta text-soft">
      A fingerprint is calculated from every word of a version, in order. “Verified” means that we have just
      calculated it again and nothing has changed. Words removed at a speaker’s request leave a marked gap,
      and the rest can still be verified.
    </p>
  );
}
