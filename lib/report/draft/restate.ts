import { figureFor, parseRef, type ReportFigures } from "@/lib/aggregate/publication/report/figure-ref";
import { saysFigure, waysToSay } from "@/lib/aggregate/publication/words/told-words";
import { startingSentence } from "@/lib/aggregate/publication/words/published-words";
import type { BlockContent } from "./block";

/** A live figure whose words are not what another release says. */
export type Restated = {
  from: string;
  /** null where that release does not show it: the author has to say it otherwise. */
  to: string | null;
};

/** A release that is newer than the one a draft’s figures come from, and what it would change. */
export type NewerRelease = { id: string; number: number; boundTo: number | null; changes: Restated[] };

/** The block with the figures of another release, and what changes in it. */
export function restated(
  content: BlockContent,
  figures: ReportFigures,
): { content: BlockContent; changes: Restated[] } {
  const changes: Restated[] = [];
  const nodes = content.content?.map((node) => {
    const mark = node.marks?.find(({ type }) => type === "figure");
    const ref = mark?.type === "figure" ? parseRef(mark.attrs.ref) : null;
    if (!ref) return node;
    const told = figureFor(ref, figures);
    if (told && saysFigure(node.text, told)) return node;
    const to = told && said(node.text, waysToSay(told));
    changes.push({ from: node.text, to });
    return to === null ? node : { ...node, text: to };
  });
  return { content: nodes ? { ...content, content: nodes } : content, changes };
}

/** A number stays a number, out of how many where it said so, and a word a word, with the capital that the text had. */
function said(text: string, ways: readonly string[]): string | null {
  const shape = (words: string) =>
    [/\d/.test(words), / of (?:the )?\d/.test(words), / of the \d/.test(words)].join();
  const way = ways.find((one) => shape(one) === shape(text)) ?? ways[0];
  if (way === undefined) return null;
  return /^\p{Lu}/u.test(text) ? startingSentence(way) : way;
}
