import { sha256 } from "@/lib/platform/digest";
import { codePointLength } from "@/lib/platform/text/code-points";
import type { RepeatFinder } from "./erasure-repeats";
import { nameWords, type NameFound, type TraceKind } from "./name-terms";
import type { Place } from "./text-places";

/** What is looked for in texts by other people. */
export type Sought = { names: (text: string) => NameFound[]; repeats: RepeatFinder };

/** Words found in one text, and whether they are removed unless somebody decides otherwise. */
export type Found = Place & { kind: TraceKind; words: string; proposed: boolean };

/** One thing that was found of somebody in one place, to be decided on: the same words there are one decision. */
export type Trace = {
  key: string;
  kind: TraceKind;
  /** What it was found in: "A memo". */
  what: string;
  /** The id of what it was found in. */
  owner: string;
  /** Its page below the review's address; null where it has none. */
  page: string | null;
  words: string;
  /** The text around them, where it may be shown. */
  before: string;
  after: string;
  proposed: boolean;
  /** How often, with earlier revisions. */
  times: number;
};

/** What somebody decided about traces; those that they were not shown are handled as proposed. */
export type Choice = {
  shown: ReadonlySet<string>;
  masked: ReadonlySet<string>;
  /** The traces are named under this secret, as the ledger names them. */
  secret?: string;
};

export function isMasked({ key, proposed }: Pick<Trace, "key" | "proposed">, choice: Choice | null): boolean {
  const known = choice?.secret === undefined ? key : keyUnder(choice.secret, key);
  return choice?.shown.has(known) ? choice.masked.has(known) : proposed;
}

/**
 * A trace as the ledger names it: whoever has the ledger, and guesses a name, cannot find out whether the guess is
 * right, since an erasure deletes the secret. A backup from before still holds it.
 */
export function keyUnder(secret: string, key: string): string {
  return shortDigest(secret, key);
}

/** Another person's own words lose a name, and are never taken for a copy unasked. */
export function tracesIn(text: string, original: boolean, { names, repeats }: Sought): Found[] {
  const repeated = repeats.find(text, original ? "long" : "short");
  const found = [
    ...repeated.map((place) => ({ ...place, kind: "words" as const, proposed: !original })),
    ...names(text),
  ];
  return found.map((one) => ({ ...one, words: text.slice(one.start, one.end) }));
}

/** The same for the same words in the same thing, so that a choice still holds when the text has moved. */
export function traceKey(
  what: string,
  owner: string,
  { kind, words }: Pick<Found, "kind" | "words">,
): string {
  return shortDigest(JSON.stringify([what, owner, kind, nameWords(words).join(" ")]));
}

function shortDigest(...parts: string[]): string {
  return Buffer.from(sha256(...parts))
    .toString("hex")
    .slice(0, 16);
}

export type Marks = Record<TraceKind, string>;

const NAME_MARKS = {
  name: "[name removed]",
  surname: "[name removed]",
  "first-name": "[name removed]",
  address: "[address removed]",
  organisation: "[organisation removed]",
  "organisation-part": "[organisation removed]",
} as const;

/** What replaces what was found: after a request, and where personal data is no longer kept. */
export const MARKS = {
  erasure: { words: "[removed at the speaker’s request]", ...NAME_MARKS },
  retention: { words: "[removed: no longer kept]", ...NAME_MARKS },
} satisfies Record<string, Marks>;

/** Never longer than what it replaces, for a column that would not take the whole mark. */
const SHORT = "…";

/** The text with a mark in place of each find; finds that overlap get one. */
export function maskedText(text: string, found: readonly Found[], marks: Marks, max = Infinity): string {
  const ranges = merged(found);
  const masked = replaced(text, ranges, ({ kind }) => marks[kind]);
  return codePointLength(masked) <= max ? masked : replaced(text, ranges, () => SHORT);
}

type Marked = Place & { kind: TraceKind };

function merged(found: readonly Marked[]): Marked[] {
  const result: Marked[] = [];
  for (const { start, end, kind } of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (!last || start >= last.end) result.push({ start, end, kind });
    else {
      last.end = Math.max(last.end, end);
      if (kind === "words") last.kind = kind;
    }
  }
  return result;
}

function replaced(text: string, ranges: readonly Marked[], mark: (range: Marked) => string): string {
  let result = "";
  let at = 0;
  for (const range of ranges) {
    result += text.slice(at, range.start) + mark(range);
    at = range.end;
  }
  return result + text.slice(at);
}

/** How much of the text around is shown. */
const AROUND = 80;

/** Whole words, as many as fit. */
export function around(text: string, { start, end }: Place): { before: string; after: string } {
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  return {
    before: start > AROUND ? `…${before.slice(before.indexOf(" ") + 1)}` : before,
    after: end + AROUND < text.length ? `${after.slice(0, after.lastIndexOf(" ") + 1)}…` : after,
  };
}
