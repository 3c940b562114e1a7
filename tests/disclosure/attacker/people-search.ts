import { seededRandom } from "@/lib/platform/random";
import type { Person, ReviewHistory } from "../history";
import { alternativesTo } from "./alternatives";
import type { Pages } from "./pages";
import type { Target } from "./targets";
import { Values } from "./values";

/** People who are alike in everything, and how many there are. */
type Kind = { key: string; count: number };

/** One person of a kind, exchanged for one of another: how the numbers change. */
type Exchange = { kind: Kind; to: string; change: readonly (readonly [entry: number, by: number])[] };

const MAX_TIMES = 3;
const MAX_EXCHANGES = 10;
const RESTARTS = 12;

/**
 * Looks for other reviews with the very same pages, by exchanging people one after another, and keeps which values the
 * targets have in them. What is found is certain, whatever it was found from: such a review might be the true one.
 */
export class PeopleSearch {
  readonly values: readonly Values[];
  readonly kinds: ReadonlyMap<string, Person>;
  readonly #truth: readonly number[];
  readonly #counts = new Map<string, number>();
  readonly #exchanges: Exchange[] = [];
  readonly #byEntry: Exchange[][];
  readonly #targetsOf: number[][];
  readonly #random: () => number;

  constructor(
    readonly pages: Pages,
    readonly targets: readonly Target[],
    review: ReviewHistory,
    seed: number,
  ) {
    this.#random = seededRandom(seed);
    this.#truth = pages.numbersOfReview(review);
    this.values = targets.map(({ truth }) => new Values(truth));
    this.#targetsOf = pages.entries.map(() => []);
    targets.forEach(({ plus, minus }, at) => {
      this.#targetsOf[plus]?.push(at);
      if (minus !== null) this.#targetsOf[minus]?.push(at);
    });
    this.kinds = kindsOf(review, this.#counts);
    this.#byEntry = pages.entries.map(() => []);
    const groups = [...new Set(review.people.map(({ group }) => group))];
    for (const [key, person] of this.kinds)
      this.#addExchanges({ key, count: this.#counts.get(key) ?? 0 }, person, groups);
    this.#tryEach();
  }

  #addExchanges(kind: Kind, person: Person, groups: readonly string[]): void {
    const own = this.pages.numbersOf(person);
    const known = new Set<string>();
    for (const other of alternativesTo(person, this.pages.published, groups)) {
      const changes = new Map<number, number>();
      for (const entry of this.pages.numbersOf(other)) changes.set(entry, 1);
      for (const entry of own) changes.set(entry, (changes.get(entry) ?? 0) - 1);
      const change = [...changes].filter(([, by]) => by !== 0).sort(([a], [b]) => a - b);
      const same = JSON.stringify(change);
      if (known.has(same)) continue;
      known.add(same);
      const exchange: Exchange = { kind, to: keyOf(other), change };
      this.#exchanges.push(exchange);
      for (const [entry] of change) this.#byEntry[entry]?.push(exchange);
    }
  }

  /** Every exchange alone, of up to three people of the kind. */
  #tryEach(): void {
    for (const exchange of this.#exchanges)
      for (let times = 1; times <= Math.min(MAX_TIMES, exchange.kind.count); times++) {
        if (
          !exchange.change.every(([entry, by]) => this.#fits(entry, (this.#truth[entry] ?? 0) + times * by))
        )
          break;
        this.#record(
          new State(
            this.#truth,
            Array.from({ length: times }, () => exchange),
          ),
        );
      }
  }

