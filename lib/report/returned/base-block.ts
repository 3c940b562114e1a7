import type { BlockContent } from "@/lib/report/draft/content/block-content";
import type { BlockType } from "@/lib/report/draft/document-kind";

/** A block of the version that the file was made from. */
export type BaseBlock = { blockId: string; type: BlockType; content: BlockContent; erasedAt: Date | null };
/** A block of the draft as it is now. */
export type DraftBlock = { id: string; revision: number; content: BlockContent; erasedAt: Date | null };
