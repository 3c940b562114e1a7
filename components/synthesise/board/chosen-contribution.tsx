"use client";

import type { ReactNode } from "react";
import { useForm } from "@/components/ui/form/form-context";
import { shownChoices } from "@/components/ui/form/form-values";

type Props = {
  id: string;
  who: string;
  /** Ticked from the start. */
  chosen?: boolean;
  /** Whether it can be dragged, which a handle under its check box shows. */
  movable?: boolean;
  children: ReactNode;
};

/** A contribution that can be ticked. */
export function ChosenContribution({ id, who, chosen = false, movable = false, children }: Props) {
  const { state } = useForm();
  const boxId = `choose-${id}`;
  return (
    <li className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-3 border-b border-faint py-3 has-checked:bg-accent-soft">
      <div className="grid content-start justify-items-center gap-2 pt-0.5">
        <input
          id={boxId}
          type="checkbox"
          name="contributions"
          value={id}
          defaultChecked={shownChoices(state, "contributions", chosen ? [id] : []).includes(id)}
          aria-label={`Choose the contribution of ${who}`}
          className="size-6 scroll-mt-24 scroll-mb-32"
        />
        {movable && <Handle />}
      </div>
      <div className="min-w-0">{children}</div>
    </li>
  );
}

/** By pointer alone: the same is done by check box and button. */
function Handle() {
  return (
    <span
      data-handle
      draggable
      aria-hidden
      title="Drag to a finding"
      className="hidden cursor-grab px-1 text-soft select-none sm:block noscript:hidden pointer-coarse:hidden"
    >
      ⠿
    </span>
  );
}
