import { optionalText } from "@/lib/platform/text/text";
import { codePointLength } from "@/lib/platform/text/code-points";

/**
 * Signal words: words and short phrases that people use when they speak of a theme. They are stored as one
 * text, separated by commas, so that revisions, differences and files treat them like the definition.
 */
export const MAX_SIGNAL_WORDS = 40;
/** In code points, for each. */
const MAX_SIGNAL_WORD = 40;
/** Of the typed text, including spaces and line ends. */
const MAX_TYPED = 4_000;

const BETWEEN = /[,;\n]/;

/**
 * The words and phrases in order, each once, ignoring case; commas, semicolons and line ends separate them.
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

/** The same as the stored text. */
function signalWordsText(words: readonly string[]): string {
  return words.join(", ");
}

/**
 * Typed signal words in their stored form; or an error in words, where there are too many or one is too long.
 */
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

/** The signal words of a merge's target: its own, then those of the other theme, up to the limit. */
export function mergedSignalWords(into: string, from: string): string {
  return signalWordsText(signalWordsOf(`${into}\n${from}`).slice(0, MAX_SIGNAL_WORDS));
}

/** The present words without those that a merge added; earlier and later ones stay. */
export function partedSignalWords(now: string, before: string, merged: string): string {
  const keys = (text: string) => new Set(signalWordsOf(text).map((word) => word.toLowerCase()));
  const had = keys(before);
  const brought = keys(merged);
  return signalWordsText(
    signalWordsOf(now).filter((word) => had.has(word.toLowerCase()) || !brought.has(word.toLowerCase())),
  );
}
