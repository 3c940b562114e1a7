type Opening = { questionId: string; tableId: string | null; openedAt: Date };
export type OpenSpan = Opening & {
  /** When the room, or that table, turned to another question; null while this one is open. */
  until: Date | null;
};

/**
 * Each opening with its end: the next one at the same place. `openings` are in the order of time, `closedAt`
 * ends what was open when the roundtable was closed.
 */
export function openingsOf(openings: readonly Opening[], closedAt: Date | null): OpenSpan[] {
  return openings.map((opening, index) => {
    const next = openings.slice(index + 1).find(({ tableId }) => tableId === opening.tableId);
    return { ...opening, until: next?.openedAt ?? closedAt };
  });
}
