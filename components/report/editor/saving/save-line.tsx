"use client";

import { Button } from "@/components/ui/button";
import { useSaver } from "../use-draft-editor";
import type { DraftSaver, SaveState } from "./draft-saver";
import { UNDECIDED } from "./undecided";

function goToUndecided() {
  const place = document.getElementById(UNDECIDED);
  place?.scrollIntoView({ block: "nearest" });
  place?.querySelector("button")?.focus();
}

const WORDS: Record<SaveState, string> = {
  saved: "Saved",
  changed: "Saving",
  saving: "Saving",
  unreachable: "Not saved yet: the server cannot be reached. Your words are kept in this browser.",
  refused: "Not saved.",
};

/** How far saving is, in words. */
export function SaveLine({ saver }: { saver: DraftSaver }) {
  const { state, message, clashes, kept } = useSaver(saver);
  const isTrouble = state === "unreachable" || state === "refused";
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span role="status" className={isTrouble ? "font-semibold text-warning" : ""}>
        {WORDS[state]}
        {message && ` ${message}`}
        {clashes.length > 0 && ". All but what somebody else changed too."}
      </span>
      {(clashes.length > 0 || kept) && (
        <button type="button" className="editor-go" onClick={goToUndecided}>
          Decide what to keep
        </button>
      )}
      {isTrouble && (
        <Button size="small" variant="quiet" onClick={() => void saver.save()}>
          Save now
        </Button>
      )}
    </span>
  );
}
