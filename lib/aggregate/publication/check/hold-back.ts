import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";
import { heldBack, isShown } from "../published-count";
import type { PublishedFigure } from "../shape/published-shape";
import { peopleWith } from "./table-block";
import type { CountedTable, ReleasedCounts, ThemeHistory } from "./theme-history";

/** Something of the last release that can be left out: one figure, the row of a theme in a table, or a breakdown. */
export type Held =
  | { what: "stance"; place: Place; stance: Stance }
  | { what: "row"; place: Place }
  | { what: "breakdown"; attribute: string }
  | { what: "finding"; findingId: string; side: "for" | "against" };

/** The review as a whole (null), or a roundtable. */
export type Place = string | null;

export function keyOf(held: Held): string {
  return JSON.stringify(held);
}

/** All that the release says. */
export function everythingIn({ roundtables, breakdowns, findings }: ReleasedCounts): Held[] {
  const places = [null, ...roundtables.map(({ roundtableId }) => roundtableId)];
  return [
    ...places.map((place): Held => ({ what: "row", place })),
    ...breakdowns.map(({ attribute }): Held => ({ what: "breakdown", attribute })),
    ...findings.map(({ findingId, side }): Held => ({ what: "finding", findingId, side })),
  ];
}

/** The history with these left out of its last release. */
export function without(history: ThemeHistory, held: readonly Held[]): ThemeHistory {
  const { releases } = history;
  const last = releases.at(-1);
  if (!last || held.length === 0) return history;
  return { ...history, releases: [...releases.slice(0, -1), releaseWithout(last, held)] };
}

function releaseWithout(release: ReleasedCounts, held: readonly Held[]): ReleasedCounts {
  const attributes = held.flatMap((one) => (one.what === "breakdown" ? [one.attribute] : []));
  return {
    ...release,
    review: tableWithout(release.review, null, held),
    roundtables: release.roundtables.map((table) => tableWithout(table, table.roundtableId, held)),
    breakdowns: release.breakdowns.map(({ attribute, groups }) => ({
      attribute,
      groups: attributes.includes(attribute)
        ? groups.map((group) => ({ ...group, published: nothingOf(group.published) }))
        : groups,
    })),
    findings: release.findings.map((finding) =>
      held.some(
        (one) => one.what === "finding" && one.findingId === finding.findingId && one.side === finding.side,
      )
        ? { ...finding, published: nothingOf(finding.published) }
        : finding,
    ),
  };
}

function tableWithout<Table extends CountedTable>(table: Table, place: Place, held: readonly Held[]): Table {
  const here = held.filter((one) => (one.what === "row" || one.what === "stance") && one.place === place);
  const { published } = table;
  if (!published || here.length === 0) return table;
  const row = here.some(({ what }) => what === "row");
  const left = (stance: Stance) =>
    row || here.some((one) => one.what === "stance" && one.stance === stance)
      ? nothingOf(published.stances[stance])
      : published.stances[stance];
  const stances: Record<Stance, PublishedFigure> = {
    strength: left("strength"),
    improvement: left("improvement"),
    ask: left("ask"),
    observation: left("observation"),
  };
  return {
    ...table,
    published: { people: row ? nothingOf(published.people) : published.people, stances },
  };
}

function nothingOf({ of, threshold }: PublishedFigure): PublishedFigure {
  return heldBack(of, threshold);
}

/** Stances of a table that are shown and not none, the fewest people first: leaving out the first costs least. */
export function shownStances(table: CountedTable): Stance[] {
  const { published } = table;
  if (!published) return [];
  return STANCE_ORDER.filter(
    (stance) => isShown(published.stances[stance]) && published.stances[stance].count.is !== "none",
  ).sort((a, b) => peopleWith(table.patterns, a) - peopleWith(table.patterns, b));
}
