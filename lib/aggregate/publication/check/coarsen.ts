import type { Stance } from "@/lib/capture/contribution/stance";
import { isShown } from "../published-count";
import { checkTheme, worseThan, type Disclosure } from "./check-theme";
import { everythingIn, keyOf, shownStances, without, type Held, type Place } from "./hold-back";
import { peopleWith } from "./table-block";
import type { CountedTable, ReleasedCounts, ThemeHistory } from "./theme-history";

/** What was left out of the last release, and what would have followed without that. */
export type Coarsened = { history: ThemeHistory; held: Held[]; disclosures: Disclosure[] };

/** Of the figures that could be left out next, so large a part is left out before the check is made again. */
const PART = 1 / 4;

/** After so many checks all that could be left out next is. */
const MAX_STEPS = 12;

/** Of so many figures it is tried whether they can be put back, those that were left out last, which are the most useful. */
const MAX_PUT_BACK = 24;

/**
 * Leaves figures of the last release out until nothing small follows from what is published, the least useful first:
 * what gives a roundtable's count away before what is said of the review as a whole. What turns out not to have been
 * needed is put back. With everything left out the release says nothing new, so this ends. Both are bounded by numbers of
 * checks and not by time, so that two computers publish the same: then more is left out than need be.
 */
export function coarsen(history: ThemeHistory): Coarsened {
  const all = checkTheme(history);
  const before = givenAwayBefore(history, all);
  const disclosures = worseThan(before, all);
  const held: Held[] = [];
  // What was safe with more published is safe with less, so that only these are looked at again.
  const again = (left: readonly Held[]) => worseThan(before, checkTheme(without(history, left), disclosures));
  let steps = 0;
  for (let left = disclosures; left.length > 0; left = again(held)) {
    steps += 1;
    const next = nextToHold(history, held, left, steps > MAX_STEPS ? 1 : PART);
    if (next.length === 0) break;
    held.push(...next);
  }
  for (const one of [...held].reverse().slice(0, MAX_PUT_BACK)) {
    const others = held.filter((other) => other !== one);
    if (held.length > 1 && again(others).length === 0) held.splice(held.indexOf(one), 1);
  }
  return { history: without(history, held), held, disclosures };
}

/**
 * What follows whatever is left out of the last release. A release that was made before combinations were kept was not
 * checked for those who know them, and what it gave away to them cannot be called back.
 */
function givenAwayBefore(history: ThemeHistory, disclosures: readonly Disclosure[]): Disclosure[] {
  const last = history.releases.at(-1);
  const areComplete = history.releases.every(({ combinations }) => combinations);
  if (!last || areComplete || disclosures.length === 0) return [];
  return checkTheme(without(history, everythingIn(last)), disclosures);
}

function nextToHold(
  history: ThemeHistory,
  held: readonly Held[],
  disclosures: readonly Disclosure[],
  part: number,
): Held[] {
  const release = without(history, held).releases.at(-1);
  if (!release) return [];
  const candidates = new Map<string, { held: Held; size: number }>();
  for (const disclosure of disclosures) {
    const [first] = ladder(release, disclosure);
    if (first) candidates.set(keyOf(first.held), first);
  }
  const ordered = [...candidates.values()].sort((a, b) => a.size - b.size).map((one) => one.held);
  return ordered.slice(0, Math.max(1, Math.floor(ordered.length * part)));
}

type Step = { held: Held; size: number };

/** What may be left out because of a disclosure, and is still shown: the nearest first, the review's own people last. */
function ladder(release: ReleasedCounts, { of }: Disclosure): Step[] {
  const { place } = of;
  const roundtable = typeof place === "object" && "roundtable" in place ? place.roundtable : null;
  const own = release.roundtables.find(({ roundtableId }) => roundtableId === roundtable);
  const single = of.counted;
  return [
    ...(typeof place === "object" && "attribute" in place ? breakdownStep(release, place.attribute) : []),
    ...(typeof place === "object" && "finding" in place ? findingSteps(release, place.finding) : []),
    ...(own ? steps(own, own.roundtableId, single, single === null) : []),
    ...(single ? elsewhere(release, single) : []),
    ...elsewhere(release, null),
    ...release.breakdowns.flatMap(({ attribute }) => breakdownStep(release, attribute)),
    ...steps(release.review, null, single, false),
    ...release.findings.flatMap(({ findingId, side }) => findingSteps(release, `${findingId} ${side}`)),
  ];
}

/** In one table: the stance itself, its other stances, and then the whole row. */
function steps(table: CountedTable, place: Place, single: Stance | null, rowFirst: boolean): Step[] {
  const shown = shownStances(table);
  const stances = single && shown.includes(single) ? [single] : shown;
  const each = stances.map((stance) => ({
    held: { what: "stance" as const, place, stance },
    size: peopleWith(table.patterns, stance),
  }));
  const row = rowStep(table, place);
  return rowFirst ? [...row, ...each] : [...each, ...row];
}

function rowStep(table: CountedTable, place: Place): Step[] {
  if (!table.published || !isShown(table.published.people)) return [];
  return [{ held: { what: "row", place }, size: peopleWith(table.patterns, null) }];
}

/** The same stance, or the row, at the roundtables, the one with the fewest people first. */
function elsewhere(release: ReleasedCounts, stance: Stance | null): Step[] {
  return release.roundtables
    .flatMap((table): Step[] => {
      if (stance === null) return rowStep(table, table.roundtableId);
      if (!shownStances(table).includes(stance)) return [];
      const held: Held = { what: "stance", place: table.roundtableId, stance };
      return [{ held, size: peopleWith(table.patterns, stance) }];
    })
    .sort((a, b) => a.size - b.size);
}

function breakdownStep({ breakdowns }: ReleasedCounts, attribute: string): Step[] {
  const shown = breakdowns.find((one) => one.attribute === attribute)?.groups ?? [];
  if (!shown.some(({ published }) => isShown(published))) return [];
  return [{ held: { what: "breakdown", attribute }, size: 0 }];
}

function findingSteps({ findings }: ReleasedCounts, key: string): Step[] {
  return findings
    .filter(({ findingId, side, published }) => `${findingId} ${side}` === key && isShown(published))
    .map(({ findingId, side, people }) => ({ held: { what: "finding", findingId, side }, size: people }));
}
