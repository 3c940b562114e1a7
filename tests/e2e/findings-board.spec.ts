import type { Page } from "@playwright/test";
import { expect, signIn, test } from "./test";

const BOARD = "/reviews/npq/findings/board";
const STATEMENT = "What people say is read together on the board.";

const boxes = (page: Page) => page.getByRole("checkbox", { name: /^Choose the contribution of/ });
const card = (page: Page, text: string) =>
  page
    .getByRole("region", { name: /^Findings/ })
    .getByRole("listitem")
    .filter({ hasText: text });
const undo = (page: Page) => page.getByRole("button", { name: /^Undo/ });

test("by key and by drag, contributions become a finding with a counter-view, and each step is undone", async ({
  page,
  context,
}) => {
  await signIn(context, "facilitator");
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${BOARD}/repetition`);
  const before = await boxes(page).count();

  await test.step("by key: choose, look around, start", async () => {
    await boxes(page).first().focus();
    await page.keyboard.press("x");
    await page.keyboard.press("o");
    await expect(page.getByText("Said directly before")).toBeVisible();
    await expect(boxes(page).first()).toBeChecked();
    await page.keyboard.press("n");
    await page.keyboard.type(STATEMENT);
    await page.getByRole("radio", { name: "Ask" }).check();
    await page.getByLabel("Statement").press("Control+Enter");
    await expect(card(page, STATEMENT)).toContainText("Supported by 1");
    await expect(boxes(page)).toHaveCount(before - 1);
    // The focus goes on with the next one, so that the next key does something.
    await expect(boxes(page).first()).toBeFocused();
  });

  await test.step("by drag: onto a button of the finding", async () => {
    const contradicts = card(page, STATEMENT).getByRole("button", { name: "Contradicts" });
    await page.evaluate(() => scrollTo(0, 0));
    await page.locator("[data-handle]").first().dragTo(contradicts);
    await expect(card(page, STATEMENT)).toContainText("Contradicted by 1");
    await card(page, STATEMENT).getByText("Write the counter-view").click();
    await card(page, STATEMENT).getByLabel("Counter-view").fill("Others read it alone.");
    await card(page, STATEMENT).getByRole("button", { name: "Save the counter-view" }).click();
    await expect(card(page, STATEMENT).getByText("Others read it alone.")).toBeVisible();
  });

  await test.step("the letter u undoes the last step; a finding that was worked on stays", async () => {
    await boxes(page).first().focus();
    await page.keyboard.press("u");
    await expect(card(page, STATEMENT)).not.toContainText("Contradicted");
    await expect(boxes(page)).toHaveCount(before - 1);
    await boxes(page).first().focus();
    await page.keyboard.press("u");
    await expect(page.getByRole("alert").filter({ hasText: "worked on the new finding" })).toBeVisible();
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a proposed group becomes a finding, which is merged, and every step is undone", async ({
    page,
    context,
  }) => {
    await signIn(context, "facilitator");
    await page.goto(`${BOARD}/leadership/groups?fine=1`);
    const first = page.getByRole("region", { name: /^Group 1/ });
    await first.getByLabel("Statement, to be reworded").fill("");
    await first.getByRole("button", { name: "Start a finding" }).click();
    await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
    await first.getByLabel("Statement, to be reworded").fill(STATEMENT);
    await first.getByRole("button", { name: "Start a finding" }).click();
    await expect(page.getByText(`You started the finding “${STATEMENT}”`)).toBeVisible();

    await page.getByRole("link", { name: "Board", exact: true }).click();
    await boxes(page).first().check();
    await card(page, STATEMENT).getByRole("button", { name: "Qualifies" }).click();
    await expect(card(page, STATEMENT)).toContainText("Qualified by 1");

    const others = await page.getByRole("button", { name: "Supports" }).count();
    await card(page, STATEMENT)
      .getByRole("link", { name: /^Merge/ })
      .click();
    await page
      .getByRole("group", { name: /Which finding should be merged/ })
      .getByRole("radio")
      .first()
      .check();
    await page.getByRole("button", { name: "Merge the findings" }).click();
    await expect(page.getByRole("button", { name: "Supports" })).toHaveCount(others - 1);

    for (const before of ["You merged a finding", "You attached 1 contribution", "You started the finding"]) {
      await expect(page.getByText(before)).toBeVisible();
      await undo(page).click();
      await expect(page.getByText(before)).toHaveCount(0);
    }
    await expect(page.getByRole("button", { name: "Supports" })).toHaveCount(others - 1);
    await expect(page.getByText(STATEMENT)).toHaveCount(0);
  });
});
