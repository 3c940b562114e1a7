import { Link } from "@/components/ui/link";
import { notFound } from "next/navigation";
import { RevisionField } from "@/components/report/draft/revision-field";
import { PassageFields } from "@/components/report/draft/passage-fields";
import { Form } from "@/components/ui/form/form";
import { PageHeader } from "@/components/ui/page-header";
import { forPage, requireForPage } from "@/lib/access/page";
import { plainText } from "@/lib/report/draft/block";
import { BLOCK_TYPE_WORDS, SECTION_WORDS } from "@/lib/report/draft/document-kind";
import { typedPassages } from "@/lib/report/draft/passages";
import { figureWords } from "@/lib/report/claim/claim";
import { getDraft } from "@/lib/report/check/queries/checked-draft";
import { edit } from "../../../actions";
import { crumbs, reportPath } from "../../../shown-report";
import { readReport, reportTitle } from "../../read-report";

type Props = PageProps<"/reviews/[review]/reports/[report]/edit/[block]">;

export const generateMetadata = ({ params }: Props) => reportTitle(params, "Change a paragraph");

export default async function EditBlock({ params }: Props) {
  const { viewer, report } = await readReport(params);
  await requireForPage(viewer, "report.write", report);
  const { block: blockId } = await params;
  const { blocks, claims } = await forPage(getDraft(viewer, report));
  const block = blocks.find(({ id }) => id === blockId);
  if (!block || block.type === "table") notFound();
  const passages = typedPassages(block.content);
  const back = `${reportPath(report)}/edit#block-${block.id}`;
  return (
    <>
      <PageHeader
        title={`Change the ${BLOCK_TYPE_WORDS[block.type].toLowerCase()}`}
        breadcrumb={[...crumbs(report, "here"), { label: "Edit", href: `${reportPath(report)}/edit` }]}
        meta={`${SECTION_WORDS[block.section]}. We keep what it said before.`}
      />
      <Form action={edit} submitLabel="Save" actions={<Link href={back}>Cancel</Link>}>
        <input type="hidden" name="blockId" value={block.id} />
        <input type="hidden" name="next" value={back} />
        <RevisionField revision={block.revision} current={plainText(block.content)} />
        {passages.map((passage, n) => {
          const claim = passage.claimId === null ? undefined : claims.get(passage.claimId);
          return (
            <PassageFields
              key={n}
              n={n}
              passage={passage}
              evidence={
                claim
                  ? { words: figureWords(claim.figure), href: `${reportPath(report)}/evidence/${claim.id}` }
                  : null
              }
            />
          );
        })}
        <PassageFields n={passages.length} passage={null} evidence={null} open={passages.length === 0} />
      </Form>
    </>
  );
}
