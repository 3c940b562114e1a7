import { expect, test } from "vitest";
import { READING_ACTIONS } from "@/lib/platform/audit/audit-action";
import { AUDIT_COLUMNS, auditRow, entryWords } from "./audit-entry";

test.each([
  ["access.refuse", { refused: "identity.read" }, "Was not allowed to see names"],
  ["access.refuse", { refused: "an.older-action" }, "Was refused something"],
  ["download.take", { file: "report-docx", version: 3 }, "Downloaded a report (Word), version 3"],
  ["download.take", { file: "release-csv", version: 2 }, "Downloaded a release (CSV), version 2"],
  ["download.take", { file: "audit-log" }, "Downloaded the audit log"],
  ["download.take", { file: "of an older version" }, "Downloaded a file"],
  ["coding.export", { kind: "own" }, "Downloaded the coded contributions, for the facilitators’ own use"],
  ["coding.export", { kind: "share", themeId: "t" }, "Downloaded the passages of a theme, to share"],
  [
    "coding.export",
    { kind: "own", file: "codings.xlsx" },
    "Downloaded the coding (Excel), for the facilitators’ own use",
  ],
  [
    "coding.export",
    { kind: "share", themeId: "t", file: "passages.docx" },
    "Downloaded passages (Word) of a theme, to share",
  ],
  ["contribution.read", {}, "Read contributions"],
  ["theme.add", { refused: "identity.read", file: "audit-log" }, "Added a theme"],
])("%s with %j: %s", (action, detail, words) => {
  expect(entryWords({ action, detail })).toBe(words);
});

test("every reading has words of its own", () => {
  for (const action of READING_ACTIONS)
    expect(entryWords({ action, detail: {} })).not.toMatch(/Something else/);
});

test("a row of the file has the number in the chain and the hash", () => {
  const row = auditRow({
    id: "entry",
    at: new Date("2026-05-01T12:00:00Z"),
    actor: "Ada Byron",
    action: "contribution.read",
    subject: "Online roundtable",
    subjectType: "roundtable",
    subjectId: "online-id",
    detail: {},
    position: 12n,
    hash: Uint8Array.from([1, 255]),
  });
  expect(row).toHaveLength(AUDIT_COLUMNS.length);
  expect(row[0]).toBe("12");
  expect(row[1]).toBe("2026-05-01T12:00:00.000Z");
  expect(row.at(-1)).toBe("01ff");
});
