import { expect, test } from "vitest";
import { SavePeopleInput } from "./grid-input";
import { readSentRows, writeBase } from "./grid-form";
import { packRow, unpackRows } from "./packed-rows";

const ID = "0190a000-0000-7000-8000-000000000001";
const cells = { organisation: 'Oak "~" Trust', role: "SENCO", permission: "", email: "a@example.org" };

test("rows are the same after they were packed, and a hidden cell stays hidden", () => {
  const person = { id: ID, label: "P01", contributions: 3, older: null, erased: false, cells };
  expect(unpackRows([packRow(person), packRow({ ...person, id: "gone", erased: true })])).toEqual({
    stored: [
      { id: ID, label: "P01", personId: null, base: cells, cells },
      { id: "gone", label: "P01", personId: null, base: cells, cells },
    ],
    facts: {
      [ID]: { contributions: 3, older: null, erased: false },
      gone: { contributions: 3, older: null, erased: true },
    },
  });
});

test("a form gives back what a row said when it was read, and what was typed", () => {
  const form = {
    row: ID,
    [`base.${ID}`]: writeBase({ label: "P01", base: cells }),
    [`role.${ID}`]: "Wiz~rd",
  };
  expect(form[`base.${ID}`]).not.toContain('"P01"');
  expect(readSentRows(form)).toEqual([
    { id: ID, label: "P01", personId: null, base: cells, cells: { role: "Wiz~rd" } },
  ]);
});

test("a row whose earlier cells cannot be read is refused, and not taken for a new person", () => {
  const form = { roundtableId: ID, row: ID, [`base.${ID}`]: '{"label":"P01"}', [`name.${ID}`]: "Ada" };
  expect(SavePeopleInput.safeParse(form).error?.issues[0]?.message).toMatch("out of date");
  expect(readSentRows(form)).toEqual([]);
});
