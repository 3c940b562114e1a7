import { VersionChanges } from "@/components/report/version/version-changes";
import { Form } from "@/components/ui/form/form";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { forPage, requireForPage } from "@/lib/access/page";
import { formatInstant } from "@/lib/platform/text/dates";
import { countChanges } from "@/lib/report/version/compare/compare";
import { restoreDraft } from "../../../../actions";
import { crumbs, reportPath } from "../../../../shown-report";
import { DRAFT, readComparison } from "../../../history/comparison";
import { reportTitle } from "../../../read-report";
import { readVersionPage } from "../read-version";

type Props = PageProps<"/reviews/[review]/reports/[report]/versions/[number]/restore">;

export async function generateMetadata({ params }: Props) {
  return reportTitle(params, `Restore version ${(await params).number}`);
}

/** Shows what restoring a version would change in the draft, and asks. */
export default async function RestoreVersion({ params }: Props) {
  const { viewer, report, version } = await readVersionPage(params);
  await requireForPage(viewer, "report.write", report);
  const { number } = version;
  const changes = await forPage(readComparison(viewer, report, { from: DRAFT, to: String(number) }));
  const history = `${reportPath(report)}/history`;
  return (
    <>
      <PageHeader
        title={`Restore version ${number}?`}
        breadcrumb={[...crumbs(report, "here"), { label: "Versions", href: history }]}
        meta={`${version.name === "" ? "" : `“${version.name}”, `}saved on ${formatInstant(version.savedAt)}`}
      />
      {version.gaps > 0 && (
        <div className="mb-6">
          <Notice tone="warning" title="Some words cannot be restored">
            They were removed at a speaker’s request, or are no longer kept. They stay marked gaps in the
            draft.
          </Notice>
        </div>
      )}
      {countChanges(changes) > 0 && (
        <>
          <p className="mb-6 max-w-measure">
            The draft will read as version {number} does, and its statements will cite what they cited then.
            What the draft says now is saved as a version first, so that you can go back. Published versions
            stay as they are.
          </p>
          <Form
            action={restoreDraft}
            submitLabel={`Restore version ${number}`}
            actions={<Link href={history}>Leave the draft as it is</Link>}
          >
            <input type="hidden" name="versionId" value={version.id} />
            <input type="hidden" name="next" value={history} />
          </Form>
        </>
      )}
      <h2 className="mt-8 mb-4 text-subheading">What would change in the draft</h2>
      <div className="max-w-measure">
        <VersionChanges changes={changes} evidence />
      </div>
    </>
  );
}
