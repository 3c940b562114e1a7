"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useTransition } from "react";
import { focusContribution } from "../focus-contribution";
import { isUntagged, type ContributionState } from "../kept/pending-changes";
import type { ContributionInWords } from "../shown-contribution";

/**
 * Beyond either end of a page: to the next page, at its first contribution without a theme, or to the
 * preceding one.
 */
export type Turn = "next" | "untagged" | "previous";

type Pages = {
  href: string;
  previousHref: string | null;
  nextHref: string | null;
  contributions: readonly ContributionInWords[];
  stateOf: (contributionId: string) => ContributionState;
  say: (words: string) => void;
};

const AT_THE_END: Record<Turn, string> = {
  next: "This is the last contribution.",
  previous: "This is the first contribution.",
  untagged: "No contribution after this one is without a theme.",
};

/** Turns pages by key, and puts the focus where the coder continues. */
export function useTurning({ href, previousHref, nextHref, contributions, stateOf, say }: Pages) {
  const router = useRouter();
  const [turning, startTurn] = useTransition();
  const turned = useRef<Turn | null>(null);

  const arrive = useEffectEvent(() => {
    const to = turned.current;
    turned.current = null;
    if (to === "next") focusContribution(contributions[0]?.id);
    if (to === "previous") focusContribution(contributions.at(-1)?.id);
    if (to !== "untagged") return;
    const untagged = contributions.find((contribution) => isUntagged(contribution, stateOf(contribution.id)));
    focusContribution(untagged?.id ?? contributions.at(-1)?.id);
    if (!untagged) say("Every contribution on this page has a theme. Press n to go on.");
  });
  useEffect(() => arrive(), [href]);

  function turn(to: Turn) {
    const there = to === "previous" ? previousHref : nextHref;
    if (there === null) return say(AT_THE_END[to]);
    turned.current = to;
    startTurn(() => router.push(there));
  }

  /**
   * While the next page is loading, keys apply to no contribution of this one. Once the focus has arrived they
   * act, even where React has still to end the transition.
   */
  const isTurning = () => turning && turned.current !== null;
  return { turn, isTurning };
}
