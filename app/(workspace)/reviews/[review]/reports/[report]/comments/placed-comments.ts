import type { CommentedBlock } from "@/components/comment/thread/commented-text";
import { shownText, type ShownBlock } from "@/components/report/draft/shown";
import { findAnchor } from "@/lib/comment/thread/anchor";
import type { Thread } from "@/lib/comment/thread/comment";

export type NumberedThread = { thread: Thread; number: number | null };

/** Finds each open comment's words in the present text; numbers follow the order of the text. */
export function placeComments(blocks: readonly ShownBlock[], threads: readonly Thread[]) {
  let number = 0;
  const numbers = new Map<string, number>();
  const commented = blocks.map((block): CommentedBlock => {
    const text = shownText(block);
    const spans = threads
      .filter(({ blockId, resolved }) => blockId === block.id && resolved === null)
      .flatMap(({ id, anchor }) => {
        const span = anchor && !block.gap ? findAnchor(text, anchor) : null;
        return span ? [{ ...span, id }] : [];
      })
      .sort((a, b) => a.start - b.start || a.end - b.end);
    return {
      ...block,
      comments: spans.map((span) => {
        numbers.set(span.id, ++number);
        return { ...span, number };
      }),
    };
  });
  const place = ({ id }: Thread) => numbers.get(id) ?? Number.MAX_SAFE_INTEGER;
  const numbered = [...threads]
    .sort((a, b) => Number(a.resolved !== null) - Number(b.resolved !== null) || place(a) - place(b))
    .map((thread): NumberedThread => ({ thread, number: numbers.get(thread.id) ?? null }));
  return { commented, numbered };
}
