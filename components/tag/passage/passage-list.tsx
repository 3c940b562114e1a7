"use client";

import { useMemo, type ReactNode } from "react";
import type { Stance } from "@/lib/capture/contribution/stance";
import { codingOfEach, type CodingRead } from "@/lib/tag/coding/tagging";
import { CodingBar } from "@/components/tag/coding/coding-bar";
import type { CodingActions } from "@/components/tag/coding/coding-actions";
import { focusContribution } from "@/components/tag/coding/focus-contribution";
import type { ContributionInWords } from "@/components/tag/coding/shown-contribution";
import { changeWords } from "@/components/tag/coding/status-words";
import type { ShownTheme } from "@/components/tag/coding/taggings";
import { useContributions } from "@/components/tag/coding/use-contributions";
import { useTaggings } from "@/components/tag/coding/use-taggings";
import { PassageContribution } from "./passage-contribution";

type Props = {
  contributions: readonly ContributionInWords[];
  coding: CodingRead;
  theme: ShownTheme;
  themes: readonly ShownTheme[];
  /** The one stance that is shown; absent for all. */
  stance?: Stance | undefined;
  mayRemoveOthers: boolean;
  /** This page's address with its filters. */
  href: string;
  actions: Pick<CodingActions, "send" | "save" | "readKept">;
  /** What follows the passages. */
  children: ReactNode;
};

/**
 * The passages of a theme with the words around them. A recoded one stays in place until the page is opened
 * again, so that it can be read and undone.
 */
export function PassageList({ theme, themes, stance, href, actions, ...rest }: Props) {
  const saved = useMemo(
    () => codingOfEach(rest.contributions, rest.coding),
    [rest.contributions, rest.coding],
  );
  const { stateOf, ask, undo, canUndo, status, readAgain } = useTaggings(saved, {
    send: actions.send,
    words: (change) => changeWords(change, themes),
    isHere: (contributionId) => contributions.some(({ id }) => id === contributionId),
  });
  const contributions = useContributions({
    address: href,
    fromServer: rest.contributions,
    readKept: actions.readKept,
    onRead: readAgain,
  });
  return (
    <>
      <ol aria-label="Passages" className="mt-4 border-t border-line">
        {contributions.map((contribution) => (
          <PassageContribution
            key={contribution.id}
            state={stateOf(contribution.id)}
            mayRemoveOthers={rest.mayRemoveOthers}
            action={actions.save}
            contribution={contribution}
            theme={theme}
            themes={themes}
            stance={stance}
            ask={ask}
          />
        ))}
      </ol>
      {rest.children}
      <CodingBar status={status} canUndo={canUndo} onUndo={() => focusContribution(undo() ?? undefined)} />
    </>
  );
}
