import { NPQ_CODES } from "@/lib/capture/people/vocabulary";
import {
  UNCODED,
  type CodingRead,
  type ContributionCoding,
  type ContributionTagging,
} from "@/lib/tag/coding/tagging";
import type { TaggingChange } from "@/lib/tag/coding/tagging-input";
import type { ShownTagging } from "../taggings";

/**
 * A contribution's coding as the server last gave it, the changes that are being sent, and an error, if any.
 */
export type ContributionState = {
  saved: ContributionCoding;
  /** When the server read what is saved, in ms since 1970. */
  readAt: number;
  waiting: readonly TaggingChange[];
  /** Themes whose suggestion was rejected on this page. */
  rejected: readonly string[];
  problem: string | null;
};

export const UNTOUCHED: ContributionState = {
  saved: UNCODED,
  readAt: 0,
  waiting: [],
  rejected: [],
  problem: null,
};

/** With what the server has read of the contribution, unless that is older than what is held. */
export function withRead(
  state: ContributionState,
  { readAt, coding }: CodingRead,
  contributionId: string,
): ContributionState {
  return readAt < state.readAt ? state : { ...state, readAt, saved: coding[contributionId] ?? UNCODED };
}

/** What the contribution shows: what is saved, with unsaved changes applied and marked. */
export function shownTaggings({ saved, waiting }: ContributionState): readonly ShownTagging[] {
  return waiting.reduce<readonly ShownTagging[]>(applied, saved.taggings);
}

/** As the filter has it: said by participants, and without a theme. */
export function isUntagged({ participants }: { participants: boolean }, state: ContributionState): boolean {
  return participants && state.saved.blindRound === null && shownTaggings(state).length === 0;
}

export function isFlagged({ saved, waiting }: ContributionState): boolean {
  const last = waiting.findLast(({ change }) => change === "flag" || change === "unflag");
  return last ? last.change === "flag" : saved.flag !== null;
}

/** The NPQs that it is about, with unsaved changes applied, in the order of the vocabulary. */
export function shownNpqs({ saved, waiting }: ContributionState): readonly string[] {
  const npqs = new Set(saved.npqs);
  for (const change of waiting) {
    if (change.change === "about") npqs.add(change.npq);
    if (change.change === "not-about") npqs.delete(change.npq);
  }
  return NPQ_CODES.filter((code) => npqs.has(code));
}

/** The rejected suggestions after this change. */
export function rejectedAfter(rejected: readonly string[], change: TaggingChange): readonly string[] {
  if (change.change === "reject") return [...rejected, change.themeId];
  if (change.change === "reconsider") return rejected.filter((themeId) => themeId !== change.themeId);
  return rejected;
}

function applied(list: readonly ShownTagging[], change: TaggingChange): readonly ShownTagging[] {
  switch (change.change) {
    case "set":
      return findMine(list, change) ? list : [...list, onItsWay(change)];
    case "keep":
      return [...list.filter((tagging) => tagging !== findMine(list, change)), onItsWay(change)];
    case "remove":
      return list.filter((tagging) => tagging !== findMine(list, change));
    case "remove-other":
      return list.filter(({ id }) => id !== change.id);
    case "stance":
    case "recode": {
      const without = list.filter((tagging) => tagging !== findMine(list, change));
      const next = becomes(change);
      return findMine(without, next) ? without : [...without, onItsWay(next)];
    }
    case "explicit":
    case "inferred":
      return list.map((tagging) =>
        tagging === findMine(list, change)
          ? { ...tagging, explicit: change.change === "explicit", saving: true }
          : tagging,
      );
    case "flag":
    case "unflag":
    case "about":
    case "not-about":
    case "reject":
    case "reconsider":
    // What is restored is known after it is read again.
    case "reopen":
      return list;
  }
}

/** The content of a tagging with another stance or theme. */
function becomes(change: Extract<TaggingChange, { change: "stance" | "recode" }>) {
  const themeId = change.change === "recode" ? change.toThemeId : change.themeId;
  return { ...change, themeId, stance: change.to };
}

