/** A part of a record whose rows the browser lays out together, or leaves out together while they are off screen. */
export type RowGroup<Row> = {
  /** Stays the same for as long as the group is there. */
  key: number;
  rows: readonly Row[];
};

/** As many rows as fill a large screen about twice: fewer are more to keep account of, more are more to lay out. */
export const ROWS_A_GROUP = 40;

/**
 * The rows in groups, in their order. A row stays in the group in which it was `before`, whatever comes between or in front of it,
 * so that what somebody is doing in it goes on; a group of which nothing changed is the same object, and so is the
 * list. New rows at the end fill the last group first.
 */
export function groupedRows<Row extends { id: string }>(
  rows: readonly Row[],
  before: readonly RowGroup<Row>[],
): readonly RowGroup<Row>[] {
  const placed = placesIn(before);
  const left = new Map<number, number>();
  for (const { id } of rows) {
    const key = placed.get(id);
    if (key !== undefined) left.set(key, (left.get(key) ?? 0) + 1);
  }
  const opened = new Set<number>();
  const groups: { key: number; rows: Row[] }[] = [];
  let free = Math.max(-1, ...before.map(({ key }) => key)) + 1;
  const open = (key: number, row: Row) => {
    opened.add(key);
    groups.push({ key, rows: [row] });
  };
  for (const row of rows) {
    const current = groups.at(-1);
    const key = placed.get(row.id);
    if (key !== undefined) left.set(key, (left.get(key) ?? 0) - 1);
    if (key !== undefined && !opened.has(key)) open(key, row);
    else if (current && (key !== undefined || hasRoom(current, left))) current.rows.push(row);
    else open(free++, row);
  }
  return sameWhereUnchanged(groups, before);
}

/** A new row goes into a group that is not full, and into one whose other rows follow. */
function hasRoom(
  { key, rows }: { key: number; rows: readonly unknown[] },
  left: ReadonlyMap<number, number>,
): boolean {
  return rows.length < ROWS_A_GROUP || (left.get(key) ?? 0) > 0;
}

function placesIn<Row extends { id: string }>(groups: readonly RowGroup<Row>[]): Map<string, number> {
  return new Map(groups.flatMap(({ key, rows }) => rows.map(({ id }) => [id, key] as const)));
}

function sameWhereUnchanged<Row>(
  groups: readonly RowGroup<Row>[],
  before: readonly RowGroup<Row>[],
): readonly RowGroup<Row>[] {
  const known = new Map(before.map((group) => [group.key, group]));
  const next = groups.map((group) => {
    const was = known.get(group.key);
    return was && isSameList(was.rows, group.rows) ? was : group;
  });
  return isSameList(next, before) ? before : next;
}

function isSameList(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}
