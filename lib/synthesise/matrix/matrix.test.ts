import { describe, expect, test } from "vitest";
import {
  buildMatrix,
  neighboursOf,
  nextInState,
  progressInWords,
  progressOf,
  stateOf,
  type MatrixColumn,
} from "./matrix";

const row = (id: string) => ({ id, title: id, where: "", about: "" });
const column = (id: string): MatrixColumn => ({
  id,
  slug: id,
  title: id,
  colour: "1",
  retired: false,
  under: null,
});
const summary = (text: string, changes: { id: string; kind: "added" }[] = []) => ({
  id: "s",
  text,
  revision: 1,
  changes,
});

/**
 * Two rows and three themes:
 * a: written, nothing, unwritten
 * b: to be checked, unwritten (its summary was taken away), to be combined
 */
const MATRIX = buildMatrix("people", ["a", "b"].map(row), ["x", "y", "z"].map(column), {
  counted: [
    { row: "a", theme: "x", contributions: 2 },
    { row: "a", theme: "z", contributions: 1 },
    { row: "b", theme: "x", contributions: 3 },
    { row: "b", theme: "y", contributions: 1 },
    { row: "not shown", theme: "x", contributions: 9 },
  ],
  written: [
    { row: "a", theme: "x", summary: summary("Said."), brought: [] },
    { row: "b", theme: "x", summary: summary("Said.", [{ id: "c", kind: "added" }]), brought: [] },
    { row: "b", theme: "y", summary: summary(""), brought: [] },
    { row: "b", theme: "z", summary: null, brought: [{ id: "t", text: "Brought." }] },
  ],
});

const at = (place: string) => ({ row: place.charAt(0), theme: place.charAt(1) });
const named = (cell: { row: string; theme: string } | null) => cell && `${cell.row}${cell.theme}`;

test("a matrix has a cell for every row and column, and each is in one state", () => {
  expect(MATRIX.cells.map((cell) => `${named(cell)} ${stateOf(cell)}`)).toEqual([
    "ax written",
    "ay nothing",
    "az unwritten",
    "bx stale",
    "by unwritten",
    "bz stale",
  ]);
});

test("cells with something in them are counted, and told in a sentence", () => {
  expect(progressOf(MATRIX)).toEqual({ cells: 5, written: 3, stale: 2 });
  expect(progressInWords(progressOf(MATRIX))).toBe(
    "3 of 5 cells have a summary. 2 of them are to be checked.",
  );
  expect(progressInWords({ cells: 40, written: 1, stale: 1 })).toBe(
    "1 of 40 cells has a summary. 1 of them is to be checked.",
  );
  expect(progressInWords({ cells: 1, written: 0, stale: 0 })).toBe("0 of 1 cell have a summary.");
});

describe("from a cell", () => {
  test("the four directions lead to the next cells with something in them", () => {
    const around = (place: string) =>
      Object.fromEntries(
        Object.entries(neighboursOf(MATRIX, at(place))).map(([way, cell]) => [way, named(cell)]),
      );
    expect(around("ax")).toEqual({ left: null, right: "az", up: null, down: "bx" });
    expect(around("bz")).toEqual({ left: "by", right: null, up: "az", down: null });
    expect(around("ay")).toEqual({ left: "ax", right: "az", up: null, down: "by" });
  });

  test("the next one in a state comes in reading order, and after the last the first", () => {
    expect(named(nextInState(MATRIX, null, "unwritten"))).toBe("az");
    expect(named(nextInState(MATRIX, at("az"), "unwritten"))).toBe("by");
    expect(named(nextInState(MATRIX, at("by"), "unwritten"))).toBe("az");
    expect(nextInState(MATRIX, at("ax"), "written")).toBeNull();
  });
});
