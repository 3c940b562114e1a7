"use client";

import { Details } from "@/components/ui/details";
import { KeyList, type KeyHint } from "@/components/ui/key-list";

const KEYS: readonly KeyHint[] = [
  { keys: ["j", "k"], says: "Next or previous contribution. The arrow keys do the same" },
  { keys: ["x"], says: "Choose the contribution, or no longer. The space bar does the same" },
  { keys: ["1", "…", "9"], says: "Attach those chosen to the finding with this number, as support" },
  { keys: ["c", "1"], says: "Attach them as contradicting finding 1" },
  { keys: ["q", "1"], says: "Attach them as qualifying finding 1" },
  { keys: ["n"], says: "Start a finding from those chosen. Ctrl+Enter saves it" },
  { keys: ["o"], says: "Show or hide what was said around the contribution" },
  { keys: ["u"], says: "Undo what you last did here. Press again for earlier steps" },
];

/** Which key does what while a check box of the list has the focus. A client component, because it is always the same. */
export function BoardKeys() {
  return (
    <div className="mt-10 hidden sm:block noscript:hidden pointer-coarse:hidden">
      <Details summary="Keyboard shortcuts">
        <p className="text-soft">
          They work while a check box of the list has the focus. If none is chosen, they act on that
          contribution.
        </p>
        <KeyList hints={KEYS} />
      </Details>
    </div>
  );
}
