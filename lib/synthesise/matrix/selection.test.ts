import { expect, test } from "vitest";
import { readSelection, selectionQuery } from "./selection";

test.each([
  "",
  "?rows=roundtables",
  "?theme=coaching&theme=phase",
  "?rows=roundtables&theme=phase&roundtable=london-2025&page=2",
])("the address %j gives a selection that gives the address again", (address) => {
  const query = new URLSearchParams(address);
  const read = Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
  expect(selectionQuery(readSelection(read))).toBe(address);
});

test("what cannot be read is left out", () => {
  const selection = readSelection({ rows: "cells", theme: ["../x", "phase"], roundtable: "a b", page: "0" });
  expect(selection).toEqual({ rows: "people", themes: ["phase"], roundtable: null, page: 1 });
});
