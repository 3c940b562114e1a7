import { runBefore, codePointLength, sliceCodePoints } from "@/lib/platform/text/code-points";
import { MAX_TEXT } from "./contribution-rules";

/** The two parts of a contribution's words, and their ranges in it, in code points. */
export type Parts = { first: string; second: string; firstEnd: number; secondStart: number };

const CHARACTERS = new Intl.Segmenter("en-GB", { granularity: "grapheme" });

/**
 * The words before and after `at` (code points), without the white space between them, or what is wrong with
 * the place. What people see as one character (a letter with its accents, an emoji sequence) is not split.
 */
export function splitAt(text: string, at: number): Parts | { problem: string } {
  const length = codePointLength(text);
  const before = sliceCodePoints(text, 0, at);
  const behind = sliceCodePoints(text, at);
  const first = before.trimEnd();
  const second = behind.trimStart();
  if (at > length || first === "" || second === "")
    return { problem: "There are words on only one side. Choose a place between two words." };
  if (before.length !== CHARACTERS.segment(text).containing(before.length)?.index)
    return { problem: "That place is inside a character. Choose a place between two words." };
  return { first, second, firstEnd: codePointLength(first), secondStart: length - codePointLength(second) };
}

/**
 * Where to split words for a caret at `caret` (both in UTF-16 units): there or, inside a word, at the nearer
 * end of the word, because joining puts a space between the parts. Null where one side would have no words.
 */
export function wordBoundary(text: string, caret: number): number | null {
  const before = caret - runBefore(text, caret, /\S/);
  const behind = /^\S*/.exec(text.slice(caret))?.[0].length ?? 0;
  // At an end of a word one of the distances is 0, so the caret does not move.
  const ends = before <= behind ? [caret - before, caret + behind] : [caret + behind, caret - before];
  const parts = (at: number) => text.slice(0, at).trim() !== "" && text.slice(at).trim() !== "";
  return parts(caret) ? (ends.find(parts) ?? null) : null;
}

type Side = {
  text: string;
  wording: string;
  source: string;
  participantId: string | null;
  importId: string | null;
  handsRaised: number | null;
  agreementSeen: boolean;
};

/** Why two contributions cannot be merged; null where they can. */
export function mergeProblem(into: Side, from: Side): string | null {
  if (into.source !== from.source || into.participantId !== from.participantId)
    return "Two people said these contributions, so they cannot be joined. Correct the speaker of one of them first.";
  if (into.importId !== from.importId)
    return "These contributions do not come from the same file, so they cannot be joined: an import can only be undone as a whole.";
  if (into.wording !== from.wording)
    return "One of these contributions is the gist and the other word for word, so they cannot be joined.";
  if ([into, from].some(({ handsRaised, agreementSeen }) => handsRaised !== null || agreementSeen))
    return "Hands were counted or agreement was seen for one of these contributions, so they cannot be joined.";
  if (codePointLength(joined(into.text, from.text)) > MAX_TEXT)
    return `Together these contributions are longer than ${MAX_TEXT.toLocaleString("en-GB")} characters, so they cannot be joined.`;
  return null;
}

export function joined(first: string, second: string): string {
  return `${first} ${second}`;
}

/**
 * The first contribution's words before the second was merged into it; null where they were changed since.
 */
export function separated(both: string, second: string): string | null {
  const tail = joined("", second);
  return both.length > tail.length && both.endsWith(tail) ? both.slice(0, -tail.length) : null;
}
