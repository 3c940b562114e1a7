import type { Page } from "@playwright/test";
import { writeXlsx } from "../support/worlds/workbook";
import { startRoundtable } from "./support/elsewhere";
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from "./test";

test.describe.configure({ mode: "default" });
let roundtable = "";

test.beforeAll(async () => {
  roundtable = await startRoundtable();
});
test.beforeEach(({ context }) => signIn(context, "elsewhere"));

async function choose(page: Page, name: string, buffer: Buffer) {
  await page.goto(`${roundtable}/import`);
  await page.getByLabel("File", { exact: true }).setInputFiles({ name, mimeType: "text/plain", buffer });
  await page.getByRole("button", { name: "Look at this file" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "What the file contains" })).toBeVisible();
}

/** Moves on with Tab until a control with this name has the focus. */
async function tabTo(page: Page, name: string) {
  for (let steps = 0; steps < 60; steps++) {
    await page.keyboard.press("Tab");
    const named = await page.evaluate(() => {
      const focused = document.activeElement;
      const label = focused?.id ? document.querySelector(`label[for="${CSS.escape(focused.id)}"]`) : null;
      return (label ?? focused)?.textContent?.trim() ?? "";
    });
    if (named.startsWith(name)) return;
  }
  throw new Error(`Tab does not reach “${name}”.`);
}

const SURVEY =
  "Answers after the session\n" +
  "Start time;Name;What worked well in your course?;What would you change about it?\n" +
  "(filled in by the form);;(please write);(please write)\n" +
  "3/12/26 9:00:01;Ada Lane;The mentor came to see us, every month.;Pay for the cover of two days.\n" +
  "3/13/26 9:02:01;Ben Hart;;Fewer tasks that say the same again.\n";

test("a survey on a phone, by keyboard alone: lines, times and several questions", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await choose(page, "survey.csv", Buffer.from(SURVEY));
  await expect(page.getByText("Line 2 names the columns; line 3 is the first row")).toBeVisible();
  await expectNoSidewaysScroll(page);
  await tabTo(page, "Which line is the first row?");
  await page.keyboard.type("Line 4");
  await tabTo(page, "Read the file again");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Line 2 names the columns; line 4 is the first row")).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByLabel("What worked well in your course?")).toHaveValue("text:new");
  await expect(page.getByLabel("What are the times in the file?")).toHaveValue("month first");
  await tabTo(page, "What are the times in the file?");
  await page.keyboard.type("Leave");
  await tabTo(page, "Continue");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Who the speakers are" })).toBeVisible();
  await tabTo(page, "Continue");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Check the import" })).toBeVisible();
  await expectNoSidewaysScroll(page);
  const row = page.getByRole("row", { name: /Fewer tasks/ });
  await expect(row).toContainText("New: What would you change about it?");
  await expect(page.getByRole("row", { name: /Answers after/ })).toContainText("It stands above the line");
  await expect(page.getByText("22 in contributions")).toBeVisible();
  await tabTo(page, "Leave 2 rows out and import 3 contributions");
  await page.keyboard.press("Enter");
  await expect(page.getByText("3 contributions imported")).toBeVisible();
  await expectAccessible(page);
});

test("a workbook of several sheets, and text in another encoding, are read as somebody chooses", async ({
  page,
}) => {
  const workbook = writeXlsx([
    {
      name: "Lists",
      hidden: true,
      rows: [
        ["Role", "Code"],
        ["Head", "1"],
      ],
    },
    {
      name: "Table 1",
      rows: [
        ["Speaker", "Comment"],
        ["Ada Lane", "The first table wanted cover."],
      ],
    },
    {
      name: "Table 2",
      rows: [
        ["Speaker", "Comment"],
        ["Ben Hart", "The second table wanted time."],
      ],
    },
  ]);
  await choose(page, "tables.xlsx", workbook);
  await expect(page.getByText("Table 1, Table 2", { exact: true })).toBeVisible();
  await expect(page.getByText("Lists (hidden, 1 row)")).toBeVisible();
  await page.getByRole("group", { name: "Which sheets" }).getByLabel("Table 1").uncheck();
  await page.getByRole("button", { name: "Read the file again" }).click();
  await expect(page.getByText("Lists (hidden, 1 row), Table 1 (1 row)")).toBeVisible();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("row", { name: /The first table/ })).toContainText(
    "a sheet that was not chosen",
  );

  // “It’s” and “can’t” as Excel for Mac writes them in “CSV (Macintosh)”.
  await choose(
    page,
    "mac.csv",
    Buffer.from("speaker,text\rAda,It\u00D5s dear\rBen,I can\u00D5t go\r", "latin1"),
  );
  await expect(page.getByText("First: It’s dear")).toBeVisible();
  await page.getByLabel("Which of these looks right?").selectOption("Windows-1252");
  await page.getByRole("button", { name: "Read the file again" }).click();
  await expect(page.getByText("First: ItÕs dear")).toBeVisible();
});
