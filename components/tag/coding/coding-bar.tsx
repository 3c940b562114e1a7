"use client";

import { Button } from "@/components/ui/button";
import { KeyHint } from "@/components/ui/key-hint";

type Props = {
  /** What was done last. */
  status: string;
  /** Shown until something was done, for people with a keyboard. */
  hint?: string | null;
  canUndo: boolean;
  onUndo: () => void;
  /** The key that does the same, where there is one. */
  undoKey?: string;
  /** The id of the codebook, which opens as a popover where the screen is narrow. */
  codebookId?: string;
};

/**
 * At the bottom of the window; on a narrow screen above the list, where it does not cover a contribution's
 * links.
 */
const WITH_CODEBOOK = "max-lg:top-0 max-lg:bottom-auto max-lg:border-t-0 max-lg:border-b lg:order-last";

/** Stays visible: what was just done, how to undo it and, on a narrow screen, the codebook. */
export function CodingBar({ status, hint, canUndo, onUndo, undoKey, codebookId }: Props) {
  return (
    <div
      className={`sticky bottom-0 z-10 flex min-h-11 items-center gap-3 border-t border-line bg-paper py-1 text-sm text-soft print:hidden ${codebookId ? WITH_CODEBOOK : ""}`}
    >
      <p role="status" className={status === "" ? "" : "min-w-0 flex-1"}>
        {status}
      </p>
      {status === "" && (
        <p className="min-w-0 flex-1">
          <span className="max-lg:hidden">{hint}</span>
        </p>
      )}
      <Button variant="quiet" size="small" aria-disabled={!canUndo || undefined} onClick={onUndo}>
        Undo {undoKey && <KeyHint>{undoKey}</KeyHint>}
      </Button>
      {codebookId && (
        <Button size="small" popoverTarget={codebookId} aria-haspopup="dialog" className="lg:hidden">
          Codebook
        </Button>
      )}
    </div>
  );
}
