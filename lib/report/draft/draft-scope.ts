import { STATE_WORDS } from "@/lib/capture/roundtable/roundtable-words";
import type { RoundtableSummary } from "@/lib/capture/roundtable/roundtable";
import { formatDate } from "@/lib/platform/text/dates";
import { WHOLE_REVIEW } from "./report";

type Roundtable = Pick<RoundtableSummary, "id" | "slug" | "title" | "heldOn" | "state">;
type Covered = { roundtableId: string | null };
type Scope = { value: string; label: string; hint: string };

type Choice = {
  scopes: Scope[];
  /** The preselected scope; absent where the author has to choose. */
  chosen?: string;
};

/**
 * What a draft may cover: closed roundtables first, then the others, then the whole review. Preselected is
 * the roundtable with the slug `asked`, or else the only closed roundtable without a report. Where there are
 * several nothing is preselected, and the whole review never is, because a wrong scope is easy to miss.
 */
export function draftScopes(
  roundtables: readonly Roundtable[],
  reports: readonly Covered[],
  asked: string | undefined,
): Choice {
  const closed = roundtables.filter(({ state }) => state === "closed");
  const open = roundtables.filter(({ state }) => state !== "closed");
  const waiting = closed.filter(({ id }) => !reports.some(({ roundtableId }) => roundtableId === id));
  const chosen =
    roundtables.find(({ slug }) => slug === asked) ?? (waiting.length === 1 ? waiting[0] : undefined);
  return {
    scopes: [...[...closed, ...open].map(scopeOf), wholeReview(roundtables.length, open.length)],
    ...(chosen ? { chosen: chosen.id } : {}),
  };
}

function scopeOf({ id, title, heldOn, state }: Roundtable): Scope {
  const words =
    state === "closed" ? "Closed" : `${STATE_WORDS[state]}, not closed yet: its record can still change`;
  return { value: id, label: title, hint: `${formatDate(heldOn)} · ${words}` };
}

function wholeReview(all: number, open: number): Scope {
  const hint = open === 0 ? "All roundtables are closed" : `${all - open} of ${all} roundtables are closed`;
  return { value: WHOLE_REVIEW, label: "The whole review", hint };
}
