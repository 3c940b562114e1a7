import { notFound } from "next/navigation";
import { Form } from "@/components/ui/form/form";
import { Textarea } from "@/components/ui/form/textarea";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { requireForPage } from "@/lib/access/page";
import { formatDate } from "@/lib/platform/text/dates";
import { withdraw } from "../../../../actions";
import { crumbs, publishedPath, reportPath } from "../../../../shown-report";
import { reportTitle } from "../../../read-report";
import { readVersionPage } from "../read-version";

type Props = PageProps<"/reviews/[review]/reports/[report]/versions/[number]/withdraw">;

export async function generateMetadata({ params }: Props) {
  return reportTitle(params, `Withdraw version ${(await params).number}`);
}

/** Asks before a published version is withdrawn, and for the notice that will stand at its address. */
export default async function WithdrawVersion({ params }: Props) {
  const { viewer, report, version } = await readVersionPage(params);
  await requireForPage(viewer, "report.withdraw", report);
  if (!version.publishedAt || version.withdrawnAt) notFound();
  const history = `${reportPath(report)}/history`;
  return (
    <>
      <PageHeader
        title={`Withdraw version ${version.number}?`}
        breadcrumb={[...crumbs(report, "here"), { label: "Versions", href: history }]}
        meta={`Published on ${formatDate(version.publishedAt)}, ${version.audience === "public" ? "for everybody" : "for members of this review"}.`}
      />
      <p className="mb-6 max-w-measure">
        Its address, <a href={`${publishedPath(report)}/${version.number}`}>the published page</a>, stays and
        shows your notice in place of the text, and its files can no longer be downloaded. Facilitators still
        find the text under Versions. Copies that people have made cannot be called back, and you cannot undo
        this: to publish the text again, publish a new version.
      </p>
      <Form
        action={withdraw}
        submitLabel="Withdraw this version"
        submitVariant="danger"
        actions={<Link href={history}>Keep it published</Link>}
      >
        <input type="hidden" name="versionId" value={version.id} />
        <input type="hidden" name="next" value={history} />
        <Textarea
          name="notice"
          label="Notice"
          hint="Everybody who opens the address reads it. Say why the version was withdrawn, and where to read on. Name nobody."
          limit={600}
        />
      </Form>
    </>
  );
}
