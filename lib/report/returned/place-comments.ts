import { isGap, plainText } from "@/lib/report/draft/block";
import { fileText } from "@/lib/platform/text/file-text";
import { codePointLength } from "@/lib/platform/text/code-points";
import { MAX_COMMENT } from "./limits";
import type { BaseBlock } from "./base-block";
import { textInWord } from "./in-word";
import type { ReturnedComment, ReturnedFile, ReturnedParagraph } from "./returned-file";

/** A comment that the report has already. */
export type KnownComment = { id: string; parentId: string | null; body: string };

/** A comment on words of the version, in code points; its replies come after it. */
export type NewComment = {
  blockId: string;
  anchor: { start: number; end: number; quote: string };
  body: string;
  replies: string[];
};
/** Replies to a comment that the report has already. */
export type NewReplies = { parentId: string; replies: string[] };

export type CommentPlan = { comments: (NewComment | NewReplies)[]; already: number; left: string[] };

type Against = {
  base: readonly BaseBlock[];
  blockOf: ReadonlyMap<ReturnedParagraph, string>;
  known: readonly KnownComment[];
};

/**
 * Where the comments of a file belong: at the same words of the version that it was made from, or at the whole block, with the
 * words in the comment, where the version does not have them. One that the report has already is not taken again.
 */
export function placeComments(file: ReturnedFile, { base, blockOf, known }: Against): CommentPlan {
  const plan: CommentPlan = { comments: [], already: 0, left: [] };
  const places = placesIn(file, blockOf);
  const blocks = new Map(base.map((block) => [block.blockId, block]));
  const fallback = base.find((block) => plainText(block.content) !== "" && !isGap(block));
  const repliesTo = (id: string) => file.comments.filter(({ parent }) => parent === id);
  for (const comment of file.comments.filter(({ parent }) => parent === null)) {
    const replies = repliesTo(comment.id);
    const there = known.find((one) => one.parentId === null && saysTheSame(one.body, comment.body));
    if (there) {
      const answered = known.filter(({ parentId }) => parentId === there.id);
      const fresh = replies.filter(({ body }) => !answered.some((one) => saysTheSame(one.body, body)));
      plan.already += 1 + replies.length - fresh.length;
      if (fresh.length > 0)
        plan.comments.push({ parentId: there.id, replies: fresh.map(({ body }) => body) });
      continue;
    }
    const place = places.get(comment.id);
    const block = (place && blocks.get(place.blockId)) ?? fallback;
    if (!block || isGap(block) || plainText(block.content) === "")
      plan.left.push(
        `The comment “${comment.body.slice(0, 80)}”: the words that it is about had to be removed.`,
      );
    else
      plan.comments.push({
        blockId: block.blockId,
        ...anchored(comment, block, place),
        replies: replies.map(({ body }) => body),
      });
  }
  return plan;
}

type Place = { blockId: string; words: string; start: number };

/** Of each comment the block, and the words that it is about. One in a table or a new paragraph stands at what is before it. */
function placesIn({ paragraphs }: ReturnedFile, blockOf: Against["blockOf"]): Map<string, Place> {
  const places = new Map<string, Place>();
  let blockId: string | undefined;
  for (const paragraph of paragraphs) {
    blockId = blockOf.get(paragraph) ?? blockId;
    if (blockId === undefined) continue;
    for (const { id, start, end } of paragraph.comments)
      places.set(id, { blockId, start, words: paragraph.before.slice(start, end) });
  }
  return places;
}

function anchored({ body }: ReturnedComment, block: BaseBlock, place: Place | undefined) {
  const text = plainText(block.content);
  const seen = textInWord(block);
  const whole = { start: 0, end: codePointLength(text), quote: text };
  const words = place?.words ?? "";
  const at = place && words.trim() !== "" ? nearest(seen, words, place.start) : null;
  if (at !== null) {
    const start = codePointLength(text.slice(0, at));
    const quote = text.slice(at, at + words.length);
    return { anchor: { start, end: start + codePointLength(quote), quote }, body };
  }
  if (words.trim() === "" || words === seen) return { anchor: whole, body };
  const note = `On “${words.slice(0, 200)}”, which this paragraph does not say:`;
  return { anchor: whole, body: `${note}${NOTED}${body}`.slice(0, MAX_COMMENT) };
}

/** Between a note on the words and what was written. */
const NOTED = "\n\n";

function saysTheSame(known: string, body: string): boolean {
  const there = fileText(known).trim();
  return there === body || there.endsWith(`${NOTED}${body}`);
}

function nearest(text: string, words: string, start: number): number | null {
  const found = [text.indexOf(words, start), text.lastIndexOf(words, start)].filter((at) => at >= 0);
  return found.sort((a, b) => Math.abs(a - start) - Math.abs(b - start))[0] ?? null;
}
