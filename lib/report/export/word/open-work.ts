import { Paragraph, type ICommentOptions } from "docx";
import { textRunsOf } from "@/lib/platform/word/word-text";
import { textOf, type NotedBlock } from "../noted";

/** Comments and suggestions that are open. People stand in it by their role, since a file travels. */
export type OpenWork = {
  comments: readonly OpenComment[];
  /** The role of each person who suggests a change, by the id of their account. */
  roles: ReadonlyMap<string, string>;
};
type Remark = { author: string; at: Date; body: string };
type OpenComment = Remark & {
  blockId: string;
  /** The words commented on, in code points of the block's text; null where they have changed since. */
  span: { start: number; end: number } | null;
  replies: readonly Remark[];
};

/** A comment with its numbers in the file: its own, and those of its replies. */
export type PlacedComment = {
  comment: OpenComment;
  ids: readonly number[];
  start: number;
  end: number;
};
export type PlacedWork = { byBlock: ReadonlyMap<string, readonly PlacedComment[]>; roles: OpenWork["roles"] };

/**
 * Each comment at its words, or at its whole block where they have changed. One on a block that the version does not have
 * stands at the first block, so that none is lost.
 */
export function placeComments(blocks: readonly NotedBlock[], { comments, roles }: OpenWork): PlacedWork {
  const byBlock = new Map<string, PlacedComment[]>();
  let next = 0;
  for (const comment of comments) {
    const block = blocks.find(({ id }) => id === comment.blockId) ?? blocks[0];
    if (!block) continue;
    const own = block.id === comment.blockId ? comment.span : null;
    const { start, end } = own ?? { start: 0, end: Array.from(textOf(block)).length };
    const ids = [comment, ...comment.replies].map(() => next++);
    byBlock.set(block.id, [...(byBlock.get(block.id) ?? []), { comment, ids, start, end }]);
  }
  return { byBlock, roles };
}

/** The comments as Word keeps them: a reply names the comment that it answers. */
export function wordComments({ byBlock }: PlacedWork): ICommentOptions[] {
  return [...byBlock.values()].flat().flatMap(({ comment, ids }) => {
    const [parentId] = ids;
    return [comment, ...comment.replies].map(({ author, at, body }, index) => ({
      id: ids[index] ?? 0,
      author,
      initials: author.slice(0, 1),
      date: at,
      children: body.split("\n").map((line) => new Paragraph({ children: textRunsOf(line) })),
      ...(index > 0 && parentId !== undefined ? { parentId } : {}),
    }));
  });
}
