import { figureFor, parseRef, type ReportFigures } from "@/lib/aggregate/publication/report/figure-ref";
import { readFigure, saidAgain, saysFigure } from "@/lib/aggregate/publication/words/told-words";
import type { BlockContent } from "./content/block-content";

/** A live figure whose words are not what another release says. */
export type Restated = {
  from: string;
  /** null where that release does not show it: the author has to say it otherwise. */
  to: string | null;
};

/** A release that is newer than the one a draft’s figures come from, and what it would change. */
export type NewerRelease = { id: string; number: number; boundTo: number | null; changes: Restated[] };

/**
 * The block with the figures of another release, and what changes in it. A number stays a number, out of how many where it
 * said so, and a word a word. Words that somebody wrote into a figure stay: the checks name a figure that says more.
 */
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
    const said = readFigure(node.text);
    if (told && (said === null || saysFigure(node.text, told))) return node;
    const to = told && said && saidAgain(said, told);
    changes.push({ from: node.text, to });
    return to === null ? node : { ...node, text: to };
  });
  return { content: nodes ? { ...content, content: nodes } : content, changes };
}