  #fits(entry: number, number: number): boolean {
    return this.#excess(entry, number) === 0;
  }

  #excess(entry: number, number: number): number {
    const limits = this.pages.entries[entry];
    if (!limits) return 0;
    return Math.max(0, limits.low - number, number - limits.high);
  }

  /** Tries to find a review in which the target has the value, and in which somebody is like the insider. */
  reach(at: number, value: number, insider: string | null): boolean {
    for (let start = 0; start < RESTARTS; start++) {
      const state = new State(this.#truth, []);
      while (state.exchanged.length < MAX_EXCHANGES) {
        const next = this.#next(state, at, value, insider);
        if (!next) break;
        state.exchange(next);
        if (this.#isDone(state, at, value)) {
          this.#record(state);
          return this.values[at]?.has(value, insider) ?? false;
        }
      }
    }
    return false;
  }

  #isDone(state: State, at: number, value: number): boolean {
    return (
      this.#miss(state, at, value) === 0 &&
      [...state.numbers].every(([entry, number]) => this.#fits(entry, number))
    );
  }

  #miss(state: State, at: number, value: number): number {
    const target = this.targets[at];
    if (!target) return 0;
    return value - state.at(target.plus) + (target.minus === null ? 0 : state.at(target.minus));
  }

  /** The exchange that helps most with one number that does not fit, taken by chance; among equals by chance. */
  #next(state: State, at: number, value: number, insider: string | null): Exchange | null {
    const wrong = [...state.numbers]
      .filter(([entry, number]) => !this.#fits(entry, number))
      .map(([entry]) => entry);
    const target = this.targets[at];
    if (!target) return null;
    const miss = this.#miss(state, at, value);
    if (miss !== 0) wrong.push(target.plus, ...(target.minus === null ? [] : [target.minus]));
    const entry = wrong[Math.floor(this.#random() * wrong.length)];
    if (entry === undefined) return null;
    let best: Exchange | null = null;
    let least = Infinity;
    for (const exchange of this.#byEntry[entry] ?? []) {
      const left =
        exchange.kind.count - state.takenOf(exchange.kind.key) - (exchange.kind.key === insider ? 1 : 0);
      if (left <= 0) continue;
      const cost = this.#costAfter(state, exchange, target, miss) + this.#random();
      if (cost >= least) continue;
      least = cost;
      best = exchange;
    }
    return best;
  }

  #costAfter(state: State, { change }: Exchange, target: Target, miss: number): number {
    let cost = 0;
    let left = miss;
    for (const [entry, by] of change) {
      const now = state.at(entry);
      cost += this.#excess(entry, now + by) - this.#excess(entry, now);
      if (entry === target.plus) left -= by;
      if (entry === target.minus) left += by;
    }
    return cost + Math.abs(left) - Math.abs(miss);
  }

  #record(state: State): void {
    const there = new Set(state.exchanged.map(({ to }) => to));
    const missing = new Set(
      [...new Set(state.exchanged.map(({ kind }) => kind))]
        .filter(({ key, count }) => state.takenOf(key) >= count && !there.has(key))
        .map(({ key }) => key),
    );
    const touched = new Set([...state.numbers.keys()].flatMap((entry) => this.#targetsOf[entry] ?? []));
    for (const at of touched) {
      const target = this.targets[at];
      if (!target) continue;
      const value = state.at(target.plus) - (target.minus === null ? 0 : state.at(target.minus));
      this.values[at]?.add(value, missing);
    }
  }
}

/** The numbers of a review, as far as they are other than those of the truth, and whom it took to get there. */
class State {
  readonly numbers = new Map<number, number>();
  readonly exchanged: Exchange[] = [];
  readonly #taken = new Map<string, number>();

  constructor(
    readonly truth: readonly number[],
    exchanges: readonly Exchange[],
  ) {
    for (const one of exchanges) this.exchange(one);
  }

  at(entry: number): number {
    return this.numbers.get(entry) ?? this.truth[entry] ?? 0;
  }

  takenOf(kind: string): number {
    return this.#taken.get(kind) ?? 0;
  }

  exchange(one: Exchange): void {
    for (const [entry, by] of one.change) this.numbers.set(entry, this.at(entry) + by);
    this.#taken.set(one.kind.key, this.takenOf(one.kind.key) + 1);
    this.exchanged.push(one);
  }
}

export function keyOf({ group, attendances, findings }: Person): string {
  const there = attendances.map(({ roundtable, stances }) => `${roundtable}:${stances.join(",")}`).sort();
  return [group, ...there, ...[...findings].sort()].join(" ");
}

function kindsOf({ people }: ReviewHistory, counts: Map<string, number>): ReadonlyMap<string, Person> {
  const kinds = new Map<string, Person>();
  for (const person of people) {
    const key = keyOf(person);
    kinds.set(key, person);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return kinds;
}
