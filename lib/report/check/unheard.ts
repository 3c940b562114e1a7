import type { Claim } from "@/lib/report/claim/claim";
import { passagesOf, type Run } from "@/lib/report/draft/block";
import { OWN_WORDS } from "@/lib/report/draft/document-kind";
import { advice, fault, type Check } from "./check";
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

/**
 * Stems of a clause, of the contributions that its claim cites, and of how facilitators put it: as a finding, with its other
 * side, and a theme's title. The database makes them as for search.
 */
export type ClauseWords = ClaimClause & {
  words: readonly string[];
  said: readonly string[];
  put: readonly string[];
};

/** A clause of fewer words that mean something may be a turn of phrase. */
const LEAST_WORDS = 2;

/**
 * A clause of which neither the contributions nor the finding has a word is a fault. People's words put another way share few
 * words with them, so a statement of which the contributions have no word at all is only to be read again.
 */
export function unheardChecks(clauses: readonly ClauseWords[]): Check[] {
  const telling = clauses.filter(
    ({ said, put, words }) => said.length + put.length > 0 && words.length >= LEAST_WORDS,
  );
  const faults = telling.flatMap((clause): Check[] => {
    if (hasAny(clause.words, [...clause.said, ...clause.put])) return [];
    const message = `No contribution behind this speaks of “${clause.text}”. Cite one that does, say it in the words of the evidence, or leave it out.`;
    return [{ ...fault("unheard", message), blockId: clause.blockId, claimId: clause.claimId }];
  });
  const claims = new Map(telling.map((clause) => [clause.claimId, clause]));
  const unsaid = [...claims.values()].filter(
    ({ claimId, said }) =>
      said.length > 0 && telling.every((one) => one.claimId !== claimId || !hasAny(one.words, said)),
  );
  return [
    ...faults,
    ...unsaid
      .filter(({ claimId }) => faults.every((one) => one.claimId !== claimId))
      .map(({ blockId, claimId }) => ({ ...advice("unheard", IN_OTHER_WORDS), blockId, claimId })),
  ];
}

const IN_OTHER_WORDS =
  "The contributions behind this have none of its words. Read them again, and say it nearer to what they said.";

function hasAny(words: readonly string[], known: readonly string[]): boolean {
  const all = new Set(known);
  return words.some((word) => all.has(word));
}
