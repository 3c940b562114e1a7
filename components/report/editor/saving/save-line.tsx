"use client";

import { Button } from "@/components/ui/button";
import type { DraftSaver, SaverSnapshot, SaveState } from "./draft-saver";

const WORDS: Record<SaveState, string> = {
  saved: "Saved",
  changed: "Saving",
  saving: "Saving",
  unreachable: "Not saved yet: the server cannot be reached. Your words are kept in this browser.",
  refused: "Not saved.",
};

/** How far saving is, in words. */
export function SaveLine({
  snapshot: { state, message },
  saver,
}: {
  snapshot: SaverSnapshot;
  saver: DraftSaver;
}) {
  const isTrouble = state === "unreachable" || state === "refused";
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span role="status" className={isTrouble ? "font-semibold text-warning" : ""}>
        {WORDS[state]}
        {message && ` ${message}`}
      </span>
      {isTrouble && (
        <Button size="small" variant="quiet" onClick={() => void saver.save()}>
          Save now
        </Button>
      )}
    </span>
  );
}
