import { describe, expect, test } from "vitest";
import { groupedRows, ROWS_A_GROUP, type RowGroup } from "./row-groups";

type Row = { id: string };
const rowsOf = (from: number, to: number): Row[] =>
  Array.from({ length: to - from }, (_, n) => ({ id: `row ${from + n}` }));
const keysById = (groups: readonly RowGroup<Row>[]) =>
  new Map(groups.flatMap(({ key, rows }) => rows.map(({ id }) => [id, key])));

describe("groups of rows", () => {
  const whole = rowsOf(0, 5_000);
  const latest = whole.slice(-30);

  test("hold every row once, in order, and no more than fit", () => {
    const groups = groupedRows(whole, []);
    expect(groups.flatMap(({ rows }) => rows)).toEqual(whole);
    expect(Math.max(...groups.map(({ rows }) => rows.length))).toBe(ROWS_A_GROUP);
    expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
  });

  test("are the same objects where nothing changed", () => {
    const groups = groupedRows(whole, []);
    expect(groupedRows([...whole], groups)).toBe(groups);
  });

  test("a row more at the end changes the last group alone, and a full one is followed by a new one", () => {
    const groups = groupedRows(whole.slice(0, -1), []);
    const next = groupedRows(whole, groups);
    expect(next.slice(0, -1)).toEqual(groups.slice(0, -1));
    expect(next.filter((group, index) => group !== groups[index])).toHaveLength(1);
    const more = groupedRows([...whole, { id: "one more" }], next);
    expect(more).toHaveLength(next.length + 1);
    expect(more.slice(0, -1).every((group, index) => group === next[index])).toBe(true);
  });

  test("earlier rows that are read afterwards leave those that were there where they are", () => {
    const first = groupedRows(latest, []);
    const groups = groupedRows(whole, first);
    expect(groups.at(-1)).toBe(first[0]);
    expect(groups.flatMap(({ rows }) => rows)).toEqual(whole);
    expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
  });

  test("a row changed changes its group alone", () => {
    const groups = groupedRows(whole, []);
    const changed = whole.map((row) => (row.id === "row 100" ? { ...row } : row));
    const next = groupedRows(changed, groups);
    expect(next.flatMap((group, index) => (group === groups[index] ? [] : [index]))).toEqual([
      Math.floor(100 / ROWS_A_GROUP),
    ]);
  });

  test("what comes between two rows of a group that is full stays among them", () => {
    const groups = groupedRows(whole, []);
    const between = [...whole.slice(0, 50), ...rowsOf(9_000, 9_100), ...whole.slice(50)];
    const next = groupedRows(between, groups);
    const before = keysById(groups);
    const after = keysById(next);
    for (const { id } of whole) expect(after.get(id)).toBe(before.get(id));
    expect(next.flatMap(({ rows }) => rows)).toEqual(between);
  });

  test("rows that change places over the border of two groups are still there once, under keys of their own", () => {
    const groups = groupedRows(whole, []);
    for (const at of [ROWS_A_GROUP - 1, ROWS_A_GROUP, ROWS_A_GROUP + 1]) {
      const swapped = [...whole];
      swapped.splice(at, 0, ...swapped.splice(at + 1, 1));
      const next = groupedRows(swapped, groups);
      expect(next.flatMap(({ rows }) => rows)).toEqual(swapped);
      expect(new Set(next.map(({ key }) => key)).size).toBe(next.length);
    }
  });

  test("rows that are gone take an empty group with them", () => {
    const groups = groupedRows(whole, []);
    const next = groupedRows(whole.slice(ROWS_A_GROUP), groups);
    expect(next).toEqual(groups.slice(1));
    expect(groupedRows([], groups)).toEqual([]);
    // They come back under keys that nothing else has.
    const back = groupedRows(whole, next);
    expect(back.flatMap(({ rows }) => rows)).toEqual(whole);
    expect(new Set(back.map(({ key }) => key)).size).toBe(back.length);
  });
});
