import { randomUUID } from "node:crypto";
import { CheckList } from "@/components/report/check/check-list";
import { FindingsNotTold } from "@/components/report/draft/findings-not-told";
import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form/form";
import { Select } from "@/components/ui/form/select";
import { forPage, requireForPage } from "@/lib/access/page";
import { BLOCK_TYPES, BLOCK_TYPE_WORDS, SECTIONS, SECTION_WORDS } from "@/lib/report/draft/document-kind";
import { getDraft, toldFindings } from "@/lib/report/check/queries/checked-draft";
import { listFindingsNotTold } from "@/lib/report/draft/queries/findings-not-told";
import { add } from "../../actions";
import { reportPath, shownDraft } from "../../shown-report";
import { readReport, reportTitle } from "../read-report";
import { ReportHeader } from "../report-header";
import { EditableBlock, RemovedBlocks } from "./editable-block";
import { VersionForms } from "./version-forms";

type Props = PageProps<"/reviews/[review]/reports/[report]/edit">;

export const generateMetadata = ({ params }: Props) => reportTitle(params, "Edit");

export default async function EditReport({ params }: Props) {
  const { viewer, report } = await readReport(params);
  await requireForPage(viewer, "report.write", report);
  const draft = await forPage(getDraft(viewer, report));
  const notTold = await forPage(listFindingsNotTold(viewer, report, toldFindings(draft)));
  const shown = shownDraft(report, draft);
  const here = `${reportPath(report)}/edit`;
  return (
    <>
      <ReportHeader viewer={viewer} report={report} here="edit" />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div>
          {draft.blocks.map((block, index) => {
            const text = shown[index];
            if (!text) return null;
            const neighbour = (step: number) => {
              const other = draft.blocks[index + step];
              return other?.section === block.section && other.type !== "heading" ? other.id : null;
            };
            return (
              <EditableBlock
                key={block.id}
                block={block}
                shown={text}
                href={`${here}/${block.id}`}
                above={block.type === "heading" ? null : neighbour(-1)}
                below={block.type === "heading" ? null : neighbour(1)}
                checks={draft.checks.filter(({ blockId }) => blockId === block.id)}
              />
            );
          })}
          <div className="mt-8">
            <Details summary="Add a paragraph, heading, list item or quotation">
              <Form action={add} submitLabel="Add and write it">
                <input type="hidden" name="id" value={randomUUID()} />
                <input type="hidden" name="reportId" value={report.id} />
                <input type="hidden" name="next" value={here} />
                <Select
                  name="type"
                  label="What"
                  defaultValue="paragraph"
                  options={BLOCK_TYPES.map((value) => ({ value, label: BLOCK_TYPE_WORDS[value] }))}
                />
                <Select
                  name="section"
                  label="Which part of the report"
                  defaultValue="improvements"
                  options={SECTIONS.map((value) => ({ value, label: SECTION_WORDS[value] }))}
                />
              </Form>
            </Details>
          </div>
          <RemovedBlocks blocks={draft.removed} />
        </div>
        <aside
          aria-label="Checks and versions"
          className="grid content-start gap-8 lg:sticky lg:top-6 lg:self-start"
        >
          <FindingsNotTold findings={notTold} findingsHref={`/reviews/${report.review.slug}/findings`} />
          <CheckList checks={draft.checks} hrefOf={({ blockId }) => `#block-${blockId}`} />
          <VersionForms viewer={viewer} report={report} />
        </aside>
      </div>
    </>
  );
}
