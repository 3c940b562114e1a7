"use client";

import { useState } from "react";
import type { CodingActions } from "../coding-actions";
import type { ShownTheme } from "../taggings";
import type { CodingList } from "../use-coding-list";
import { TaggingContribution } from "./tagging-contribution";

type Props = {
  list: CodingList;
  themes: readonly ShownTheme[];
  /** This page's address with its filters. */
  href: string;
  mayRemoveOthers: boolean;
  actions: CodingActions;
};

/** The contributions of the page, in a list that the keys work in. */
export function ContributionsToCode({ list, themes, href, mayRemoveOthers, actions }: Props) {
  const { contributions, stateOf, marks, suggestions, setting, current, open, send } = list;
  const [drafts] = useState(() => new Map<string, string>());
  return (
    <ol
      onKeyDown={list.press}
      aria-label="Contributions"
      className={contributions.length === 0 ? "hidden" : "coded-rows"}
    >
      {contributions.map((contribution) => (
        <TaggingContribution
          key={contribution.id}
          contribution={contribution}
          state={stateOf(contribution.id)}
          themes={themes}
          suggestions={suggestions.rowOf(contribution, stateOf(contribution.id))}
          stance={setting.stanceFor(contribution)}
          marked={marks.on(contribution.id)}
          current={contribution.id === current}
          open={contribution.id === open}
          toggleHref={
            contribution.id === open
              ? `${href}#contribution-${contribution.id}`
              : withContribution(href, contribution.id)
          }
          roundsHref={`${href.split("?")[0]}/rounds`}
          mayRemoveOthers={mayRemoveOthers}
          actions={actions}
          ask={send}
          drafts={drafts}
          onMemo={() => list.taggings.say("Saved: the memo.")}
          onAccept={(themeId) => setting.setTheme(contribution, themeId, null)}
          onReject={(themeId) => send({ change: "reject", contributionId: contribution.id, themeId })}
          onFocus={() => list.setCurrent(contribution.id)}
          onSelect={() => marks.takeSelection(contribution)}
          onToggle={() => list.setOpen(contribution.id === open ? null : contribution.id)}
        />
      ))}
    </ol>
  );
}

function withContribution(href: string, id: string): string {
  return `${href}${href.includes("?") ? "&" : "?"}contribution=${id}#contribution-${id}`;
}
