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
  const of = (checks: readonly Check[], id: string | null) => checks.filter(({ blockId }) => blockId === id);
  return [...of(here, null), ...order.flatMap((id) => of(unchanged.has(id) ? server : here, id))];
}
