import type { ReactNode } from "react";
import { Kbd } from "@/components/ui/kbd";
import { KeyRegion } from "@/components/ui/key-region";

type Props = {
  label: string;
  /** Whether the person came from another contribution, so that the keys work at once. */
  focused: boolean;
  children: ReactNode;
};

/** The button of the form that says which revision it clears. */
const CLEAR = "form:has([name=revision]) button[type=submit]";

/** A contribution to clear, with its keyboard shortcuts. */
export function ClearanceKeys({ label, focused, children }: Props) {
  return (
    <div>
      <KeyRegion
        label={label}
        describedBy="clearance-keys"
        focused={focused}
        submits={CLEAR}
        submitKey="c"
        className="-mx-3 rounded px-3 py-3"
      >
        {children}
      </KeyRegion>
      <p
        id="clearance-keys"
        className="mt-6 flex max-w-measure flex-wrap gap-x-4 gap-y-1.5 text-sm text-soft"
      >
        <span>Shortcuts:</span>
        {KEYS.map(({ keys, says }) => (
          <span key={says} className="whitespace-nowrap">
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}{" "}
            {says}
          </span>
        ))}
      </p>
    </div>
  );
}

const KEYS = [
  { keys: ["Enter", "c"], says: "clear as shown" },
  { keys: ["1", "9"], says: "take or leave a suggestion" },
  { keys: ["m"], says: "mask the selected words" },
  { keys: ["n", "p"], says: "next, previous" },
  { keys: ["u"], says: "undo the last" },
];
