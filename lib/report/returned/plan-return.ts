import { addedIn, type AddedParagraph } from "./added-paragraphs";
import type { BaseBlock, DraftBlock } from "./base-block";
import { changesOf } from "./changed-block";
import type { Edit } from "./edits";
import { inWord } from "./in-word";
import { matchParagraphs } from "./match-paragraphs";
import { placeComments, type CommentPlan, type KnownComment } from "./place-comments";
import type { ReturnedFile } from "./returned-file";

/** Changes to a block of the draft, in the revision that they were planned against. */
type Suggested = { blockId: string; revision: number; edits: Edit[] };

export type ReturnPlan = {
  suggestions: Suggested[];
  added: AddedParagraph[];
  comments: CommentPlan["comments"];
  /** What the draft has already. */
  already: { paragraphs: number; comments: number };
  /** What is not taken, and why. */
  left: string[];
};

export type Against = {
  base: readonly BaseBlock[];
  draft: readonly DraftBlock[];
  comments: readonly KnownComment[];
};

/** What a Word file that came back changes in a draft. Everything in it is in the plan: taken, there already, or left out. */
export function planReturn(file: ReturnedFile, against: Against): ReturnPlan {
  const base = against.base.map(inWord);
  const draft = against.draft.map(inWord);
  const matched = matchParagraphs(file.paragraphs, base);
  const blocks = new Map(draft.map((block) => [block.id, block]));
  const changed = base.map((block) => changesOf(block, matched, blocks.get(block.blockId)));
  const figures = new Set(base.flatMap(({ blockId, type }) => (type === "figure" ? [blockId] : [])));
  const added = addedIn(file.paragraphs, { matched, draft, figures });
  const placed = placeComments(file, {
    base: against.base,
    blockOf: matched.blockOf,
    known: against.comments,
  });
  return {
    suggestions: changed.flatMap(({ block, edits }) =>
      block && edits.length > 0 ? [{ blockId: block.id, revision: block.revision, edits }] : [],
    ),
    added: added.added,
    comments: placed.comments,
    already: {
      paragraphs: changed.filter(({ already }) => already).length + added.already,
      comments: placed.already,
    },
    left: [
      ...changed.flatMap(({ left }) => left),
      ...added.left,
      ...placed.left,
      ...(file.tooLong > 0 ? [`${file.tooLong} comments that are longer than 5,000 characters.`] : []),
    ],
  };
}
