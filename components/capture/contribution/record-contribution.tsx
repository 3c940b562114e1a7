import type { ReactNode } from "react";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import { otherDayWords, SOURCE_WORDS, timeWords } from "@/lib/capture/contribution/contribution-words";
import { unquotableWords } from "@/lib/capture/people/permission-level";
import { SaidSigns } from "./said-signs";
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
  const otherDay = heldOn && otherDayWords(contribution, heldOn);
  return (
    <article
      id={`contribution-${contribution.id}`}
      className="grid scroll-mb-80 gap-x-5 border-b border-faint py-3 sm:grid-cols-[3.5rem_minmax(0,1fr)_auto]"
    >
      <p className="text-meta text-soft tabular-nums">
        <time {...(contribution.timeKnown ? { dateTime: contribution.saidAt.toISOString() } : {})}>
          {otherDay && <span className="text-sm sm:block">{otherDay} </span>}
          {timeWords(contribution)}
        </time>
      </p>
      <div className="min-w-0">
        <Who contribution={contribution} />
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

function Who({ contribution: { speaker, source } }: { contribution: Contribution }) {
  if (!speaker) return <p className="text-sm font-semibold">{SOURCE_WORDS[source]}</p>;
  const about = [speaker.host && "host or official", speaker.description].filter(Boolean).join(", ");
  return (
    <p className="text-sm">
      <b>{speaker.label}</b>
      {about && <span className="text-soft"> · {about}</span>}
    </p>
  );
}
