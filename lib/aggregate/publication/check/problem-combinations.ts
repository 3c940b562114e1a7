import { less, type Constraint, type ProblemBuilder } from "./problem";
import { combinationIn, pathsTo, type Editions, type Paths } from "./combination-paths";
import { hasLike, nameOf } from "./combination";
import { knownAlong, pathName, somebody } from "./problem-insiders";
import { COUNTED, knownBy, peopleWith, termsOf, type Counted } from "./table-block";
import type { Combination } from "./theme-history";
import type { ReleaseBlocks } from "./theme-problem";

/**
 * A participant who came to several roundtables knows what they said at all of them, and that it was one person who did.
 * Each release says which combinations there were. Where a roundtable was counted otherwise in an earlier release,
 * everybody is reckoned with who may be there, as with those who came to one. Returns the paths through single
 * roundtables that were reckoned with so: who knows no more than one of them knows less.
 */
export function addCombinations(
  builder: ProblemBuilder,
  editions: Editions,
  releases: readonly ReleaseBlocks[],
): ReadonlySet<string> {
  const reckonedWith = new Set<string>();
  const knowledge = new Knowledge(builder, editions, releases);
  /** For each release, the combinations of those who were reckoned with from a later one. */
  const done = releases.map(() => new Set<string>());
  for (let number = releases.length - 1; number >= 0; number--) {
    const now = releases[number];
    for (const combination of now?.release.combinations ?? []) {
      if (!now || done[number]?.has(nameOf(combination))) continue;
      for (const paths of pathsTo(combination, now, editions, releases.slice(0, number))) {
        builder.insider(knowledge.of(paths));
        for (const [id, path] of paths) reckonedWith.add(pathName(id, path));
        releases.forEach((release, at) => {
          const then = combinationIn(paths, release, editions);
          if (at < number && then) done[at]?.add(nameOf(then));
        });
      }
    }
  }
  return reckonedWith;
}

/** What a participant with these sets knows. What several of them know is made once, and so looked at once. */
class Knowledge {
  readonly #made = new Map<string, readonly Constraint[]>();

  constructor(
    private readonly builder: ProblemBuilder,
    private readonly editions: Editions,
    private readonly releases: readonly ReleaseBlocks[],
  ) {}

  of(paths: Paths): Constraint[] {
    const there = [...paths].flatMap(([id, path]) =>
      this.#once(pathName(id, path), () => knownAlong(this.builder, this.editions.get(id) ?? [], path)),
    );
    const everywhere = this.releases.flatMap((release) => {
      const then = combinationIn(paths, release, this.editions);
      return then && hasLike(release.release.combinations ?? [], then) ? this.#ofReview(release, then) : [];
    });
    return [...there, ...everywhere];
  }

  /** The review without them must still be one of other people, who came again as often as is left. */
  #ofReview(blocks: ReleaseBlocks, combination: Combination): Constraint[] {
    const { release, review, roundtables, again } = blocks;
    const sets = Object.values(combination);
    const together = sets.reduce((all, set) => all | set, 0);
    const times = COUNTED.map((counted) => sets.filter((set) => isIn(set, counted)).length);
    const timesAgain = times.map((many) => Math.max(0, many - 1));
    const othersAgain = again - (sets.length - 1);
    const { number } = release;
    return [
      ...this.#once(`${number} of ${together}`, () => knownBy(together, release.review.present, review)),
      ...this.#once(`${number} again ${timesAgain.join()} ${othersAgain}`, () =>
        cameAgain(blocks, timesAgain, othersAgain),
      ),
      // Of the people in the review there is one more than at any roundtable where they were not counted.
      ...COUNTED.filter((counted) => isIn(together, counted)).flatMap((counted) =>
        [...roundtables]
          .filter(([id]) => !isIn(combination[id] ?? 0, counted))
          .flatMap(([id, block]) =>
            this.#once(`${number} beyond ${id} ${counted}`, () => [
              { terms: less(termsOf(review, counted), termsOf(block, counted)), low: 1, high: Infinity },
            ]),
          ),
      ),
    ];
  }

  #once(name: string, make: () => Constraint[]): readonly Constraint[] {
    const made = this.#made.get(name) ?? make();
    this.#made.set(name, made);
    return made;
  }
}

function isIn(set: number, counted: Counted): boolean {
  return peopleWith(somebody(set), counted) > 0;
}

/** By how many the roundtables together are more than the review: their own times, and those of the others. */
function cameAgain(
  { review, roundtables }: ReleaseBlocks,
  own: readonly number[],
  others: number,
): Constraint[] {
  const more = COUNTED.map((counted) =>
    less(
      [...roundtables.values()].flatMap((block) => termsOf(block, counted)),
      termsOf(review, counted),
    ),
  );
  const [people = [], ...stances] = more;
  const [times = 0, ...timesWith] = own;
  return [
    ...more.map((terms, at): Constraint => ({ terms, low: own[at] ?? 0, high: (own[at] ?? 0) + others })),
    ...stances.map((terms, at): Constraint => ({
      terms: less(people, terms),
      low: times - (timesWith[at] ?? 0),
      high: Infinity,
    })),
  ];
}
