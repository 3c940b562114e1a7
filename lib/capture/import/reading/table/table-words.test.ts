import { expect, test } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import { writeXlsx } from "@/tests/support/worlds/workbook";
import { countWords } from "../accounting";
import type { FileRow } from "../format";
import { readFile } from "../read-file";

const VOCABULARY = ["we", "paid", "for", "two", "groups", "12", "10:02", "14/05/2025", "P01", "Why?", "a;b"];

/** Rows of a table as people keep them: notes above, blank rows, cells that are empty, and rows that are short. */
function randomRows(seed: number): string[][] {
  const random = seededRandom(seed);
  const upTo = (n: number) => Math.floor(random() * (n + 1));
  const words = () => Array.from({ length: 1 + upTo(4) }, () => VOCABULARY[upTo(10)] ?? "").join(" ");
  const width = 2 + upTo(3);
  const cells = (share: number) => Array.from({ length: width }, () => (random() < share ? words() : ""));
  const above = Array.from({ length: upTo(3) }, () => (random() < 0.3 ? [""] : [words()]));
  const names = Array.from({ length: width }, (_, at) => `Name ${"abcde"[at]}`);
  const body = Array.from({ length: 1 + upTo(12) }, () => (random() < 0.1 ? [""] : cells(0.7)));
  return [...above, names, ...body, cells(1)];
}

const quoted = (cell: string) => (/[",;\n]/.test(cell) ? `"${cell}"` : cell);
const wordsIn = (rows: readonly (readonly string[])[]) => countWords(rows.flat().join(" "));

test.each(["csv", "xlsx"] as const)(
  "every line of a %s is a row with all of its words, once, but for the names of columns",
  async (kind) => {
    for (let seed = 1; seed <= 150; seed++) {
      const sheets = kind === "csv" ? [randomRows(seed)] : [randomRows(seed), randomRows(seed + 1_000)];
      const [first = [], second = []] = sheets;
      const bytes =
        kind === "csv"
          ? Buffer.from(first.map((cells) => cells.map(quoted).join(",")).join("\n"))
          : writeXlsx([
              { name: "One", rows: first },
              { name: "Two", hidden: seed % 2 === 0, rows: second },
            ]);
      const read: FileRow[] = [];
      const file = { bytes: Uint8Array.from(bytes), fileName: `a.${kind}`, roundtableId: "r" };
      const { concluded } = await readFile(file, (row) => read.push(row));
      for (const [sheet, rows] of sheets.entries()) {
        const isTaken = kind === "csv" || concluded.sheets?.[sheet]?.taken === true;
        const names = rows.filter((cells, at) => {
          const found = read.filter((row) => row.line === at + 1 && (row.sheet ?? 0) === sheet);
          if (found.length === 0) return wordsIn([cells]) > 0;
          expect(
            found.map((row) => wordsIn([row.cells])),
            `seed ${seed}, line ${at + 1}`,
          ).toEqual([wordsIn([cells])]);
          return false;
        });
        expect(names.length, `seed ${seed}`).toBeLessThanOrEqual(isTaken ? 1 : 0);
      }
    }
  },
);
