import { randomUUID } from "node:crypto";
import { CheckList } from "@/components/report/check/check-list";
import type { ShownBlock } from "@/components/report/draft/shown";
import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form/form";
import { Select } from "@/components/ui/form/select";
import type { Draft } from "@/lib/report/check/queries/checked-draft";
import {
  BLOCK_TYPE_WORDS,
  FORM_BLOCK_TYPES,
  SECTIONS,
  SECTION_WORDS,
} from "@/lib/report/draft/document-kind";
import type { Report } from "@/lib/report/draft/queries/reports";
import { add } from "../../actions";
import { reportPath } from "../../shown-report";
import { EditableBlock } from "./editable-block";

type Props = { report: Report; draft: Draft; shown: readonly ShownBlock[] };

/** The draft paragraph by paragraph, each with a form of its own: how it is edited without JavaScript. */
export function BlockList({ report, draft, shown }: Props) {
  const here = `${reportPath(report)}/edit`;
  return (
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
                options={FORM_BLOCK_TYPES.map((value) => ({ value, label: BLOCK_TYPE_WORDS[value] }))}
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
      </div>
      <aside aria-label="Checks" className="grid content-start gap-8 lg:sticky lg:top-6 lg:self-start">
        <CheckList checks={draft.checks} hrefOf={({ blockId }) => `#block-${blockId}`} />
      </aside>
    </div>
  );
}
