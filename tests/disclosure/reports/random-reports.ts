import { seededRandom } from "@/lib/platform/random";
import { COUNTED, type Counted } from "../statements";
import type { ReviewHistory } from "../history";

/** How an author would put how many people there were, whether or not it may be said. */
const WORDINGS = ["one", "a few", "as released", "somebody", "exactly"] as const;
export type Wording = (typeof WORDINGS)[number];

/** A sentence that an author would write: of one side of a finding ("2 for"), or of the theme or a stance. */
export type Wish = { wording: Wording } & ({ side: string } | { counted: Counted });

/** A report as its author would have it, on the review (null) or on one of its roundtables. */
export type ReportPlan = { release: number; roundtable: number | null; wishes: readonly Wish[] };

/** Findings that no release has, which reports alone tell. */
const UNRELEASED = ["8 for", "9 for", "9 against"] as const;
const MAX_WISHES = 5;

/**
 * Reports by chance on a review: up to three after each release, on the review and on roundtables. The findings that no
 * release has are views of few people.
 */
export function randomReports(
  seed: number,
  review: ReviewHistory,
): { review: ReviewHistory; plans: ReportPlan[] } {
  // Numbers of its own, so that a review is the same with and without its reports.
  const random = seededRandom(seed + 1_000_000);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const pick = <Item>(items: readonly Item[]) => items[whole(0, items.length - 1)];
  const people = review.people.map((person) => ({
    ...person,
    findings: [...person.findings, ...UNRELEASED.filter(() => random() < RARE)],
  }));
  const released = [...new Set(review.releases.flatMap(({ findings }) => findings))];
  const sides = [...UNRELEASED, ...released];
  const wish = (): Wish => {
    const wording = pick(WORDINGS) ?? "somebody";
    const side = pick(sides);
    return side && random() < 0.8 ? { wording, side } : { wording, counted: pick(COUNTED) ?? "people" };
  };
  const plans = review.releases.flatMap(({ roundtables }, release) =>
    Array.from({ length: whole(0, 3) }, (): ReportPlan => ({
      release,
      roundtable: random() < 0.4 ? null : (pick(roundtables) ?? null),
      wishes: Array.from({ length: whole(1, MAX_WISHES) }, wish),
    })),
  );
  return { review: { ...review, people }, plans };
}

const RARE = 0.08;
