import { expect, test } from "vitest";
import { blockOf } from "@/lib/report/draft/block";
import { claimMarks } from "@/lib/report/draft/passages";
import { checkDraft } from "./checks";
import { sentencesIn } from "./sentences";

const CLAIM = "0190c0de-0000-7000-8000-000000000001";
const table = (caption: string) =>
  blockOf("table", [
    { text: `${caption}\nAsk\tWhy\nMore `, marks: [] },
    { text: "time", marks: claimMarks(CLAIM) },
    { text: "\t13 of 20 said so", marks: [] },
  ]);

test("a sentence of a table ends with its cell", () => {
  expect(sentencesIn(table("What was asked")).map(({ text, claims }) => [text, claims.length])).toEqual([
    ["What was asked", 0],
    ["Ask", 0],
    ["Why", 0],
    ["More time", 1],
    ["13 of 20 said so", 0],
  ]);
});

test("the checks read the cells of a table, and miss its caption", () => {
  const found = (caption: string) =>
    checkDraft([{ id: CLAIM, section: "asks", type: "table", content: table(caption), erasedAt: null }], {
      claims: new Map(),
      figures: null,
      smallNumber: 5,
    }).map(({ kind, message }) => `${kind}: ${message}`);
  expect(found("What was asked").join("\n")).toMatch(/^quantity: “13 of 20” is an exact number/m);
  expect(found("What was asked").join("\n")).not.toMatch(/caption/);
  expect(found("")).toContain("empty: This table has no caption. Say above it what it shows.");
});
