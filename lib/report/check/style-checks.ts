import { passagesOf } from "@/lib/report/draft/block";
import { OWN_WORDS } from "@/lib/report/draft/document-kind";
import { PEOPLE_WORDS, type HouseStyle } from "@/lib/report/draft/house-style";
import { avoidedIn } from "@/lib/report/draft/house-words";
import { advice, type Check } from "./check";
import type { CheckedBlock } from "./checks";

/** What the house style says otherwise. Quotations keep their words, and so does what a finding says of other people. */
export function styleChecks(blocks: readonly CheckedBlock[], { avoid, people }: HouseStyle): Check[] {
  const others = PEOPLE_WORDS.filter((word) => word !== people).map((word) => ({ word, instead: people }));
  return blocks
    .filter(({ type }) => type !== "quotation" && type !== "figure")
    .flatMap(({ id: blockId, section, content }) =>
      passagesOf(content).flatMap(({ text, claimId }): Check[] => {
        const own = claimId === null && !OWN_WORDS.includes(section);
        return avoidedIn(text, own ? [...avoid, ...others] : avoid).map(({ start, end, instead }) => ({
          ...advice("style", messageOf(text.slice(start, end), instead)),
          blockId,
          claimId,
        }));
      }),
    );
}

function messageOf(word: string, instead: string): string {
  return instead === ""
    ? `The house style does not use “${word}”. Say it otherwise.`
    : `The house style says “${instead}” in place of “${word}”.`;
}
