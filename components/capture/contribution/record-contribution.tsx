import type { ReactNode } from "react";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import { unquotableWords } from "@/lib/capture/people/permission-level";
import { SaidBy } from "./said-by";
import { SaidSigns } from "./said-signs";
import { SaidWhen } from "./said-when";
import { SaidWords } from "./said-words";

/** What is shown of a contribution in a record. */
export type RecordedContribution = Pick<
  Contribution,
  | "id"
  | "source"
  | "wording"
  | "text"
  | "hands"
  | "agreementSeen"
  | "npqs"
  | "saidAt"
  | "timeKnown"
  | "struckAt"
  | "erasedAt"
  | "permission"
> & {
  speaker: Pick<NonNullable<Contribution["speaker"]>, "label" | "host" | "description" | "erased"> | null;
};

type Props = {
  contribution: RecordedContribution;
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
    <article id={`contribution-${contribution.id}`} className="record-row">
      <SaidWhen contribution={contribution} heldOn={heldOn} />
      <div>
        <p className="about">
          <SaidBy source={contribution.source} speaker={contribution.speaker} />
        </p>
        <SaidWords
          text={contribution.text}
          struck={contribution.struckAt !== null}
          erased={contribution.erasedAt !== null}
          speaker={contribution.speaker}
        />
        <p className="signs">
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
      {actions && <div className="actions">{actions}</div>}
    </article>
  );
}
