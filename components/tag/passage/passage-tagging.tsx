"use client";

import { StanceSign } from "@/components/capture/contribution/stance-sign";
import { STANCES } from "@/lib/capture/contribution/stance";
import type { TaggingChange } from "@/lib/tag/coding/tagging-input";
import { isOwn, saidBy } from "@/components/tag/coding/kept/pending-changes";
import { Press } from "@/components/tag/coding/contribution/press";
import type { ContributionInWords } from "@/components/tag/coding/shown-contribution";
import { coderOf, wordsUnder, type ShownTagging, type ShownTheme } from "@/components/tag/coding/taggings";
import { LaterRecodeForm } from "./later-recode-form";

/** What the taggings of the page have in common. */
export type PassageActions = {
  theme: ShownTheme;
  themes: readonly ShownTheme[];
  mayRemoveOthers: boolean;
  action: (data: FormData) => void;
  ask: (change: TaggingChange) => void;
  /** The id of the form that the buttons send without JavaScript. */
  form: string;
  /** The tagging that is being recoded. */
  recoding: string | null;
  setRecoding: (taggingId: string | null) => void;
  /** This page with a tagging open to recode, without JavaScript. */
  recodeHref: (taggingId: string | null, contributionId: string) => string;
};

type Props = { contribution: ContributionInWords; tagging: ShownTagging; actions: PassageActions };

/** One person's theme on one passage, with the actions on it. */
export function PassageTagging({ contribution, tagging, actions }: Props) {
  const { stance, stale, saving, round } = tagging;
  const { theme, ask, form, recoding, setRecoding } = actions;
  const contributionId = contribution.id;
  const own = isOwn(tagging);
  const said = { contributionId, ...saidBy(tagging) };
  const removal: TaggingChange = own
    ? { change: "remove", ...said }
    : { change: "remove-other", contributionId, id: tagging.id };
  const words = wordsUnder(contribution.text, tagging);
  const what = `${words ? `“${words}”` : "the whole contribution"}, ${STANCES[stance].word.toLowerCase()}, set by ${coderOf(tagging)}`;
  const open = recoding === tagging.id;
  return (
    <li>
      <StanceSign stance={stance} />
      <span className="text-sm text-soft">
        {words ? <span className="voice text-base text-ink">“{words}”</span> : "The whole contribution"}
        {`, set by ${coderOf(tagging)}${saving ? ". Saving…" : ""}`}
      </span>
      {stale && <span className="text-sm font-semibold text-improvement">Check again</span>}
      <a
        href={actions.recodeHref(open ? null : tagging.id, contributionId)}
        aria-expanded={open}
        aria-label={`${own ? "Recode" : "Code"} ${what}`}
        onClick={(event) => {
          event.preventDefault();
          setRecoding(open ? null : tagging.id);
        }}
      >
        {own ? "Recode" : "Code"}
      </a>
      {stale && (
        <Press
          change={{ change: "keep", ...said }}
          ask={ask}
          form={form}
          label={`${theme.title} still belongs on ${what}`}
          titled={false}
        >
          Still belongs
        </Press>
      )}
      {round === null && (own || actions.mayRemoveOthers) && (
        <Press
          change={removal}
          ask={ask}
          form={form}
          label={`Remove ${theme.title} from ${what}`}
          titled={false}
        >
          Remove
        </Press>
      )}
      {open && (
        <LaterRecodeForm
          contribution={contribution}
          tagging={tagging}
          theme={theme}
          themes={actions.themes}
          action={actions.action}
          ask={ask}
          onDone={() => setRecoding(null)}
        />
      )}
    </li>
  );
}
