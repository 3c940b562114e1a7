import type { BlockContent } from "@/lib/report/draft/content/block-content";
import { SECTIONS, type Section } from "@/lib/report/draft/document-kind";
import type { ClaimEvidence } from "@/lib/report/draft/composed/telling";
import type { DraftedBlock } from "./proposal";
import type { Place } from "./propose";

/** What accepting a proposal does to the draft. */
export type Edit =
  | { is: "write"; blockId: string; section: Section; content: BlockContent; evidence: ClaimEvidence }
  /** Other evidence for claims that the paragraph makes; its words stay. */
  | { is: "cite"; blockId: string; evidence: ClaimEvidence }
  | {
      is: "insert";
      blockId: string;
      section: Section;
      content: BlockContent;
      evidence: ClaimEvidence;
      place: Place;
    }
  | { is: "remove"; blockId: string }
  /** These paragraphs take the places that they have together, in this order. */
  | { is: "arrange"; order: readonly string[] };

/** The draft after an edit, in the order of the document. */
export function applied(drafted: readonly DraftedBlock[], edit: Edit): DraftedBlock[] {
  switch (edit.is) {
    case "write": {
      const { blockId, section, content, evidence } = edit;
      return drafted.map((block) =>
        block.id === blockId
          ? { ...block, section, content, evidence, removedAt: null, revision: block.revision + 1 }
          : block,
      );
    }
    case "cite":
      return drafted.map((block) =>
        block.id === edit.blockId ? { ...block, evidence: { ...block.evidence, ...edit.evidence } } : block,
      );
    case "insert": {
      const { blockId: id, section, content, evidence } = edit;
      const block = { id, section, content, evidence, revision: 1, removedAt: null, erasedAt: null };
      return drafted.toSpliced(placeIn(drafted, edit.place), 0, block);
    }
    case "remove":
      return drafted.map((block) =>
        block.id === edit.blockId ? { ...block, removedAt: block.removedAt ?? new Date() } : block,
      );
    case "arrange": {
      const blocks = new Map(drafted.map((block) => [block.id, block]));
      return arranged(
        drafted.map(({ id }) => id),
        edit.order,
      ).flatMap((id) => blocks.get(id) ?? []);
    }
  }
}

/** How many paragraphs of the draft stand before the place. */
export function placeIn(drafted: readonly Pick<DraftedBlock, "id" | "section">[], place: Place): number {
  if ("after" in place) return drafted.findIndex(({ id }) => id === place.after) + 1;
  if ("before" in place) return drafted.findIndex(({ id }) => id === place.before);
  const upTo = SECTIONS.slice(0, SECTIONS.indexOf(place.endOf) + 1);
  return drafted.findLastIndex(({ section }) => upTo.includes(section)) + 1;
}

/** All of them, of which those in `order` stand in that order in the places that they have together. */
export function arranged(all: readonly string[], order: readonly string[]): string[] {
  const mine = new Set(order);
  const next = order.values();
  return all.map((id) => (mine.has(id) ? (next.next().value ?? id) : id));
}
