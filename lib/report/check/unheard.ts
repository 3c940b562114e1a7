import type { Claim } from "@/lib/report/claim/claim";
import { passagesOf, type Run } from "@/lib/report/draft/block";
import { OWN_WORDS } from "@/lib/report/draft/document-kind";
import { fault, type Check } from "./check";
import type { CheckedBlock } from "./checks";
import { withoutAttribution } from "./sentence-language";

/** Clauses of claims of which no word that means something stands in their evidence. */

/** A clause of a claim, to be compared with what the claim cites. */
export type ClaimClause = { blockId: string; claimId: string; text: string };

/**
 * The clauses of the text's claims, parted at commas and the like, without figures and the words that say who said so. A
 * theme as a whole rests on all that was said under it.
 */
export function clausesOf(
  blocks: readonly CheckedBlock[],
  claims: ReadonlyMap<string, Pick<Claim, "themeId">>,
): ClaimClause[] {
  return blocks
    .filter(
      ({ section, erasedAt, type }) => erasedAt === null && type !== "figure" && !OWN_WORDS.includes(section),
    )
    .flatMap(({ id: blockId, content }) =>
      passagesOf(content).flatMap(({ runs, claimId }) =>
        claimId === null || claims.get(claimId)?.themeId
          ? []
          : wordsWithoutFigures(runs)
              .split(/[,;:.!?]|\b(?:but|although|while|because)\b/)
              .map((part) => ({ blockId, claimId, text: withoutAttribution(part).trim() }))
              .filter((clause) => clause.text !== ""),
      ),
    );
}

function wordsWithoutFigures(runs: readonly Run[]): string {
  return runs
    .filter(({ marks }) => !marks.some(({ type }) => type === "figure"))
    .map(({ text }) => text)
    .join("");
}

/** Stems of a clause, and of everything that its claim cites, as the database makes them for search. */
export type ClauseWords = ClaimClause & { words: readonly string[]; heard: readonly string[] };

/** A clause of fewer words that mean something may be a turn of phrase. */
const LEAST_WORDS = 2;

export function unheardChecks(clauses: readonly ClauseWords[]): Check[] {
  return clauses.flatMap(({ blockId, claimId, text, words, heard }): Check[] => {
    if (heard.length === 0 || words.length < LEAST_WORDS) return [];
    const known = new Set(heard);
    if (words.some((word) => known.has(word))) return [];
    const message = `No contribution behind this speaks of “${text}”. Cite one that does, say it in the words of the evidence, or leave it out.`;
    return [{ ...fault("unheard", message), blockId, claimId }];
  });
}
