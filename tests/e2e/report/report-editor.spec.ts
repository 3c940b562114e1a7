import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from "../test";

const REPORT = "/reviews/npq/reports/briefing-on-all-roundtables/edit";
const SAVE = "**/api/report/v1/drafts";

const text = (page: Page) => page.getByRole("textbox", { name: /^The text of/ });
const status = (page: Page) => page.locator(".editor-line").getByRole("status");
const expectSaved = (page: Page) => expect(status(page)).toHaveText("Saved");

async function openEditor(page: Page): Promise<void> {
  await page.goto(REPORT);
  await expect(text(page)).toBeVisible();
}

/** A new paragraph after the first heading, with the cursor at its end. */
async function writeAfterHeading(page: Page, words: string): Promise<void> {
  await text(page).getByRole("heading").first().click();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type(words);
  await expect(text(page).getByText(words)).toBeVisible();
}

test("a draft is saved as one types, and nothing is lost when the network or the tab goes", async ({
  page,
  context,
}) => {
  await signIn(context, "lead");
  await openEditor(page);
  await test.step("typed, saved and there after a reload", async () => {
    await writeAfterHeading(page, "Written in one editor.");
    await expectSaved(page);
    await page.reload();
    await expect(text(page).getByText("Written in one editor.")).toBeVisible();
  });

  await test.step("a word of quantity without a figure is marked as yours by key", async () => {
    await writeAfterHeading(page, "Most participants saw it");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    await expect(
      page.getByText("No figure backs “Most”. Make it a live figure, or mark it as yours."),
    ).toBeVisible();
    await page.keyboard.press("Control+Alt+o");
    await expect(page.getByRole("region", { name: "A quantity without a figure" })).toBeHidden();
    await page.keyboard.press("Control+z");
    await page.getByRole("button", { name: "Make it a live figure" }).click();
    await page.getByRole("button", { name: /^Insert “\d+”: People who took part/ }).press("Enter");
    await expect(text(page)).toBeFocused();
    await expect(text(page).getByText(/^\d+ participants saw it$/)).toBeVisible();
  });

  await test.step("evidence is cited by keyboard", async () => {
    await page.keyboard.press("End");
    for (let letter = 0; letter < "saw it".length; letter++) await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.press("Control+k");
    const panel = page.getByRole("region", { name: "Cite evidence" });
    await page.keyboard.type("cover");
    await page.keyboard.press("Enter");
    await panel
      .getByRole("button", { name: /^Cite: / })
      .first()
      .press("Enter");
    await expect(panel.getByText(/^It cites 1 contribution/)).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(text(page)).toBeFocused();
    await expectSaved(page);
  });

  await test.step("what was written without network waits in the browser, over a closed tab", async () => {
    await page.route(SAVE, (route) => route.abort());
    await writeAfterHeading(page, "Typed without network.");
    await expect(status(page)).toContainText("Your words are kept in this browser.");
    await page.close();
    const again = await context.newPage();
    await openEditor(again);
    await again.getByRole("button", { name: "Put them back" }).click();
    await expect(text(again).getByText("Typed without network.")).toBeVisible();
    await expectSaved(again);
    await again.setViewportSize({ width: 360, height: 740 });
    await expectNoSidewaysScroll(again);
  });
});

test("two people write in one draft: both see both, and decide where both changed the same", async ({
  openAs,
}) => {
  const [mine, theirs] = [await openAs("lead"), await openAs("facilitator")];
  await openEditor(mine);
  await writeAfterHeading(mine, "We both know this.");
  await expectSaved(mine);
  await openEditor(theirs);
  await expect(text(theirs).getByText("We both know this.")).toBeVisible();

  await test.step("what one writes appears in the other's text", async () => {
    await writeAfterHeading(theirs, "Theirs alone.");
    await expect(text(mine).getByText("Theirs alone.")).toBeVisible();
    await expect(text(mine).locator("[data-other]")).toContainText("Theirs alone.");
    await expectSaved(theirs);
  });

  await test.step("a paragraph that both changed keeps both texts until one decides", async () => {
    await theirs.route(SAVE, (route) => route.abort());
    for (const [page, words] of [
      [theirs, " So do they."],
      [mine, " So do we."],
    ] as const) {
      await text(page).getByText("We both know this.").click();
      await page.keyboard.press("End");
      await page.keyboard.type(words);
    }
    await expectSaved(mine);
    await theirs.unroute(SAVE);
    const choice = theirs.getByRole("region", { name: "For you to decide" });
    await expect(choice).toContainText("We both know this. So do we.");
    await choice.getByRole("button", { name: "Keep both" }).click();
    await expectSaved(theirs);
    await expect(text(mine).getByText("We both know this. So do they.")).toBeVisible();
    await expect(text(mine).getByText("We both know this. So do we.")).toBeVisible();
  });

  await test.step("a suggestion is made, seen by the other, and accepted", async () => {
    await mine.getByRole("button", { name: "Suggest", exact: true }).click();
    // A change of the other's that arrives with the click can put the cursor back where it was.
    await expect(async () => {
      await text(mine).getByText("Theirs alone.").click();
      expect(await mine.evaluate(() => getSelection()?.anchorNode?.textContent)).toBe("Theirs alone.");
    }).toPass();
    await mine.keyboard.press("End");
    await mine.keyboard.press("Backspace");
    await mine.keyboard.type(" no more.");
    await expect(theirs.getByRole("button", { name: "Add “ no more.”", exact: true })).toBeVisible();
    await expect(theirs.getByText("A suggested change is still open here.").first()).toBeVisible();
    await theirs.getByRole("button", { name: "Accept all" }).click();
    await expect(text(mine).getByText("Theirs alone no more.")).toBeVisible();
  });
});
