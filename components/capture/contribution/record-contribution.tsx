import type { ReactNode } from "react";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import { unquotableWords } from "@/lib/capture/people/permission-level";
import { SaidBy } from "./said-by";
import { SaidSigns } from "./said-signs";
import { SaidWhen } from "./said-when";
import { SaidWords } from "./said-words";

type Props = {
  contribution: Contribution;
  /** The roundtable's day, where the page has one: a contribution of another day shows its own. */
  heldOn?: Date;
  /** The stance's sign, and whatever else belongs under the words. */
  signs?: ReactNode;
  /** At the end of the contribution: the actions on it. */
  actions?: ReactNode;
};

/** One contribution of the record: the time, the speaker and the words, in the serif. */
export function RecordContribution({ contribution, heldOn, signs, actions }: Props) {
  return (
    <article
      id={`contribution-${contribution.id}`}
      className="grid scroll-mb-80 gap-x-5 border-b border-faint py-3 sm:grid-cols-[3.5rem_minmax(0,1fr)_auto]"
    >
      <SaidWhen contribution={contribution} heldOn={heldOn} />
      <div className="min-w-0">
        <p className="text-sm">
          <SaidBy source={contribution.source} speaker={contribution.speaker} />
        </p>
        <SaidWords
          text={contribution.text}
          struck={contribution.struckAt !== null}
          erased={contribution.erasedAt !== null}
          speaker={contribution.speaker}
        />
        <p className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-soft empty:hidden">
          {signs}
          <SaidSigns
            verbatim={contribution.wording === "verbatim"}
            unquotable={
              contribution.speaker &&
              unquotableWords({ ...contribution.speaker, permission: contribution.permission })
            }
            hands={contribution.hands}
            agreementSeen={contribution.agreementSeen}
          />
          {contribution.npqs.length > 0 && <span>{contribution.npqs.join(", ")}</span>}
        </p>
      </div>
      {actions && <div className="flex flex-wrap gap-x-4 text-sm sm:flex-col sm:text-right">{actions}</div>}
    </article>
  );
}
