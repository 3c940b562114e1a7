import { codePointLength, optionalText } from "@/lib/platform/text";

/**
 * Signal words: words and short phrases that people use when they speak of a theme. They are kept as one text in
 * which commas part them, so that revisions, differences and files treat them like the definition alongside them.
 */
export const MAX_SIGNAL_WORDS = 40;
/** In code points, each. */
const MAX_SIGNAL_WORD = 40;
/** Of what is typed, spaces and line ends included. */
const MAX_TYPED = 4_000;

const BETWEEN = /[,;\n]/;

/**
 * The words and phrases in their order, each once, whatever its case; commas, semicolons and line ends part
 * them.
 */
export function signalWordsOf(text: string): string[] {
  const words = new Map<string, string>();
  for (const typed of text.split(BETWEEN)) {
    const word = typed.replace(/\s+/g, " ").trim();
    const key = word.toLowerCase();
    if (word !== "" && !words.has(key)) words.set(key, word);
  }
  return [...words.values()];
}

/** The same as the text that is kept. */
function signalWordsText(words: readonly string[]): string {
  return words.join(", ");
}

/** What somebody typed, brought into the form that is kept; or what is too much of it, in words. */
export const signalWordsInput = optionalText({ what: "Signal words", max: MAX_TYPED })
  .transform((text) => signalWordsText(signalWordsOf(text)))
  .superRefine((text, context) => {
    const problem = problemOf(signalWordsOf(text));
    if (problem !== null) context.addIssue({ code: "custom", message: problem });
  });

function problemOf(words: readonly string[]): string | null {
  const long = words.find((word) => codePointLength(word) > MAX_SIGNAL_WORD);
  if (long !== undefined)
    return `Signal words: “${shortened(long)}” is longer than ${MAX_SIGNAL_WORD} characters. Put a comma or a new line between words`;
  if (words.length <= MAX_SIGNAL_WORDS) return null;
  return `Signal words: enter ${MAX_SIGNAL_WORDS} or fewer. There are ${words.length.toLocaleString("en-GB")}`;
}

function shortened(text: string): string {
  return `${Array.from(text).slice(0, MAX_SIGNAL_WORD).join("")}…`;
}

/**
 * The words of a theme that another one was merged into: its own, then those of the other, as many as a theme may
 * have.
 */
export function mergedSignalWords(into: string, from: string): string {
  return signalWordsText(signalWordsOf(`${into}\n${from}`).slice(0, MAX_SIGNAL_WORDS));
}

/**
 * The words as they are now without those that a merge brought: what was there before, and what came since,
 * stays.
 */
export function partedSignalWords(now: string, before: string, merged: string): string {
  const keys = (text: string) => new Set(signalWordsOf(text).map((word) => word.toLowerCase()));
  const had = keys(before);
  const brought = keys(merged);
  return signalWordsText(
    signalWordsOf(now).filter((word) => had.has(word.toLowerCase()) || !brought.has(word.toLowerCase())),
  );
}
