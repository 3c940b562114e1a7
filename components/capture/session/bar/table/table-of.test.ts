import { expect, test } from "vitest";
import { tableOf } from "./table-of";

const tables = [
  { id: "one", name: "Table 1", facilitatorId: "somebody" },
  { id: "two", name: "Table 2", facilitatorId: "me" },
];

test.each([
  ["the table that was chosen", "one", tables, "one"],
  ["the whole room, where that was chosen", "", tables, null],
  ["their own table, before anything was chosen", null, tables, "two"],
  ["their own table, where the one chosen is gone", "gone", tables, "two"],
  ["no table, once the tables are ended", "one", [], null],
])("somebody is at %s", (_, remembered, there, expected) => {
  expect(tableOf(remembered, there, "me")).toBe(expected);
});
