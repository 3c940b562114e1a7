import { seededRandom } from "@/lib/platform/random";
import type { Person, ReviewHistory } from "../history";
import { alternativesTo } from "./alternatives";
import type { Pages } from "./pages";
import type { Target } from "./targets";
import { keyOf, State, type Exchange, type Kind } from "./state";
import { Values } from "./values";

const MAX_TIMES = 3;
const MAX_EXCHANGES = 10;
const RESTARTS = 8;
/** So many exchanges that touch the number that does not fit are looked at for the next step. */
const SAMPLE = 100;

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
    [...this.kinds].forEach(([key, person], at) => {
      this.#addExchanges({ key, at, count: this.#counts.get(key) ?? 0 }, person, groups);
    });
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
      const same = change.join(" ");
      if (same === "" || known.has(same)) continue;
      known.add(same);
      const entries = change.map(([entry]) => entry);
      const exchange: Exchange = { kind, to: keyOf(other), entries, by: change.map(([, by]) => by) };
      this.#exchanges.push(exchange);
      for (const entry of entries) this.#byEntry[entry]?.push(exchange);
    }
  }

  #start(): State {
    return new State(this.#truth, this.pages.entries, this.kinds.size);
  }

  /** Every exchange alone, of up to three people of the kind. */
  #tryEach(): void {
    for (const exchange of this.#exchanges) {
      const state = this.#start();
      for (let times = 1; times <= Math.min(MAX_TIMES, exchange.kind.count); times++) {
        state.exchange(exchange);
        if (state.wrong.size > 0) break;
        this.#record(state);
      }
    }
  }

  /** Tries to find a review in which the target has the value, and in which somebody is like the insider. */
  reach(at: number, value: number, insider: string | null): boolean {
    const target = this.targets[at];
    if (!target) return false;
    for (let start = 0; start < RESTARTS; start++) {
      const state = this.#start();
      while (state.exchanged.length < MAX_EXCHANGES) {
        const next = this.#next(state, target, value, insider);
        if (!next) break;
        state.exchange(next);
        if (state.wrong.size > 0 || valueIn(state, target) !== value) continue;
        this.#record(state);
        return this.values[at]?.has(value, insider) ?? false;
      }
    }
    return false;
  }

  /** The exchange that helps most with one number that does not fit, taken by chance; among equals by chance. */
  #next(state: State, target: Target, value: number, insider: string | null): Exchange | null {
    const miss = value - valueIn(state, target);
    const wrong = [...state.wrong];
    if (miss !== 0) wrong.push(target.plus, ...(target.minus === null ? [] : [target.minus]));
    const entry = wrong[Math.floor(this.#random() * wrong.length)];
    if (entry === undefined) return null;
    const candidates = this.#byEntry[entry] ?? [];
    let best: Exchange | null = null;
    let least = Infinity;
    // Neighbours are of one kind, so that every so-many-th is looked at, from a random one on.
    const step = Math.max(1, Math.floor(candidates.length / SAMPLE));
    for (let at = Math.floor(this.#random() * step); at < candidates.length; at += step) {
      const exchange = candidates[at];
      if (!exchange || state.leftOf(exchange.kind) <= (exchange.kind.key === insider ? 1 : 0)) continue;
      const left = Math.abs(miss - gainOf(exchange, target)) - Math.abs(miss);
      const cost = state.costOf(exchange) + left + this.#random();
      if (cost >= least) continue;
      least = cost;
      best = exchange;
    }
    return best;
  }

  #record(state: State): void {
    const there = new Set(state.exchanged.map(({ to }) => to));
    const missing = new Set(
      state.exchanged
        .filter(({ kind }) => state.leftOf(kind) <= 0 && !there.has(kind.key))
        .map(({ kind }) => kind.key),
    );
    const touched = new Set(
      state.exchanged.flatMap(({ entries }) => entries.flatMap((entry) => this.#targetsOf[entry] ?? [])),
    );
    for (const at of touched) {
      const target = this.targets[at];
      if (target) this.values[at]?.add(valueIn(state, target), missing);
    }
  }
}

function valueIn(state: State, { plus, minus }: Target): number {
  return state.at(plus) - (minus === null ? 0 : state.at(minus));
}

function gainOf({ entries, by }: Exchange, { plus, minus }: Target): number {
  const more = entries.indexOf(plus);
  const fewer = minus === null ? -1 : entries.indexOf(minus);
  return (more < 0 ? 0 : (by[more] ?? 0)) - (fewer < 0 ? 0 : (by[fewer] ?? 0));
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
