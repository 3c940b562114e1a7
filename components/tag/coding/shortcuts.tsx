"use client";

import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";

/** The keys while a contribution has the focus; those of themes and stances are shown next to them. */
const SHORTCUTS: readonly { keys: readonly string[]; says: string }[] = [
  { keys: ["j", "k"], says: "Next contribution, previous contribution; so do the arrows" },
  { keys: ["n"], says: "Next contribution without a theme" },
  { keys: ["1", "2", "…"], says: "Set a theme: the codebook shows the key of each" },
  { keys: ["/"], says: "Find a theme in the codebook; Enter sets it, Escape comes back" },
  {
    keys: ["s", "i", "a", "o"],
    says: "Strength, improvement, ask, observation: of the theme you set last on it, or else of the next one",
  },
  { keys: [","], says: "The theme you set last once more, with another stance" },
  { keys: ["]", "["], says: "Mark words: one more at the end, one less" },
  { keys: ["{", "}"], says: "Mark words: one more at the beginning, one less; Escape to unmark" },
  { keys: ["y", "x"], says: "Accept the suggestion, or turn it down" },
  { keys: ["v"], says: "The theme still belongs here, although its meaning was changed" },
  { keys: ["m"], says: "Write a memo; Ctrl+Enter saves it" },
  { keys: ["f"], says: "Flag to talk about, and back" },
  { keys: ["Enter"], says: "Open the choices of the contribution; Escape closes them" },
  { keys: ["Backspace"], says: "Take off the theme you set last on it" },
  { keys: ["u"], says: "Undo your last change, and then the one before" },
  { keys: ["d"], says: "What each theme means" },
  { keys: ["?"], says: "These shortcuts" },
];

export function Shortcuts({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog title="Shortcuts" open={open} onClose={onClose}>
      <p className="mt-1 text-soft">
        They work while a contribution is outlined. Press Tab, or click a contribution, to outline it.
      </p>
      <dl className="mt-3 grid gap-2">
        {SHORTCUTS.map(({ keys, says }) => (
          <div key={says} className="flex items-baseline gap-3">
            <dt className="flex min-w-28 shrink-0 gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
