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
  unreachable: "Not saved yet: the server cannot be reached.",
  refused: "Not saved.",
};

const KEPT = "Your words are kept in this browser.";
const NOT_KEPT = "Keep this page open: this browser cannot keep your words.";

/** How far saving is, in words. */
export function SaveLine({ saver }: { saver: DraftSaver }) {
  const { state, message, isKeeping, isKept, clashes, kept } = useSaver(saver);
  const isTrouble = state === "unreachable" || state === "refused";
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span role="status" aria-busy={isKeeping} className={isTrouble ? "font-semibold text-warning" : ""}>
        {WORDS[state]}
        {message && ` ${message}`}
        {isTrouble && isKept !== null && ` ${isKept ? KEPT : NOT_KEPT}`}
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
