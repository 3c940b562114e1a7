import { isRearranged, weave } from "./block-order";
import { sameBlock, type EditedBlock, type KnownBlock } from "./edited-block";
import type { SaveDraftInput, SavedDraft, TheirBlock } from "./save-draft-input";

/** How an editor works out what to send, and takes in what others wrote. Everything here is a plain function. */

/** What the server last told, in order. */
export type Base = readonly KnownBlock[];

type Changes = Pick<SaveDraftInput, "changed" | "removed" | "order" | "rearranged" | "known">;

/** What has to be sent. Blocks in `held` wait until their author chose between two texts. */
export function changesSince(
  base: Base,
  mine: readonly EditedBlock[],
  held: ReadonlySet<string> = new Set(),
): Changes {
  const known = new Map(base.map((block) => [block.id, block]));
  const here = new Set(mine.map(({ id }) => id));
  const order = mine.map(({ id }) => id);
  return {
    changed: mine.flatMap(({ id, section, content }) => {
      const before = known.get(id);
      if (held.has(id) || (before && sameBlock(before, { id, section, content }))) return [];
      return [{ id, section, content, revision: before?.revision ?? 0 }];
    }),
    removed: base.flatMap(({ id, revision }) => (here.has(id) || held.has(id) ? [] : [{ id, revision }])),
    order,
    rearranged: isRearranged(
      base.map(({ id }) => id),
      order,
    ),
    known: Object.fromEntries(base.map(({ id, revision }) => [id, revision])),
  };
}

export function hasChanges({ changed, removed, rearranged }: Changes): boolean {
  return changed.length + removed.length > 0 || rearranged;
}

/** A block that both changed: the words here, and what the server has. `mine` is null where it was removed here. */
export type Clash = { id: string; mine: EditedBlock | null; theirs: TheirBlock };

export type Merged = { base: KnownBlock[]; mine: EditedBlock[]; clashes: Clash[] };

/**
 * Takes the answer to `sent` into the text as it is now, which may have been written on since. What only others
 * changed is taken over, what only I changed stays, and what both changed is a clash: the words here stay, and the
 * block's base with them.
 */
export function takeAnswer(
  base: Base,
  mine: readonly EditedBlock[],
  { sent, answer }: { sent: Pick<SaveDraftInput, "changed" | "removed">; answer: SavedDraft },
): Merged {
  const stored = baseAfter(base, sent, answer);
  const known = new Map(stored.map((block) => [block.id, block]));
  const text = new Map(mine.map((block) => [block.id, block]));
  const clashes: Clash[] = [];
  for (const theirs of answer.theirs) {
    const { id, section, content, revision } = theirs;
    const [before, here] = [known.get(id), text.get(id)];
    if (theirs.erased || !isTouched(before, here) || (here && sameBlock(here, theirs))) {
      text.set(id, { id, section, content });
      known.set(id, { id, section, content, revision });
    } else clashes.push({ id, mine: here ?? null, theirs });
  }
  for (const id of answer.gone) {
    const [before, here] = [known.get(id), text.get(id)];
    if (before && here && !sameBlock(before, here)) continue;
    known.delete(id);
    text.delete(id);
  }
  const before = base.map(({ id }) => id);
  const here = mine.filter(({ id }) => text.has(id)).map(({ id }) => id);
  const there = answer.order.filter((id) => text.has(id));
  const order = isRearranged(before, here) ? weave(here, there) : weave(there, here);
  return {
    // One that somebody removed and that has new words here is still based on what it was.
    base: weave(answer.order, before).flatMap((id) => known.get(id) ?? []),
    mine: order.flatMap((id) => text.get(id) ?? []),
    clashes,
  };
}

/** Whether a block was written, changed or removed here since the server last told it. */
function isTouched(before: EditedBlock | undefined, here: EditedBlock | undefined): boolean {
  if (!before) return here !== undefined;
  return here === undefined || !sameBlock(before, here);
}

/** The base with what was stored of what was sent. */
function baseAfter(
  base: Base,
  { changed, removed }: Pick<SaveDraftInput, "changed" | "removed">,
  { saved, gone }: SavedDraft,
): KnownBlock[] {
  const revisions = new Map(saved.map(({ id, revision }) => [id, revision]));
  const left = new Set(gone);
  const known = new Map(base.map((block) => [block.id, block]));
  for (const { id, section, content } of changed) {
    const revision = revisions.get(id);
    if (revision !== undefined) known.set(id, { id, section, content, revision });
  }
  for (const { id } of removed) if (left.has(id)) known.delete(id);
  return [...known.values()];
}
