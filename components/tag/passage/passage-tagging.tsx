"use client";

import { StanceSign } from "@/components/capture/contribution/stance-sign";
import { STANCES } from "@/lib/capture/contribution/stance";
import type { TaggingChange } from "@/lib/tag/coding/tagging";
import { isOwn, saidBy } from "@/components/tag/coding/pending-changes";
import { Press } from "@/components/tag/coding/contribution/press";
import type { ContributionInWords } from "@/components/tag/coding/shown-contribution";
import { coderOf, wordsUnder, type ShownTagging, type ShownTheme } from "@/components/tag/coding/taggings";
import { RecodeForm } from "./recode-form";

type Props = {
  contribution: ContributionInWords;
  tagging: ShownTagging;
  theme: ShownTheme;
  themes: readonly ShownTheme[];
  mayRemoveOthers: boolean;
  action: (data: FormData) => void;
  ask: (change: TaggingChange) => void;
};

/** One person's theme on one passage, with the actions on it. */
export function PassageTagging({
  contribution,
  tagging,
  theme,
  themes,
  mayRemoveOthers,
  action,
  ask,
}: Props) {
  const { stance, stale, saving, round } = tagging;
  const contributionId = contribution.id;
  const own = isOwn(tagging);
  const said = { contributionId, ...saidBy(tagging) };
  const removal: TaggingChange = own
    ? { change: "remove", ...said }
    : { change: "remove-other", contributionId, id: tagging.id };
  const words = wordsUnder(contribution.text, tagging);
  const what = `${words ? `“${words}”` : "the whole contribution"}, ${STANCES[stance].word.toLowerCase()}, set by ${coderOf(tagging)}`;
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <StanceSign stance={stance} />
      <span className="text-sm text-soft">
        {words ? <span className="voice text-base text-ink">“{words}”</span> : "The whole contribution"}, set
        by {coderOf(tagging)}
        {saving && ". Saving…"}
      </span>
      {stale && <span className="text-sm font-semibold text-improvement">Check again</span>}
      <details className="group open:basis-full print:hidden">
        <summary
          aria-label={`${own ? "Recode" : "Code"} ${what}`}
          className="inline-flex min-h-8 cursor-pointer items-center text-sm text-accent underline pointer-coarse:min-h-11"
        >
          {own ? "Recode" : "Code"}
        </summary>
        <RecodeForm
          key={`${theme.id} ${stance}`}
          contribution={contribution}
          tagging={tagging}
          theme={theme}
          themes={themes}
          action={action}
          ask={ask}
        />
      </details>
      <form action={action} className="flex gap-2 print:hidden">
        {stale && (
          <Press
            change={{ change: "keep", ...said }}
            ask={ask}
            label={`${theme.title} still belongs on ${what}`}
          >
            Still belongs
          </Press>
        )}
        {round === null && (own || mayRemoveOthers) && (
          <Press change={removal} ask={ask} label={`Remove ${theme.title} from ${what}`}>
            Remove
          </Press>
        )}
      </form>
    </li>
  );
}
