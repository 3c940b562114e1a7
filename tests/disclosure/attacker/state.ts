import type { Person } from "../history";

/** People who are alike in everything, and how many there are. */
export type Kind = { key: string; at: number; count: number };

/** One person of a kind, exchanged for one of another: how each number of the pages changes. */
export type Exchange = { kind: Kind; to: string; entries: readonly number[]; by: readonly number[] };

/** Between what a number must be for the pages to read as they do. */
export type Limits = { low: number; high: number };

/** The numbers of a review that came about by exchanging some of the people of the true one. */
export class State {
  readonly exchanged: Exchange[] = [];
  /** Which numbers are no longer what the pages say. */
  readonly wrong = new Set<number>();
  readonly #numbers: Int32Array;
  readonly #taken: Int32Array;

  constructor(
    truth: readonly number[],
    readonly limits: readonly Limits[],
    kinds: number,
  ) {
    this.#numbers = Int32Array.from(truth);
    this.#taken = new Int32Array(kinds);
  }

  at(entry: number): number {
    return this.#numbers[entry] ?? 0;
  }

  leftOf({ at, count }: Kind): number {
    return count - (this.#taken[at] ?? 0);
  }

  excess(entry: number, number: number): number {
    const limits = this.limits[entry];
    if (!limits) return 0;
    if (number < limits.low) return limits.low - number;
    return number > limits.high ? number - limits.high : 0;
  }

  exchange(one: Exchange): void {
    one.entries.forEach((entry, index) => {
      const number = this.at(entry) + (one.by[index] ?? 0);
      this.#numbers[entry] = number;
      if (this.excess(entry, number) > 0) this.wrong.add(entry);
      else this.wrong.delete(entry);
    });
    this.#taken[one.kind.at] = (this.#taken[one.kind.at] ?? 0) + 1;
    this.exchanged.push(one);
  }

  /** How much further the numbers are from what the pages say after the exchange. */
  costOf({ entries, by }: Exchange): number {
    let cost = 0;
    for (let index = 0; index < entries.length; index++) {
      const entry = entries[index] ?? 0;
      const now = this.#numbers[entry] ?? 0;
      cost += this.excess(entry, now + (by[index] ?? 0)) - this.excess(entry, now);
    }
    return cost;
  }
}

export function keyOf({ group, attendances, findings }: Person): string {
  const there = attendances.map(({ roundtable, stances }) => `${roundtable}:${stances.join(",")}`).sort();
  return [group, ...there, ...[...findings].sort()].join(" ");
}
