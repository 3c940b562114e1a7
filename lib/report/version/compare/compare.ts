import { diffArrays } from "diff";
import type { ShownTable } from "@/lib/aggregate/publication/report/figure-table";
import { isGap, passagesOf, plainText } from "@/lib/report/draft/block";
import type { BlockContent } from "@/lib/report/draft/content/block-content";
import type { BlockType } from "@/lib/report/draft/document-kind";
import { sameContent } from "@/lib/report/draft/saving/edited-block";
import type { VersionEvidence } from "../version-evidence";
import { cellChanges, claimChanges, type CellChange, type ClaimChange } from "./changes";

/** A block of a version, or of the draft as it would be saved. */
export type ComparedBlock = {
  blockId: string;
  type: BlockType;
  content: BlockContent;
  erasedAt: Date | null;
  evidence: VersionEvidence;
  table: ShownTable | null;
};

export type BlockChange = {
  blockId: string;
  type: BlockType;
  is: "same" | "changed" | "added" | "removed";
  /** It stands elsewhere among the blocks that both have. */
  moved: boolean;
  before: string;
  after: string;
  /** Its words were removed for good since the one or the other was saved. */
  gap: boolean;
  claims: ClaimChange[];
  cells: CellChange[];
};

/**
 * What differs between two versions of a report, block by block in the order of the later one; a block that it does not have
 * stands where it was. Blocks are the same where their ids are. `tell` puts what the release says of a claim into words.
 */
export function compareVersions(
  before: readonly ComparedBlock[],
  after: readonly ComparedBlock[],
  tell: (told: NonNullable<VersionEvidence[string]["told"]>) => string,
): BlockChange[] {
  const earlier = new Map(before.map((block) => [block.blockId, block]));
  const later = new Map(after.map((block) => [block.blockId, block]));
  const ids = (blocks: readonly ComparedBlock[]) => blocks.map(({ blockId }) => blockId);
  return diffArrays(ids(before), ids(after)).flatMap(({ value, added, removed }) =>
    value.flatMap((id) => {
      const [was, is] = [earlier.get(id), later.get(id)];
      // It is told once, where it stands now.
      if (removed && is) return [];
      return change(was, is, { moved: added && was !== undefined, tell });
    }),
  );
}

type How = { moved: boolean; tell: Parameters<typeof compareVersions>[2] };

function change(was: ComparedBlock | undefined, is: ComparedBlock | undefined, { moved, tell }: How) {
  const block = is ?? was;
  if (!block) return [];
  const claims = was && is ? claimChanges(sideOf(was), sideOf(is), tell) : [];
  const cells = was && is ? cellChanges(was.table, is.table) : [];
  const alike = was && is && sameContent(was.content, is.content) && claims.length + cells.length === 0;
  const result: BlockChange = {
    blockId: block.blockId,
    type: block.type,
    is: !was ? "added" : !is ? "removed" : alike ? "same" : "changed",
    moved,
    before: was ? plainText(was.content) : "",
    after: is ? plainText(is.content) : "",
    gap: [was, is].some((one) => one && isGap(one)),
    claims,
    cells,
  };
  return [result];
}

/** The claims of a block with their words. A claim that is no longer in the text has none. */
function sideOf({ content, evidence }: ComparedBlock) {
  const words = new Map<string, string>();
  for (const { claimId, text } of passagesOf(content))
    if (claimId) words.set(claimId, (words.get(claimId) ?? "") + text);
  return { words, evidence };
}

/** How many blocks differ. */
export function countChanges(changes: readonly BlockChange[]): number {
  return changes.filter(({ is, moved }) => is !== "same" || moved).length;
}
