import { sha256 } from "@/lib/platform/digest";
import type { BlockContent } from "@/lib/report/draft/content/block-content";
import type { BlockType, Section } from "@/lib/report/draft/document-kind";
import { canonicalJson } from "@/lib/platform/canonical-json";

export type DigestedBlock = { blockId: string; section: Section; type: BlockType; digest: Uint8Array };

/**
 * The hash of a version: SHA-256 over the JSON list of [block id, section, type, digest in hex], in the order
 * of the blocks. A block's digest is SHA-256(salt || canonical JSON of its content), so the hash stays valid
 * after the words of a block are erased.
 */
export function versionHash(blocks: readonly DigestedBlock[]): Uint8Array<ArrayBuffer> {
  return sha256(
    JSON.stringify(blocks.map(({ blockId, section, type, digest }) => [blockId, section, type, hex(digest)])),
  );
}

export type StoredBlock = DigestedBlock & {
  content: BlockContent;
  salt: Uint8Array | null;
  erasedAt: Date | null;
};

export type Verification = { verified: boolean; gaps: number; brokenBlocks: string[] };

/** Whether a version is still what was saved: every remaining word, and the order of all blocks. */
export function verifyBlocks(hash: Uint8Array, blocks: readonly StoredBlock[]): Verification {
  const brokenBlocks = blocks
    .filter(({ content, salt, digest, erasedAt }) =>
      salt === null ? erasedAt === null : hex(sha256(salt, canonicalJson(content))) !== hex(digest),
    )
    .map(({ blockId }) => blockId);
  return {
    verified: brokenBlocks.length === 0 && hex(versionHash(blocks)) === hex(hash),
    gaps: blocks.filter(({ erasedAt }) => erasedAt !== null).length,
    brokenBlocks,
  };
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

/** The start of a hash, long enough to tell two versions apart by eye. */
export function shortHash(hash: string): string {
  return hash.slice(0, 12);
}

type Published = { number: number; publishedAt: Date | null; withdrawnAt: Date | null };

/** The number of the version that supersedes this one: the newest published after it that was not withdrawn. */
export function supersededBy({ number }: Published, all: readonly Published[]): number | null {
  const later = all.filter((one) => one.number > number && one.publishedAt && !one.withdrawnAt);
  return later.length === 0 ? null : Math.max(...later.map((one) => one.number));
}
