import type { ReportFigures } from "@/lib/aggregate/publication/report/figure-ref";
import { quantityChecks } from "@/lib/report/check/quantity-checks";
import { quantitiesIn } from "@/lib/report/check/sentence-language";
import { sentencesIn } from "@/lib/report/check/sentences";
import type { Claim } from "@/lib/report/claim/claim";
import { plainText } from "@/lib/report/draft/block";
import type { BlockContent } from "@/lib/report/draft/content/block-content";
import { OWN_WORDS, type Section } from "@/lib/report/draft/document-kind";

/** Words of a block's plain text; offsets in UTF-16 units. */
export type Span = { start: number; end: number; words: string };

type Backed = {
  claims: ReadonlyMap<string, Claim>;
  figures: ReportFigures | null;
  smallNumber: number;
};

/**
 * The numbers and words of quantity of a block that no figure of the release backs, and that its author does not answer for:
 * those that the checks will speak of.
 */
export function unbackedQuantities(
  { section, content }: { section: Section; content: BlockContent },
  { claims, figures, smallNumber }: Backed,
): Span[] {
  if (OWN_WORDS.includes(section) || content.type === "blockquote" || content.type === "figure") return [];
  const text = plainText(content);
  let from = 0;
  return sentencesIn(content).flatMap((sentence) => {
    const at = text.indexOf(sentence.text, from);
    from = at + sentence.text.length;
    const marked = [...sentence.figures, ...sentence.own];
    const open = quantitiesIn(sentence.text).filter(
      ({ start }) => !marked.some((span) => span.start <= start && start < span.end),
    );
    if (open.length === 0) return [];
    const own = sentence.claims.flatMap((id) => claims.get(id) ?? []);
    const said = quantityChecks(sentence, { claims: own, figures, threshold: smallNumber });
    return open
      .filter(({ found }) => said.some(({ message }) => message.includes(`“${found}”`)))
      .map(({ found, start }) => ({ start: at + start, end: at + start + found.length, words: found }));
  });
}
