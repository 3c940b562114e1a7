import { NPQ_CODES, type Npq } from "@/lib/capture/people/vocabulary";
import type { Counts } from "@/lib/aggregate/figures/figures";
import { coarsen } from "./check/coarsen";
import { without, type Held } from "./check/hold-back";
import type { CountedFinding, ReleasedCounts } from "./check/theme-history";
import { inOrder, pairId, pairNamed } from "./npq-pair";
import { isShown, publishCount } from "./published-count";
import type { ReleasedNpqs } from "./release-contents";
import { releasedCounts } from "./release-counts";
import type { CheckedThemes, LeftOut, ReleaseInput } from "./release-source";

/**
 * An NPQ is checked as a theme is that has no stances. A pair of NPQs is checked as a finding is: as some of those who
 * raised the theme of repetition, and as some of those who spoke about either NPQ. What any of the three gives away is
 * left out of all of them.
 */

/** The pairs as the theme of repetition has them: none for another theme; those of the last release where it is carried over. */
export function pairsOfTheme(themeId: string, input: ReleaseInput): CountedFinding[] {
  const { npqs, carried, before, threshold } = input;
  if (themeId !== npqs.theme?.id) return [];
  if (carried)
    return before.at(-1)?.checked[themeId]?.findings.filter(({ findingId }) => pairNamed(findingId)) ?? [];
  const [review] = npqs.counts;
  const present = review?.present ?? 0;
  return allPairs(review?.themes ?? []).map((pair) => {
    const people = npqs.pairs.find((one) => pairId(one) === pairId(pair))?.people ?? 0;
    return {
      findingId: pairId(pair),
      side: "for",
      people,
      published: publishCount(people, present, threshold),
    };
  });
}

/** Pairs that nobody named are published as well, as none, and so they are in the check. */
function allPairs(npqs: Counts["themes"]): { first: Npq; second: Npq }[] {
  const spoken = NPQ_CODES.filter((code) =>
    npqs.some(({ id, patterns }) => id === code && patterns.length > 0),
  );
  return spoken.flatMap((one, at) => spoken.slice(at + 1).map((other) => inOrder(one, other)));
}

export type NpqPlan = { npqs: ReleasedNpqs | null; checked: CheckedThemes; leftOut: LeftOut[] };

/** `checked` has the themes of the same release, of which one has the pairs. */
export function planNpqs(input: ReleaseInput, checked: CheckedThemes): NpqPlan {
  const { npqs, threshold, before, carried } = input;
  const last = before.at(-1);
  if (carried && !last?.npqs) return { npqs: null, checked, leftOut: [] };
  const theme = npqs.theme && checked[npqs.theme.id];
  let pairs = theme ? theme.findings.filter(({ findingId }) => pairNamed(findingId)) : [];
  const own: Record<string, ReleasedCounts> = {};
  const leftOut: LeftOut[] = [];
  for (const npq of npqs.counts[0]?.themes ?? []) {
    const history = before.flatMap((one) => one.checked[npq.id] ?? []);
    const together = { ...input, counts: npqs.counts, tables: "together" as const, findings: [] };
    const counted = (carried && history.at(-1)) || releasedCounts(npq, together, []);
    const planned = {
      ...counted,
      number: input.number,
      findings: pairs.filter((pair) => isOf(pair, npq.id)),
    };
    const { history: safe, held } = coarsen({
      themeId: npq.id,
      threshold,
      releases: [...history, planned],
      told: [],
    });
    const now = safe.releases.at(-1) ?? planned;
    own[npq.id] = now;
    pairs = pairs.map((pair) => now.findings.find(({ findingId }) => findingId === pair.findingId) ?? pair);
    leftOut.push(
      ...held.filter(({ what }) => what !== "stance").map((one) => ({ themeId: npq.id, held: one })),
    );
  }
  const all = npqs.theme && theme ? { ...checked, ...own, [npqs.theme.id]: theme } : { ...checked, ...own };
  return {
    npqs: carried ? (last?.npqs ?? null) : released(input, own, pairs),
    checked: Object.fromEntries(Object.entries(all).map(([id, one]) => [id, withPairs(one, pairs)])),
    leftOut,
  };
}

function isOf({ findingId }: CountedFinding, npq: string): boolean {
  return pairNamed(findingId)?.some((one) => one === npq) ?? false;
}

/** A pair that one check left out is left out wherever it stands. */
function withPairs(counts: ReleasedCounts, pairs: readonly CountedFinding[]): ReleasedCounts {
  const held = pairs.flatMap(({ findingId, side, published }): Held[] =>
    isShown(published) ? [] : [{ what: "finding", findingId, side }],
  );
  const { releases } = without({ themeId: "", threshold: 0, releases: [counts], told: [] }, held);
  return releases[0] ?? counts;
}

function released(
  { npqs }: ReleaseInput,
  own: CheckedThemes,
  pairs: readonly CountedFinding[],
): ReleasedNpqs {
  return {
    npqs: NPQ_CODES.flatMap((npq) => {
      const people = own[npq]?.review.published?.people;
      return people ? [{ npq, people }] : [];
    }),
    theme: npqs.theme,
    pairs: pairs.flatMap(({ findingId, published }) => {
      const [first, second] = pairNamed(findingId) ?? [];
      return first && second ? [{ first, second, people: published }] : [];
    }),
  };
}
