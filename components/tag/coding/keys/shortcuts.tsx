"use client";

import { Dialog } from "@/components/ui/dialog";
import { KeyList, type KeyHint } from "@/components/ui/key-list";

/** Which key does what while a contribution has the focus; those of themes and stances stand alongside them. */
const SHORTCUTS: readonly KeyHint[] = [
  { keys: ["j", "k"], says: "Next or previous contribution. The arrow keys do the same" },
  { keys: ["n"], says: "Next contribution without a theme" },
  { keys: ["1", "2", "…"], says: "Set a theme. The codebook shows the key for each theme" },
  { keys: ["/"], says: "Find a theme in the codebook. Enter sets it, Escape goes back" },
  {
    keys: ["s", "i", "a", "o"],
    says: "Strength, improvement, ask or observation. Changes the last theme you set on the contribution. If you have set none, it applies to the next",
  },
  { keys: [","], says: "Set your last theme again, with another stance" },
  { keys: [";"], says: "The last theme’s stance is inferred, or the speaker put it themselves" },
  { keys: ["'"], says: "Mark the next NPQ that the words name" },
  { keys: ["]", "["], says: "Mark one more word at the end, or one fewer" },
  { keys: ["{", "}"], says: "Mark one more word at the beginning, or one fewer. Escape unmarks" },
  { keys: ["y", "x"], says: "Accept or reject the suggestion" },
  { keys: ["v"], says: "Keep a theme whose meaning has changed" },
  { keys: ["m"], says: "Write a memo. Ctrl+Enter saves it" },
  { keys: ["f"], says: "Flag to talk about, or remove the flag" },
  { keys: ["Enter"], says: "Open the choices for the contribution. Escape closes them" },
  { keys: ["Backspace"], says: "Remove the last theme you set on the contribution" },
  { keys: ["u"], says: "Undo your last change. Press again for earlier changes" },
  { keys: ["d"], says: "Show what each theme means" },
  { keys: ["?"], says: "Show these shortcuts" },
];

export function Shortcuts({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog title="Shortcuts" open={open} onClose={onClose}>
      <p className="mt-1 text-soft">
        They work while a contribution is outlined. Press Tab, or click a contribution, to outline it.
      </p>
      <KeyList hints={SHORTCUTS} />
    </Dialog>
  );
}
