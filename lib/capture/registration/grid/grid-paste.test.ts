import { describe, expect, test } from "vitest";
import { GRID_COLUMNS } from "./grid-columns";
import { isBlock, onOneLine, placeBlock, readBlock } from "./grid-paste";

describe("a block from a spreadsheet", () => {
  test("is split at tabs and line ends, outside quotation marks", () => {
    const text = 'Ada\t"NPQH\nNPQSL"\t"The ""Oak"" School"\r\nGrace\t\t5" pipe\r\n';
    expect(readBlock(text)).toEqual([
      ["Ada", "NPQH\nNPQSL", 'The "Oak" School'],
      ["Grace", "", '5" pipe'],
    ]);
  });

  test("keeps an unclosed quotation mark, and empty cells at the ends", () => {
    expect(readBlock('"Ada\tHead\n\tSENCO\t')).toEqual([
      ['"Ada', "Head"],
      ["", "SENCO", ""],
    ]);
  });

  test("is more than one cell's text", () => {
    expect(["Ada", "Ada\n", "Ada\r\n", "Ada\tHead", "Ada\nGrace"].map(isBlock)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
  });

  test("goes to the columns that its headings name, in any order, and reports headings without a column", () => {
    const block = readBlock("Region\tFull name\tDiet\tJob title\nSW\tAda\tVegan\tHead");
    expect(placeBlock(block, GRID_COLUMNS)).toEqual({
      columns: ["region", "name", null, "role"],
      rows: [["SW", "Ada", "Vegan", "Head"]],
      headed: true,
      unused: ["Diet"],
    });
    expect(placeBlock(readBlock("Name\nAda"), ["name", "organisation"])).toMatchObject({ rows: [["Ada"]] });
  });

  test("without headings starts at the cell it is pasted into, and is refused where it does not fit", () => {
    expect(placeBlock(readBlock("Primary\tAcademy"), ["phase", "setting", "region"])).toMatchObject({
      columns: ["phase", "setting"],
      headed: false,
    });
    expect(placeBlock(readBlock("a\tb\tc"), ["phase", "setting"])).toBeNull();
  });

  test("has lines within a cell joined, and NPQs as a list", () => {
    expect(onOneLine("npqsTaken", "NPQH\nNPQSL")).toBe("NPQH, NPQSL");
    expect(onOneLine("organisation", "Oak School\n Leeds")).toBe("Oak School Leeds");
  });
});
