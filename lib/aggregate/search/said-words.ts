import { signalWordsOf } from "@/lib/tag/codebook/signal-words";
import { wordsOf } from "@/lib/tag/suggestion/words";

/** "special needs" is said in "special educational needs" too. */
const MAX_WORDS_BETWEEN = 1;
/** Words in capitals, without the s of a plural. */
const CAPITALS = /\b[A-Z]{2,}(?=s?\b)/g;

/**
 * How many of the title and signal words of a theme or area a text says, each once, in any form that has the same stem.
 * An abbreviation counts in capitals alone, because SEND is another word than "send".
 */
export function signalWordsIn(text: string, theme: { title: string; signalWords: string }): number {
  const said = wordsOf(text).map(({ stem }) => stem);
  const capitals = new Set(text.match(CAPITALS));
  return signalWordsOf(`${theme.title}, ${theme.signalWords}`).filter((words) =>
    isAbbreviation(words) ? capitals.has(words) : isSaid(wordsOf(words), said),
  ).length;
}

const isAbbreviation = (words: string) => words === words.match(CAPITALS)?.[0];

/** Whether the words stand in a text in their order, each close behind the one before. */
function isSaid(words: readonly { stem: string }[], said: readonly string[]): boolean {
  const [first, ...rest] = words.map(({ stem }) => stem);
  return said.some((stem, start) => {
    if (stem !== first) return false;
    let at = start;
    return rest.every((next) => {
      const step = said.slice(at + 1, at + 2 + MAX_WORDS_BETWEEN).indexOf(next);
      at += step + 1;
      return step >= 0;
    });
  });
}
