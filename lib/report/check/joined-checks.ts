import type { Check } from "./check";

type Joined = {
  /** Ids of the blocks, in the order of the text. */
  order: readonly string[];
  /** What this page found in the text as it is. */
  here: readonly Check[];
  /** What the server found in the draft as it read it. */
  server: readonly Check[];
  /** Ids of the blocks that are as the server read them. */
  unchanged: ReadonlySet<string>;
};

/**
 * The checks of a draft that is being written, in the order of its text. Of a paragraph that has not changed they are the
 * server's, which knows more: who was there, what contributions say, and what was set aside.
 */
export function joinedChecks({ order, here, server, unchanged }: Joined): Check[] {
  const [ofHere, ofServer] = [byBlock(here), byBlock(server)];
  const of = (id: string) => (unchanged.has(id) ? ofServer : ofHere).get(id) ?? [];
  return [...(ofHere.get(null) ?? []), ...order.flatMap(of)];
}

function byBlock(checks: readonly Check[]): Map<string | null, Check[]> {
  const blocks = new Map<string | null, Check[]>();
  for (const check of checks) {
    const own = blocks.get(check.blockId);
    if (own) own.push(check);
    else blocks.set(check.blockId, [check]);
  }
  return blocks;
}
