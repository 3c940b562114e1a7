import { expect, test } from "vitest";
import { writeXlsx } from "@/tests/support/worlds/workbook";
import { readCodebookFile } from "./read-codebook-file";

test("a codebook in a workbook is read like one in a table of text", async () => {
  const workbook = writeXlsx([
    {
      name: "Codebook",
      rows: [
        ["Project: NPQ"],
        [],
        ["Name", "Description", "References"],
        ["Funding", "Money; fees", "4"],
        ["Funding: cover", "", "1"],
      ],
    },
  ]);
  const { themes, problems, warnings, place } = await readCodebookFile(Uint8Array.from(workbook));
  expect([place, problems]).toEqual(["Row", []]);
  expect(themes).toMatchObject([
    { row: 4, title: "Funding", definition: "Money; fees", parent: null, above: null },
    { row: 5, title: "Funding: cover", definition: "", parent: "funding", above: "Funding" },
  ]);
  expect(warnings).toEqual([
    "1 row above the column titles left out: Project: NPQ.",
    "1 column left out: References.",
    "1 theme has no definition. A new theme will say that it is not defined yet. A theme that is already here keeps its definition.",
  ]);
});