type Said = Pick<ContributionTagging, "themeId" | "stance"> & {
  spanStart?: number | null | undefined;
  spanEnd?: number | null | undefined;
};

/** Whether the viewer set it and may change it here; what was set in a coding round is changed only there. */
export function isOwn({ mine, round }: ShownTagging): boolean {
  return mine && round === null;
}

/** The viewer's own tagging with this content on the same words. */
function findMine<T extends ShownTagging>(list: readonly T[], said: Said): T | undefined {
  return list.find(
    (tagging) =>
      isOwn(tagging) &&
      tagging.themeId === said.themeId &&
      tagging.stance === said.stance &&
      tagging.spanStart === (said.spanStart ?? null) &&
      tagging.spanEnd === (said.spanEnd ?? null),
  );
}

function onItsWay({ themeId, stance, spanStart = null, spanEnd = null }: Said): ShownTagging {
  const id = `${themeId} ${stance} ${spanStart} ${spanEnd}`;
  const own = { coder: "", mine: true, explicit: true, round: null, stale: false, saving: true };
  return { id, themeId, stance, spanStart, spanEnd, ...own };
}

/** The change that undoes this one, or null where it changes nothing. */
export function inverseOf(state: ContributionState, change: TaggingChange): TaggingChange | null {
  const list = shownTaggings(state);
  const { contributionId } = change;
  switch (change.change) {
    case "set":
      return findMine(list, change) ? null : { ...change, change: "remove" };
    case "keep": {
      const before = findMine(list, change);
      return before ? reopening(contributionId, before) : { ...change, change: "remove" };
    }
    case "remove": {
      const before = findMine(list, change);
      return before ? (reopening(contributionId, before) ?? { ...change, change: "set" }) : null;
    }
    case "stance": {
      const { stance, to } = change;
      const before = findMine(list, change);
      if (stance === to || !before) return null;
      // Where that stance was set already, one of the two taggings was left.
      if (findMine(list, { ...change, stance: to }))
        return reopening(contributionId, before) ?? { ...change, change: "set" };
      return { ...change, stance: to, to: stance };
    }
    case "recode": {
      const next = becomes(change);
      const before = findMine(list, change);
      if (!before || (next.themeId === change.themeId && next.stance === change.stance)) return null;
      if (findMine(list, next)) return reopening(contributionId, before) ?? { ...change, change: "set" };
      const back = { ...change, themeId: next.themeId, stance: next.stance };
      const to = { toThemeId: change.themeId, to: change.stance };
      return { ...back, ...to, reopens: before.saving ? undefined : before.id };
    }
    case "flag":
      return isFlagged(state) ? null : { ...change, change: "unflag" };
    case "unflag":
      return isFlagged(state) ? { ...change, change: "flag" } : null;
    case "explicit":
    case "inferred": {
      const was = findMine(list, change)?.explicit;
      const asked = change.change === "explicit";
      return was === undefined || was === asked
        ? null
        : { ...change, change: asked ? "inferred" : "explicit" };
    }
    case "about":
      return shownNpqs(state).includes(change.npq) ? null : { ...change, change: "not-about" };
    case "not-about":
      return shownNpqs(state).includes(change.npq) ? { ...change, change: "about" } : null;
    case "reject":
      return state.rejected.includes(change.themeId) ? null : { ...change, change: "reconsider" };
    case "remove-other": {
      const theirs = list.find(({ id }) => id === change.id);
      return theirs ? reopening(contributionId, theirs) : null;
    }
    case "reconsider":
    case "reopen":
      return null;
  }
}

/** Restores the same tagging; null while it has not been saved, and so has no id yet. */
function reopening(contributionId: string, { id, saving }: ShownTagging): TaggingChange | null {
  return saving ? null : { change: "reopen", contributionId, id };
}

/** The fields that identify a tagging of these words in a change. */
export function saidBy({ themeId, stance, spanStart, spanEnd }: ShownTagging) {
  return { themeId, stance, ...(spanStart === null || spanEnd === null ? {} : { spanStart, spanEnd }) };
}
