import { readSheet } from "read-excel-file/node";
import type { Locator, Page } from "@playwright/test";
import { expect, signIn, test } from "./test";

const MATRIX = "/reviews/npq/findings/matrix?theme=repetition";
const SUMMARY = "Wants to pass over what they know.";
const AMENDED = "I would like to go past what I have learned before.";

const table = (page: Page) => page.getByRole("table", { name: /^Framework matrix/ });
const cells = (page: Page) => table(page).getByRole("cell").getByRole("link");
const cellWith = (page: Page, text: string): Locator =>
  table(page).getByRole("cell").filter({ hasText: text });
const save = (page: Page) => page.getByRole("button", { name: "Save summary" });

test("by key a cell is found and filled; it goes stale when a contribution changes, is confirmed, and leaves as a file", async ({
  page,
  context,
}) => {
  await signIn(context, "lead");
  await page.goto("/reviews/npq/findings");
  await page.getByRole("link", { name: "Framework matrix" }).click();
  await expect(page.getByText(/cells have a summary\. 1 of them is to be checked/)).toBeVisible();

  await test.step("by key: the arrows go from cell to cell, and Enter opens one", async () => {
    await page.goto(MATRIX);
    await cells(page).first().focus();
    await page.keyboard.press("ArrowDown");
    await expect(cells(page).nth(1)).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await expect(cells(page).first()).toBeFocused();
    await page.keyboard.press("Enter");
    await page.getByLabel("Write a summary").fill(SUMMARY);
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText("Saved. The summary rests on")).toBeVisible();
    await expect(page.getByLabel("Change the summary")).toHaveValue(SUMMARY);
  });
  const cell = page.url();

  await test.step("a contribution is amended: the cell is to be checked, and says why", async () => {
    await page
      .getByRole("link", { name: /^Open it/ })
      .first()
      .click();
    await page.getByRole("link", { name: "Amend" }).click();
    await page.getByLabel("What it should say").fill(AMENDED);
    await page.getByLabel("Reason").fill("Misheard.");
    await page.getByRole("button", { name: "Amend" }).click();
    await expect(page.getByText(AMENDED)).toBeVisible();
    await page.goto(MATRIX);
    await expect(cellWith(page, SUMMARY)).toContainText("To check 1 contribution edited");
    await page.goto(cell);
    await expect(page.getByText("Warning: to check")).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: AMENDED })).toContainText("Edited");
  });

  await test.step("it is still right", async () => {
    await page.getByRole("button", { name: "Still right" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByText(/Still right on .+, said Morgan Tidewell/)).toBeVisible();
    await expect(page.getByText("Warning: to check")).toHaveCount(0);
  });

  await test.step("the file has the summary, and the words behind it", async () => {
    await page.getByRole("link", { name: "Back to the matrix" }).click();
    await expect(cellWith(page, SUMMARY)).not.toContainText("To check");
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download as Excel" }).click();
    const file = await (await downloading).path();
    expect((await readSheet(file, "Matrix")).flat()).toContain(SUMMARY);
    expect((await readSheet(file, "Contributions")).flat()).toContain(AMENDED);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("cells are filled one after the other, and of two texts neither is lost", async ({
    page,
    context,
  }) => {
    await signIn(context, "facilitator");
    await page.goto("/reviews/npq/findings/matrix?theme=coaching");
    await page.getByRole("link", { name: "First cell without a summary" }).click();
    const first = page.url();
    const other = await context.newPage();
    await other.goto(first);
    await other.getByLabel("Write a summary").fill("Written by the other.");
    await save(other).click();
    await page.getByLabel("Write a summary").fill("Written by one.");
    await save(page).click();
    await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
    await expect(page.getByText("Written by the other.")).toBeVisible();
    await expect(page.getByLabel("Change the summary")).toHaveValue("Written by one.");
    await page.getByLabel("Change the summary").fill("Written by both.");
    await page.getByRole("button", { name: "Save and open the next cell without a summary" }).click();
    await expect(page.getByLabel("Write a summary")).toHaveValue("");
    await page.goto(first);
    await page.getByRole("button", { name: "Use these words again" }).click();
    await expect(page.getByLabel("Change the summary")).toHaveValue("Written by the other.");
  });
});
