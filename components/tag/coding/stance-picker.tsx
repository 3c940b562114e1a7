"use client";

import { STANCE_ORDER, STANCES, type Stance } from "@/lib/capture/contribution/stance";
import { STANCE_KEYS } from "@/lib/tag/coding/keys";
import { Button } from "@/components/ui/button";

type Props = {
  stance: Stance | null;
  /** The stance of the next theme where none is chosen, and why; null where there is nothing to set it on. */
  otherwise: string | null;
  onChange: (stance: Stance | null) => void;
};

/** The stance that the next theme is set with; pressed again, it is cleared. The focus stays where it is. */
export function StancePicker({ stance, otherwise, onChange }: Props) {
  return (
    <div role="group" aria-labelledby="next-stance" className="mt-1.5 shrink-0">
      <p id="next-stance" className="text-soft">
        Next stance{stance === null && otherwise !== null && `: ${otherwise}`}
      </p>
      <div className="mt-1 grid grid-cols-2 gap-1">
        {STANCE_ORDER.map((one) => (
          <Button
            key={one}
            size="small"
            variant={one === stance ? "primary" : "quiet"}
            aria-pressed={one === stance}
            aria-keyshortcuts={STANCE_KEYS[one]}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChange(one === stance ? null : one)}
          >
            <span aria-hidden>{STANCES[one].sign}</span> {STANCES[one].word}
            <kbd aria-hidden className="ml-auto pointer-coarse:hidden font-ui text-xs font-normal opacity-80">
              {STANCE_KEYS[one]}
            </kbd>
          </Button>
        ))}
      </div>
    </div>
  );
}
