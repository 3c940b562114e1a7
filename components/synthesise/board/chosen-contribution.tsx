"use client";

import type { ReactNode } from "react";
import { useForm } from "@/components/ui/form/form-context";
import { shownChoices } from "@/components/ui/form/form-values";

type Props = {
  id: string;
  who: string;
  /** Ticked from the start. */
  chosen?: boolean;
  children: ReactNode;
};

/** A contribution that can be ticked. */
export function ChosenContribution({ id, who, chosen = false, children }: Props) {
  const { state } = useForm();
  const boxId = `choose-${id}`;
  return (
    <li className="chosen-contribution">
      <div>
        <input
          id={boxId}
          type="checkbox"
          name="contributions"
          value={id}
          defaultChecked={shownChoices(state, "contributions", chosen ? [id] : []).includes(id)}
          aria-label={`Choose the contribution of ${who}`}
        />
      </div>
      <div>{children}</div>
    </li>
  );
}
