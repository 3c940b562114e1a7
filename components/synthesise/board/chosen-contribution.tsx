"use client";

import type { ReactNode } from "react";
import { useForm } from "@/components/ui/form/form-context";
import { shownChoices } from "@/components/ui/form/form-values";

type Props = {
  id: string;
  who: string;
  /** Ticked from the start. */
  chosen?: boolean;
  /** Beside the box: what the row is dragged by. */
  handle?: ReactNode;
  children: ReactNode;
};

/** The id of the tick box of a contribution. */
export const boxIdOf = (id: string) => `choose-${id}`;

/** A contribution that can be ticked. */
export function ChosenContribution({ id, who, chosen = false, handle, children }: Props) {
  const { state } = useForm();
  return (
    <li className="chosen-contribution">
      <div>
        <input
          id={boxIdOf(id)}
          type="checkbox"
          name="contributions"
          value={id}
          defaultChecked={shownChoices(state, "contributions", chosen ? [id] : []).includes(id)}
          aria-label={`Choose the contribution of ${who}`}
        />
        {handle}
      </div>
      <div>{children}</div>
    </li>
  );
}
