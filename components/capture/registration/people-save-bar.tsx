import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { countProblems, type GridRow } from "@/lib/capture/registration/grid-row";
import { countOf } from "@/lib/platform/count-words";
import type { GridLook } from "./people-grid-row";
import type { PeopleGridState } from "./use-people-grid";

type Props = {
  /** The id of the button that saves. */
  id: string;
  look: Pick<GridLook, "scripts" | "answer">;
  grid: PeopleGridState;
  /** The row that is typed in, as it was before. */
  typedIn: GridRow | null;
  pending: boolean;
};

/**
 * Saves, undoes and says what is not saved. It stays in sight below a long table, so that what a save did is read
 * without the page moving.
 */
export function PeopleSaveBar({ id, look: { scripts, answer }, grid, typedIn, pending }: Props) {
  const done = answer?.ok ? answer.message : "";
  useEffect(() => {
    // The button that confirmed a narrower permission is gone by now.
    if (done && document.activeElement === document.body)
      document.getElementById(id)?.focus({ preventScroll: true });
  }, [answer, done, id]);
  return (
    <div className="z-20 mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 bg-paper py-2 sm:sticky sm:bottom-0">
      <Button id={id} type="submit" aria-disabled={pending || undefined}>
        Save people
      </Button>
      {scripts && <UndoButtons grid={grid} />}
      {scripts && <p className="text-meta">{waitingWords(grid, typedIn)}</p>}
      <p role="status" className="text-meta font-semibold text-success">
        {grid.unsaved === 0 && done}
      </p>
      {scripts && (
        <p role="status" className="basis-full text-meta">
          {grid.said}
        </p>
      )}
    </div>
  );
}

function UndoButtons({ grid }: Pick<Props, "grid">) {
  return (
    <>
      <Button variant="quiet" aria-disabled={!grid.canUndo || undefined} onClick={() => grid.goBack("undo")}>
        Undo
      </Button>
      <Button variant="quiet" aria-disabled={!grid.canRedo || undefined} onClick={() => grid.goBack("redo")}>
        Redo
      </Button>
    </>
  );
}

function waitingWords({ rows, unsaved }: PeopleGridState, typedIn: GridRow | null): string {
  if (unsaved === 0) return "Everything is saved.";
  const wrong = countProblems(rows, typedIn);
  const look = wrong > 0 ? ` ${countOf(wrong, "cell needs", "cells need")} another look.` : "";
  return `${countOf(unsaved, "row is", "rows are")} not saved yet.${look}`;
}
