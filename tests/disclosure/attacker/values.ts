/**
 * Which values a count may have, as far as other reviews with the same pages were found; and for whom: a review without
 * anybody like a participant is none to that participant.
 */
export class Values {
  /** For each value, the kinds of people who are missing from every review found so far that has it. */
  readonly #missing = new Map<number, ReadonlySet<string>>();

  constructor(truth: number) {
    this.#missing.set(truth, new Set());
  }

  add(value: number, missing: ReadonlySet<string>): void {
    const before = this.#missing.get(value);
    if (before?.size === 0) return;
    this.#missing.set(value, before ? new Set([...before].filter((kind) => missing.has(kind))) : missing);
  }

  has(value: number, insider: string | null): boolean {
    const missing = this.#missing.get(value);
    return missing !== undefined && (insider === null || !missing.has(insider));
  }

  count(insider: string | null): number {
    return [...this.#missing.keys()].filter((value) => this.has(value, insider)).length;
  }

  /** The kinds of people to whom some value is closed so far. */
  limited(): string[] {
    return [...new Set([...this.#missing.values()].flatMap((missing) => [...missing]))];
  }
}
