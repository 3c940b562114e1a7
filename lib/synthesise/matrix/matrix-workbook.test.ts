import { unzipSync, strFromU8 } from "fflate";
import { readSheet } from "read-excel-file/node";
import { expect, test } from "vitest";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import { buildMatrix } from "./matrix";
import { matrixXlsx } from "./matrix-workbook";

const MATRIX = buildMatrix(
  "people",
  [{ id: "p", title: "P07", where: "London", about: "Headteacher" }],
  ["x", "y", "z"].map((id) => ({
    id,
    slug: id,
    title: `=${id}`,
    colour: "1",
    retired: false,
    under: id === "z" ? "Above" : null,
  })),
  {
    counted: [
      { row: "p", theme: "x", contributions: 2 },
      { row: "p", theme: "y", contributions: 1 },
    ],
    written: [
      {
        row: "p",
        theme: "x",
        summary: { id: "s", text: "=1+1", revision: 1, changes: [{ id: "c", kind: "added" }] },
        brought: [],
      },
    ],
  },
);

const SAID: Contribution = {
  id: "0198c5e0-0000-7000-8000-000000000001",
  roundtableId: "r",
  source: "identified",
  wording: "verbatim",
  text: "+SUM(A1)\u0001it was hard",
  stance: null,
  hands: null,
  agreementSeen: false,
  npqs: [],
  saidAt: new Date(0),
  timeKnown: true,
  revision: 1,
  struckAt: null,
  erasedAt: null,
  question: null,
  speaker: { participantId: "q", label: "P07", host: false, description: "", erased: false },
  permission: null,
  clearance: null,
  recordedBy: "",
};

const make = () =>
  matrixXlsx(MATRIX, [{ row: "p", theme: "x", contributions: [{ ...SAID, stances: ["ask", "strength"] }] }], {
    about: {
      review: "NPQ review",
      scope: "1 person by 3 themes",
      madeOn: new Date(0),
      link: "https://x.example",
    },
    titles: new Map([["r", "London"]]),
  });

test("the workbook has the cells, with what is to be checked in words", async () => {
  const rows = await readSheet(Buffer.from(await make()), "Matrix");
  expect(rows[0]).toEqual(["Person", "Roundtable", "Role", "=x", "=y", "Above: =z"]);
  expect(rows[1]).toEqual([
    "P07",
    "London",
    "Headteacher",
    "=1+1\n[To check: 1 contribution new]",
    "No summary yet (1 contribution)",
    "Nothing coded",
  ]);
});

test("it has what is behind each cell and how it was made, and none of its cells is a formula", async () => {
  const file = await make();
  const [, behind] = await readSheet(Buffer.from(file), "Contributions");
  expect(behind).toEqual([
    "P07, London",
    "=x",
    "Ask, Strength",
    "London",
    "P07",
    "+SUM(A1) it was hard",
    "Yes",
    "Not recorded",
    SAID.id,
  ]);
  const method = await readSheet(Buffer.from(file), "How it was made");
  expect(method.flat()).toContain("1 of 2 cells has a summary. 1 of them is to be checked.");
  const parts = Object.values(unzipSync(file)).map((bytes) => strFromU8(bytes));
  expect(parts.some((part) => part.includes("<f>"))).toBe(false);
});
