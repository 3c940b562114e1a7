import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form/form";
import { Textarea } from "@/components/ui/form/textarea";
import type { Review } from "@/lib/review/settings/queries/reviews";
import { seenField } from "@/lib/synthesise/matrix/basis";
import { nextInState, stateOf } from "@/lib/synthesise/matrix/matrix";
import type { OpenCell } from "@/lib/synthesise/matrix/queries/matrix-cell";
import type { MatrixSelection } from "@/lib/synthesise/matrix/selection";
import { SUMMARY_LIMIT } from "@/lib/synthesise/matrix/summary";
import { cellHref } from "../../../cell-href";
import { saveSummary } from "../../../actions";

type Props = { open: OpenCell; review: Review; selection: MatrixSelection };

/** The field for the summary. It is saved with what its writer saw of the cell. */
export function SummaryForm({ open, review, selection }: Props) {
  const { cell, basis, matrix } = open;
  const { summary, brought } = cell;
  if (stateOf(cell) === "nothing" && !summary) return null;
  const next = nextInState(matrix, cell, "unwritten");
  const texts = [summary?.text ?? "", ...brought.map(({ text }) => text)].filter((text) => text !== "");
  return (
    <Form
      action={saveSummary}
      submitLabel="Save summary"
      className="mt-5 print:hidden"
      actions={
        <>
          {summary && summary.changes.length > 0 && brought.length === 0 && (
            <Button type="submit" variant="quiet">
              Still right
            </Button>
          )}
          {next && (
            <Button
              type="submit"
              variant="quiet"
              name="then"
              value={cellHref(matrix, next, { home: "", selection }).slice(1)}
            >
              Save and open the next cell without a summary
            </Button>
          )}
        </>
      }
    >
      <input type="hidden" name="reviewSlug" value={review.slug} />
      <input type="hidden" name="reviewId" value={review.id} />
      <input type="hidden" name="rows" value={matrix.kind} />
      <input type="hidden" name="rowId" value={cell.row} />
      <input type="hidden" name="themeId" value={cell.theme} />
      <input type="hidden" name="revision" value={summary?.revision ?? 0} />
      <input type="hidden" name="seen" value={seenField(basis)} />
      {brought.map(({ id }) => (
        <input key={id} type="hidden" name="combined" value={id} />
      ))}
      <Textarea
        name="text"
        label={texts.length === 0 ? "Write a summary" : "Change the summary"}
        hint="Say in your own words what was said here, without names. Only facilitators read it."
        limit={SUMMARY_LIMIT}
        rows={7}
        defaultValue={texts.join("\n\n")}
      />
    </Form>
  );
}
