import type { Page } from "@playwright/test";
import { countContributions, ELSEWHERE, expectRefusal, slugOf, startRoundtable } from "./support/elsewhere";
import { expect, signIn, test } from "./test";

// One roundtable for all of them: run each by itself, each would begin with a roundtable of its own.
test.describe.configure({ mode: "default" });
let roundtable = "";

test.beforeAll(async () => {
  roundtable = await startRoundtable();
});
test.beforeEach(({ context }) => signIn(context, "elsewhere"));

const count = () => countContributions("elsewhere", ELSEWHERE, slugOf(roundtable));
const heading = (page: Page, name: string) =>
  expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

async function choose(page: Page, name: string, buffer: Buffer) {
  await page.goto(`${roundtable}/import`);
  await page.getByLabel("File", { exact: true }).setInputFiles({ name, mimeType: "text/plain", buffer });
  await page.getByRole("button", { name: "Look at this file" }).click();
}

/** Goes on from step to step with what each proposes, and confirms. */
async function confirm(page: Page) {
  await heading(page, "What the file contains");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: /Who the speakers are|Check the import/ }),
  ).toBeVisible();
  if (page.url().endsWith("/speakers")) await page.getByRole("button", { name: "Continue" }).click();
  await heading(page, "Check the import");
  await page.getByRole("button", { name: /import \d+ contributions?$/i }).click();
}

test.describe("files", () => {
  const CSV = "text,speaker\nMore time for mentors is wanted.,\n";

  for (const { what, bytes, problem } of [
    {
      what: "damaged UTF-8",
      bytes: Buffer.concat([Buffer.from(CSV), Buffer.from([0xc3, 0xa9, 0x81, 0x0a])]),
      problem: "we do not know its encoding",
    },
    {
      what: "a picture called .csv",
      bytes: Buffer.from("\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR", "latin1"),
      problem: "This file seems to be a picture",
    },
    {
      what: "half a spreadsheet called .csv",
      bytes: Buffer.from("PK\u0003\u0004\u0014\u0000\u0006\u0000[Content_Types].xml", "latin1"),
      problem: "It seems to be an Excel or Word file",
    },
    { what: "an empty file", bytes: Buffer.alloc(0), problem: "This file is empty" },
  ])
    test(`${what} is refused with what it is, and stays chosen`, async ({ page }) => {
      const before = await count();
      await choose(page, "lines.csv", bytes);
      await expectRefusal(page, problem);
      const file = page.getByLabel("File", { exact: true });
      await expect(file).toHaveValue(/lines\.csv$/);
      await page.getByRole("link", { name: problem }).click();
      await expect(file).toBeFocused();
      expect(await count()).toBe(before);
    });

  test("each bad row is named before anything happens, and the rest comes in and is undone as one", async ({
    page,
  }) => {
    const good = ["text,stance,time", "Mentors have no time.,improvement,14:32", '"Two\nlines.",ask,14:35'];
    const bad = [",ask,14:40", "Praise.,praise,14:41", "Late.,,25:99", `${"a".repeat(20_000)},,14:50`];
    const before = await count();
    await choose(page, "rows.csv", Buffer.from([...good, ...bad].join("\n")));
    await heading(page, "What the file contains");
    await page.getByRole("button", { name: "Continue" }).click();
    await heading(page, "Check the import");
    const rows = page.getByRole("table", { name: "Rows of the file" }).getByRole("row");
    for (const [contribution, reason] of [
      ["Mentors have no time.", "Import"],
      ["It has no words", "Left out"],
      ["Praise.", "“praise” is not a stance"],
      ["Late.", "Import"],
      ["aaaa", "It is 10,000 too long"],
    ] as const)
      await expect(rows.filter({ hasText: contribution })).toContainText(reason);
    expect(await count()).toBe(before);
    await page.getByRole("button", { name: "Leave 3 rows out and import 3 contributions" }).click();
    await expect(page.getByText("3 contributions imported")).toBeVisible();
    await expect(page.getByRole("table", { name: "3 rows left out" })).toContainText("Line 5");
    expect(await count()).toBe(before + 3);
    await page.getByText("Undo this import").first().click();
    await page.getByRole("button", { name: "Undo this import" }).click();
    await expect(page.getByText("undone on")).toBeVisible();
    expect(await count()).toBe(before);
  });

  test("speakers are settled one by one", async ({ page }) => {
    const before = await count();
    await choose(page, "talk.txt", Buffer.from("Ada: One.\nBen: Two.\nAda: Three.\nCleo: Four.\n"));
    await heading(page, "What the file contains");
    await page.getByRole("button", { name: "Continue" }).click();
    await heading(page, "Who the speakers are");
    await page.getByLabel("Ada").selectOption("Leave these contributions out");
    await page.getByLabel("Ben").selectOption("Unknown participant");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("button", { name: "Leave 2 rows out and import 2 contributions" }).click();
    await expect(page.getByText("2 contributions imported")).toBeVisible();
    expect(await count()).toBe(before + 2);
  });

  test("the same file a second time adds nothing", async ({ page }) => {
    const before = await count();
    const file = Buffer.from("text\nOnce is enough.\n");
    await choose(page, "again.csv", file);
    await confirm(page);
    await expect(page.getByText("1 contribution imported")).toBeVisible();
    await choose(page, "again.csv", file);
    await expectRefusal(page, "This file has already been imported into this roundtable");
    expect(await count()).toBe(before + 1);
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });
    test("a file is refused with why, or goes the whole way", async ({ page }) => {
      await choose(page, "notes.csv", Buffer.from("%PDF-1.7"));
      await expect(page.getByRole("alert")).toContainText("This file seems to be a PDF document");
      await choose(page, "plain.csv", Buffer.from("text\nWithout any script.\n"));
      await confirm(page);
      await expect(async () => {
        await page.reload();
        await expect(page.getByText("1 contribution imported")).toBeVisible({ timeout: 500 });
      }).toPass();
    });
  });
});
