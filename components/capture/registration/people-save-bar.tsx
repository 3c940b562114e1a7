import { useEffect, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { countOf } from "@/lib/platform/text/count-words";
import type { GridLook } from "./people-grid-row";
import type { PeopleGridState } from "./use-people-grid";

type Props = {
  /** The id of the button that saves. */
  id: string;
  look: Pick<GridLook, "scripts" | "answer">;
  grid: Pick<PeopleGridState, "unsaved" | "said" | "canUndo" | "canRedo" | "goBack">;
  pending: boolean;
  /** The problems to put right first. */
  children?: ReactNode;
};

/**
 * Saves, undoes and says what is not saved. It stays visible below a long table, so that the result of a save
 * can be read without scrolling.
 */
export function PeopleSaveBar({ id, look, grid, pending, children }: Props) {
  const { scripts, answer } = look;
  const done = answer?.ok ? answer.message : "";
  useEffect(() => {
    // The button that confirmed a narrower permission has disappeared.
    if (done && document.activeElement === document.body)
      document.getElementById(id)?.focus({ preventScroll: true });
  }, [answer, done, id]);
  return (
    <div className="z-20 mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 bg-paper py-2 [@media(min-height:30rem)]:sticky [@media(min-height:30rem)]:bottom-0">
      <Button id={id} type="submit" aria-disabled={pending || undefined}>
        Save people
      </Button>
      {scripts && <UndoButtons grid={grid} />}
      {scripts && <p className="text-meta">{waitingWords(grid)}</p>}
      <p role="status" className="text-meta font-semibold text-success">
        {grid.unsaved === 0 && done}
      </p>
      {scripts && (
        <p role="status" className="basis-full text-meta">
          {grid.said}
        </p>
      )}
      {scripts && children}
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

function waitingWords({ unsaved }: Props["grid"]): string {
  return unsaved === 0 ? "Everything is saved." : `${countOf(unsaved, "row is", "rows are")} not saved yet.`;
}
