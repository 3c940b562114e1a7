import { takeAnswer, type Base, type Merged } from "./draft-changes";
import { sameBlock, sameContent, type EditedBlock, type KnownBlock } from "./edited-block";
import type { SaveDraftInput, SavedDraft, TheirBlock } from "./save-draft-input";

type Sent = Pick<SaveDraftInput, "changed" | "removed"> | null;

/** Of a block that nobody wrote in here the words are the server's. */
type Untouched<Block> = Block | Omit<Block, "section" | "content">;

/** What is kept in the browser until the server has it: written often, so that it holds what was written and no more. */
export type KeptDraft = {
  base: readonly Untouched<KnownBlock>[];
  mine: readonly Untouched<EditedBlock>[];
  /** Was sent, and no answer came. */
  sent: Sent;
  at: string;
};

/** The text as it is kept. What was sent may have been stored, so that its words are kept even where they are as before. */
export function keptOf(
  base: Base,
  mine: readonly EditedBlock[],
  sent: Sent,
): Pick<KeptDraft, "base" | "mine"> {
  const known = new Map(base.map((block) => [block.id, block]));
  const unsure = new Set(sent?.changed.map(({ id }) => id));
  const untouched = new Set(
    mine.flatMap((here) => {
      const before = known.get(here.id);
      return before && !unsure.has(here.id) && sameBlock(before, here) ? [here.id] : [];
    }),
  );
  return {
    base: base.map((block) => (untouched.has(block.id) ? { id: block.id, revision: block.revision } : block)),
    mine: mine.map((block) => (untouched.has(block.id) ? { id: block.id } : block)),
  };
}

/**
 * Words that a browser kept, put into what the server has now: as if their answer had come only now. What was sent
 * without an answer may have been stored; then it is what they were based on.
 */
export function resume(kept: KeptDraft, server: readonly TheirBlock[]): Merged {
  const now = new Map(server.map((block) => [block.id, block]));
  const arrived = (kept.sent?.changed ?? []).flatMap((block) => {
    const stored = now.get(block.id);
    return stored && sameContent(stored.content, block.content) ? [stored] : [];
  });
  const before = filled(kept.base, now);
  const base = new Map([...before, ...arrived].map((block) => [block.id, block]));
  const known = [...base.values()];
  const answer: SavedDraft = {
    saved: [],
    clashes: [],
    theirs: server.filter(({ id, revision }) => base.get(id)?.revision !== revision),
    gone: known.filter(({ id }) => !now.has(id)).map(({ id }) => id),
    order: server.map(({ id }) => id),
    claims: [],
  };
  return takeAnswer(known, filled(kept.mine, now), { sent: { changed: [], removed: [] }, answer });
}

/** With the server's words where nobody wrote here; what the server has no more, and nobody touched, is gone. */
function filled<Block extends EditedBlock>(
  kept: readonly Untouched<Block>[],
  server: ReadonlyMap<string, TheirBlock>,
): Block[] {
  return kept.flatMap((block) => {
    if ("content" in block) return [block];
    const there = server.get(block.id);
    return there ? [{ ...block, section: there.section, content: there.content } as Block] : [];
  });
}
