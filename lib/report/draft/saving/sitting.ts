/** New words of a block as they were saved while somebody typed; `revision` is the one that they replaced. */
export type Save = { blockId: string; revision: number; at: Date; by: string };

/** What one person wrote in one block in one go: the revisions that it replaced, from the first to the last. */
export type Sitting = {
  blockId: string;
  by: string;
  from: Date;
  until: Date;
  first: number;
  last: number;
  saves: number;
};

/** A longer pause begins another entry. */
const MAX_PAUSE_MS = 10 * 60_000;

/**
 * Saves as entries of a history, newest first: those of one person in one block that follow one another, with nobody
 * else's between and no longer pause.
 */
export function sittingsOf(saves: readonly Save[]): Sitting[] {
  const inOrder = saves.toSorted((a, b) => a.blockId.localeCompare(b.blockId) || a.revision - b.revision);
  const all: Sitting[] = [];
  for (const { blockId, revision, at, by } of inOrder) {
    const last = all.at(-1);
    const goesOn =
      last?.blockId === blockId && last.by === by && at.getTime() - last.until.getTime() <= MAX_PAUSE_MS;
    if (goesOn) Object.assign(last, { until: at, last: revision, saves: last.saves + 1 });
    else all.push({ blockId, by, from: at, until: at, first: revision, last: revision, saves: 1 });
  }
  return all.sort((a, b) => b.until.getTime() - a.until.getTime() || a.blockId.localeCompare(b.blockId));
}
