import type { Page } from "@playwright/test";
import { countLines, ELSEWHERE, expectRefusal, slugOf, startRoundtable } from "./elsewhere";
import { expect, signIn, test } from "./test";

let roundtable = "";

test.beforeAll(async () => {
  roundtable = await startRoundtable();
});
test.beforeEach(({ context }) => signIn(context, "elsewhere"));

const count = () => countLines("elsewhere", ELSEWHERE, slugOf(roundtable));
test.describe("files", () => {
  const CSV = "text,speaker\nMore time for mentors is wanted.,\n";

  async function upload(page: Page, name: string, buffer: Buffer) {
    await page.getByLabel("CSV file").setInputFiles({ name, mimeType: "text/csv", buffer });
    await page.getByRole("button", { name: "Import this file" }).click();
  }

  for (const { what, bytes, problem } of [
    {
      what: "UTF-16 without its mark",
      bytes: Buffer.from(CSV, "utf16le"),
      problem: "an encoding that cannot be told",
    },
    {
      what: "damaged UTF-8",
      bytes: Buffer.concat([Buffer.from(CSV), Buffer.from([0xc3, 0xa9, 0x81, 0x0a])]),
      problem: "its encoding is unknown or broken",
    },
    {
      what: "a picture called .csv",
      bytes: Buffer.from("\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR", "latin1"),
      problem: "It seems to be a picture",
    },
    {
      what: "a spreadsheet called .csv",
      bytes: Buffer.from("PK\u0003\u0004\u0014\u0000\u0006\u0000[Content_Types].xml", "latin1"),
      problem: "It seems to be an Excel or Word file",
    },
    { what: "an empty file", bytes: Buffer.alloc(0), problem: "This file is empty" },
  ])
    test(`${what} is refused with what it is`, async ({ page }) => {
      const before = await count();
      await page.goto(`${roundtable}/import`);
      await page.getByRole("radio", { name: "Are left out" }).check();
      await upload(page, "lines.csv", bytes);
      await expectRefusal(page, problem);
      await expect(page.getByLabel("CSV file")).toHaveValue(/lines\.csv$/);
      await expect(page.getByRole("radio", { name: "Are left out" })).toBeChecked();
      await page.getByRole("link", { name: problem }).click();
      await expect(page.getByLabel("CSV file")).toBeFocused();
      expect(await count()).toBe(before);
    });

  test("each bad row is named, nothing is half-imported, and the mended file is taken", async ({ page }) => {
    const good = ["text,stance,time", "Mentors have no time.,improvement,14:32", '"Two\nlines.",ask,14:35'];
    const bad = [",ask,14:40", "Praise.,praise,14:41", "Late.,,25:99", `${"a".repeat(20_000)},,14:50`];
    const before = await count();
    await page.goto(`${roundtable}/import`);
    await upload(page, "rows.csv", Buffer.from([...good, ...bad].join("\n")));
    await expectRefusal(page, "Nothing was imported: 4 rows of the file must be mended first.");
    const rows = page.getByRole("table", { name: "4 rows to mend" }).getByRole("row");
    for (const { line, reason } of [
      { line: "Line 5", reason: "What was said: enter some words" },
      { line: "Line 6", reason: "“praise” is no stance" },
      { line: "Line 7", reason: "“25:99” is no time" },
      { line: "Line 8", reason: "It is 10,000 too long" },
    ])
      await expect(rows.filter({ hasText: line })).toContainText(reason);
    expect(await count()).toBe(before);
    await upload(page, "rows.csv", Buffer.from(good.join("\n")));
    await expect(page.getByText("2 lines imported")).toBeVisible();
    expect(await count()).toBe(before + 2);
  });

  test("the same file a second time adds nothing", async ({ page }) => {
    const before = await count();
    for (const answer of ["1 line imported", "This very file was imported into this roundtable already"]) {
      await page.goto(`${roundtable}/import`);
      await upload(page, "again.csv", Buffer.from("text\nOnce is enough.\n"));
      await expect(page.getByRole("main").getByText(answer).first()).toBeVisible();
    }
    expect(await count()).toBe(before + 1);
  });
});
