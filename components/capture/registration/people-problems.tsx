import { placeWords, type CellProblem } from "@/lib/capture/registration/grid/grid-problems";
import { cellName } from "@/lib/capture/registration/grid/grid-form";
import type { GridRow } from "@/lib/capture/registration/grid/grid-row";
import { countOf } from "@/lib/platform/text/count-words";

/** As many as fit in the bar; a corrected one makes way for the next. */
const MAX_SHOWN = 4;

type Props = { rows: readonly GridRow[]; problems: readonly CellProblem[] };

/** The cells with problems, each a button that goes there. */
export function PeopleProblems({ rows, problems }: Props) {
  if (problems.length === 0) return null;
  const more = problems.length - MAX_SHOWN;
  return (
    <div className="flex basis-full flex-wrap items-baseline gap-x-3 gap-y-1 text-meta">
      <span className="font-semibold text-danger">
        {`${countOf(problems.length, "cell has a problem", "cells have problems")}:`}
      </span>
      {problems.slice(0, MAX_SHOWN).map(({ rowId, column }) => (
        <button
          key={cellName(column, rowId)}
          type="button"
          onClick={() => goToCell(cellName(column, rowId))}
          className="min-h-6 cursor-pointer text-accent underline underline-offset-3 pointer-coarse:min-h-11"
        >
          {placeWords(rows, rowId, column)}
        </button>
      ))}
      {more > 0 && <span className="text-soft">{`and ${more} more`}</span>}
    </div>
  );
}

/** Focuses the cell, and scrolls it with its error into view, clear of the parts that stay in place. */
function goToCell(name: string): void {
  const [input] = document.getElementsByName(name);
  input?.closest("td")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  input?.focus({ preventScroll: true });
}
