"use client";

import { STANCE_ORDER, STANCES } from "@/lib/capture/contribution/stance";
import type { TaggingChange } from "@/lib/tag/coding/tagging-input";
import { isOwn, saidBy } from "../kept/pending-changes";
import { Press } from "./press";
import type { ContributionInWords } from "../shown-contribution";
import { coderOf, wordsUnder, type ShownTagging, type ShownTheme } from "../taggings";

type Props = {
  contribution: ContributionInWords;
  taggings: readonly ShownTagging[];
  mayRemoveOthers: boolean;
  themes: readonly ShownTheme[];
  action: (data: FormData) => void;
  ask: (change: TaggingChange) => void;
};

/** The viewer's own taggings on the contribution, to remove, or to confirm where they are stale. */
export function OwnTaggings({ contribution, taggings, mayRemoveOthers, themes, action, ask }: Props) {
  const mine = taggings.filter(
    (tagging) => tagging.stale || (tagging.round === null && (tagging.mine || mayRemoveOthers)),
  );
  if (mine.length === 0) return null;
  return (
    <form action={action}>
      <p className="text-meta font-semibold">Set on this contribution</p>
      <ul>
        {mine.map((tagging) => (
          <Row
            key={tagging.id}
            mayRemove={tagging.round === null && (tagging.mine || mayRemoveOthers)}
            contributionId={contribution.id}
            text={contribution.text}
            tagging={tagging}
            title={themes.find(({ id }) => id === tagging.themeId)?.title ?? ""}
            ask={ask}
          />
        ))}
      </ul>
    </form>
  );
}

type RowProps = {
  contributionId: string;
  text: string;
  tagging: ShownTagging;
  title: string;
  mayRemove: boolean;
  ask: (change: TaggingChange) => void;
};

function Row({ contributionId: contributionId, text, tagging, title, mayRemove, ask }: RowProps) {
  const { stance, stale } = tagging;
  const mine = isOwn(tagging);
  const said = { contributionId, ...saidBy(tagging) };
  const removal: TaggingChange = mine
    ? { change: "remove", ...said }
    : { change: "remove-other", contributionId, id: tagging.id };
  const words = wordsUnder(text, tagging);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-faint py-2">
      <span className="min-w-40 flex-1">
        {title}
        {words && (
          <span className="text-soft">
            {" "}
            on <span className="voice text-base">“{words}”</span>
          </span>
        )}
        {!mine && (
          <span className="text-soft">
            , {STANCES[stance].word.toLowerCase()}, by {coderOf(tagging)}
          </span>
        )}
      </span>
      {mine && (
        <span role="group" aria-label={`Stance of ${title}`} className="flex gap-1">
          {STANCE_ORDER.map((to) => (
            <Press
              key={to}
              change={{ change: "stance", ...said, to }}
              ask={ask}
              label={STANCES[to].word}
              pressed={to === stance}
            >
              {STANCES[to].sign}
            </Press>
          ))}
        </span>
      )}
      {mine && (
        <Press
          change={{ change: tagging.explicit ? "inferred" : "explicit", ...said }}
          ask={ask}
          label={`Stance of ${title} is inferred`}
          pressed={!tagging.explicit}
          toggles
        >
          Inferred
        </Press>
      )}
      {stale && (
        <Press change={{ change: "keep", ...said }} ask={ask} label={`${title} still belongs here`}>
          Still belongs
        </Press>
      )}
      {mayRemove && (
        <Press change={removal} ask={ask} label={`Remove ${title}, ${STANCES[stance].word.toLowerCase()}`}>
          Remove
        </Press>
      )}
    </li>
  );
}
