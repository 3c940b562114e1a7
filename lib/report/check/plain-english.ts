import retextEnglish from "retext-english";
import retextPassive from "retext-passive";
import retextReadability from "retext-readability";
import retextSimplify from "retext-simplify";
import { unified, type Processor } from "unified";

/**
 * Advice on plain English, from retext. It takes a third of a second for a report, so that it runs in a worker thread, and
 * only for paragraphs that changed.
 */

/** What could be plainer in a text; offsets in UTF-16 units. */
export type PlainEnglishAdvice = { message: string; start: number; end: number };

/** Readers of reports have left school, and a long word of the field makes no sentence hard: five of seven measures have to say so. */
const READABILITY = { age: 20, threshold: 5 / 7, minWords: 25 };

/** Words that retext would replace and that mean something of their own in the field or on these pages. */
const KEPT = [
  // "many" in its place would be a word of quantity.
  "a number of",
  "additional",
  "assist",
  "component",
  "delivery",
  "deliver",
  "effective",
  "effectively",
  "ensure",
  "evidence",
  "evident",
  "expertise",
  "forward",
  "however",
  "identify",
  "implement",
  "maintain",
  "monitor",
  "participate",
  "provide",
  "provided",
  "remain",
  "require",
  "requirement",
  "similar to",
  "it is",
  "there is",
  "there are",
  "viable",
];

/** Passives that say that somebody said something: a report has to say so without a number. */
const REPORTED =
  /\b(?:said|felt|thought|argued|believed|considered|mentioned|remarked|reported|suggested|found|made|put|taken|held|seen|given|told|heard|shown|known|written|set|taught)$/i;

function compileNothing(this: Processor) {
  this.compiler = () => "";
}

const reader = unified()
  .use(retextEnglish)
  .use(retextReadability, READABILITY)
  .use(retextSimplify, { ignore: KEPT })
  .use(retextPassive)
  .use(compileNothing as never)
  .freeze();

/** For each text what could be plainer. The same texts give the same advice. */
export function plainEnglish(texts: readonly string[]): PlainEnglishAdvice[][] {
  return texts.map((text) =>
    reader.processSync(text).messages.flatMap(({ place, source, actual, expected }): PlainEnglishAdvice[] => {
      if (!place || !("start" in place)) return [];
      const [start, end] = [place.start.offset ?? 0, place.end.offset ?? 0];
      const words = text.slice(start, end);
      if (source === "retext-passive" && REPORTED.test(words)) return [];
      return [{ message: messageOf(source ?? "", actual ?? words, expected ?? []), start, end }];
    }),
  );
}

function messageOf(source: string, words: string, expected: readonly string[]): string {
  if (source === "retext-readability")
    return "This sentence is hard to read. Divide it, or leave something out.";
  if (source === "retext-passive") return `Who does it? “${words}” does not say. Name them if it matters.`;
  const [first] = expected;
  return first ? `“${first}” is plainer than “${words}”.` : `“${words}” can be left out.`;
}
