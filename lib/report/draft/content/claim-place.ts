import { passagesOf, plainText, typeOf } from "../block";
import type { BlockContent } from "./block-content";
import { SECTION_WORDS, type Section } from "../document-kind";

/**
 * Where a claim stands. Read alone, a clause such as "that marking differs", or a sentence that says "this", does not say what
 * it is about: the words around it do.
 */
export type ClaimPlace = {
  blockId: string;
  /** The part of the report, and the subheading in it above the claim, outermost first. */
  headings: readonly string[];
  /** The first line of the list that it is an item of; empty elsewhere. */
  lead: string;
  before: string;
  text: string;
  after: string;
};

type PlacedBlock = { id: string; section: Section; content: BlockContent };

/** The place of a claim among the blocks of a report, which are in order; null where none of them has it. */
export function placeOfClaim(blocks: readonly PlacedBlock[], claimId: string): ClaimPlace | null {
  let section: Section | null = null;
  let subheading = "";
  let lead = "";
  for (const { id, content, ...block } of blocks) {
    if (block.section !== section) [section, subheading, lead] = [block.section, "", ""];
    const type = typeOf(content);
    if (type === "subheading") subheading = plainText(content);
    if (type !== "list_item") lead = leadOf(content);
    const around = wordsAround(content, claimId);
    if (around)
      return {
        blockId: id,
        headings: [SECTION_WORDS[section], ...(subheading === "" ? [] : [subheading])],
        lead: type === "list_item" ? lead : "",
        ...around,
      };
  }
  return null;
}

function leadOf(content: BlockContent): string {
  const text = plainText(content).trim();
  return content.type === "paragraph" && text.endsWith(":") ? text : "";
}

/** A claim in a table stands in its cell, and nothing around it goes with it. */
function wordsAround(
  content: BlockContent,
  claimId: string,
): Pick<ClaimPlace, "before" | "text" | "after"> | null {
  const passages = passagesOf(content);
  const at = passages.findIndex((one) => one.claimId === claimId);
  const found = passages[at];
  if (!found) return null;
  const words = (some: typeof passages) =>
    content.type === "table" ? "" : some.map(({ text }) => text).join("");
  return { before: words(passages.slice(0, at)), text: found.text, after: words(passages.slice(at + 1)) };
}
