import { format } from "node:util";

const METHODS = ["error", "warn"] as const;

/** Records errors and warnings on the console, until it is ended. */
export class ConsoleWatch {
  readonly #said: string[] = [];
  readonly #expected: RegExp[] = [];
  readonly #before = { ...console };

  constructor() {
    for (const method of METHODS)
      console[method] = (...parts: unknown[]) =>
        void this.#said.push(`console.${method}: ${format(...parts)}`);
  }

  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  /** Throws for what nobody expected, and for what was expected but did not happen. */
  end(): void {
    Object.assign(console, this.#before);
    const unexpected = this.#said.filter((words) => !this.#expected.some((pattern) => pattern.test(words)));
    if (unexpected.length > 0)
      throw new Error(
        `Unexpected on the console (expectConsole says that a test expects it):\n${unexpected.join("\n")}`,
      );
    const missing = this.#expected.filter((pattern) => !this.#said.some((words) => pattern.test(words)));
    if (missing.length > 0) throw new Error(`Expected on the console and not said: ${missing.join(", ")}`);
  }
}

let ofThisTest: ConsoleWatch | null = null;

export function beginWatching(): void {
  ofThisTest = new ConsoleWatch();
}

export function endWatching(): void {
  ofThisTest?.end();
  ofThisTest = null;
}

/**
 * Declares that this test makes the code write this as an error or a warning on the console; anything else
 * fails it.
 */
export function expectConsole(pattern: RegExp): void {
  if (!ofThisTest) throw new Error("The console is watched within a test alone.");
  ofThisTest.expect(pattern);
}
