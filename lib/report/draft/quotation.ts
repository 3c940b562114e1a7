import { mayBeQuoted, type CitedContribution } from "@/lib/report/claim/claim";

/** Shorter passages in quotation marks are terms, not quotations. */
const QUOTED_WORDS = 4;

/**
 * Double quotation marks, or single ones without a letter on the outer side, so that an apostrophe opens no
 * quotation.
 */
const QUOTED = /“([^”]+)”|"([^"]+)"|(?<!\p{L})‘(.+?)’(?!\p{L})|(?<!\p{L})'(.+?)'(?!\p{L})/gu;

/** The passages of a text that are in quotation marks. */
export function quotedPassages(text: string): string[] {
  const passages = [...text.matchAll(QUOTED)].map(
    (match) => match.slice(1).find((part) => part !== undefined) ?? "",
  );
  return passages.filter((passage) => passage.trim().split(/\s+/).length >= QUOTED_WORDS);
}

/** Quotation marks and spaces are typed in different ways; the comparison ignores the difference. */
function sameTyping(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, " ").trim();
}

function withoutMarks(text: string): string {
  return sameTyping(text)
    .replace(/^"(.*)"$/s, "$1")
    .trim();
}

/** Why these words may not be published as a quotation of one of the contributions; null when they may. */
export function quotationFault(passage: string, contributions: readonly CitedContribution[]): string | null {
  const words = withoutMarks(passage);
  const holding = contributions.filter(
    ({ clearedText }) => clearedText !== null && sameTyping(clearedText).includes(words),
  );
  if (holding.some(mayBeQuoted)) return null;
  if (holding.length === 0)
    return "These words are not in a cleared contribution that the quotation cites. Copy them from the cleared contribution.";
  if (holding.every(({ verbatim }) => !verbatim))
    return "This contribution is the gist. You can only quote contributions marked word for word. Report this one in other words.";
  return "The speaker does not let these words be quoted. Report them in other words.";
}
