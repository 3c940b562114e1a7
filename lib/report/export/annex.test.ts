import readXlsxFile from "read-excel-file/node";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { CLAIM, exportedReport } from "@/tests/support/worlds/exported-report";
import { evidenceAnnex } from "./annex";
import { statementOf } from "./claim-basis";

const citations = new Map([
  [
    CLAIM,
    {
      supports: [{ id: "c1", label: "P07", roundtable: "=HYPERLINK(1)" }],
      contradicts: [{ id: "c2", label: "P02", roundtable: "Leeds" }],
    },
  ],
]);
const STATEMENT = "About half asked for <paid> coaches & time";

async function rowsOf(bytes: Uint8Array) {
  const [evidence] = await readXlsxFile(Buffer.from(bytes));
  return evidence?.data ?? [];
}

test("for facilitators, a row for each claim and contribution, by label, of which none is a formula", async () => {
  const bytes = await evidenceAnnex(exportedReport(), citations);
  const rows = await rowsOf(bytes);
  expect(rows.slice(1)).toEqual([
    [
      "Key asks",
      STATEMENT,
      "about 15 of 29 people",
      "Coaching",
      "Pay for coaches.",
      "supports",
      "P07",
      "=HYPERLINK(1)",
      "c1",
    ],
    [
      "Key asks",
      STATEMENT,
      "about 15 of 29 people",
      "Coaching",
      "Pay for coaches.",
      "contradicts",
      "P02",
      "Leeds",
      "c2",
    ],
  ]);
  expect(Object.values(unzipSync(bytes)).some((file) => /<f[ >]/.test(strFromU8(file)))).toBe(false);
});

test("for others, a row for each claim with its released figure alone", async () => {
  const rows = await rowsOf(await evidenceAnnex(exportedReport(), null));
  expect(rows).toEqual([
    ["Part", "Statement", "What the release says", "Theme", "Finding"],
    ["Key asks", STATEMENT, "about 15 of 29 people", "Coaching", "Pay for coaches."],
  ]);
});

test("what is said of a theme as a whole has its title before it where its words do not have it", () => {
  const theme = { slug: "coaching", title: "Coaching" };
  const basis = { theme, finding: null };
  expect(statementOf({ text: "this was raised by some. ", basis })).toBe(
    "Coaching. This was raised by some.",
  );
  expect(statementOf({ text: "coaching", basis })).toBe("coaching");
  const finding = { id: "f", text: "Pay for coaches.", side: "supports" as const };
  expect(statementOf({ text: "that this is paid for", basis: { theme, finding } })).toBe(
    "that this is paid for",
  );
  expect(statementOf({ text: "that it is paid for", basis: null })).toBe("that it is paid for");
});
