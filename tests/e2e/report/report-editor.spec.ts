import type { Page } from "@playwright/test";
import { killTab } from "../support/killed-tab";
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

/** From now on an answer of the server arrives between a press that moves the cursor and the browser's word of it. */
async function answerAtNextPress(page: Page): Promise<void> {
  await page.evaluate(() => {
    const fetch = window.fetch.bind(window);
    window.fetch = async (...asked) => {
      const response = await fetch(...asked);
      if (asked[0] !== "/api/report/v1/drafts") return response;
      const body: unknown = await response.json();
      document.body.dataset.held = "";
      await new Promise((go) =>
        window.addEventListener("selectionchange", go, { capture: true, once: true }),
      );
      window.fetch = fetch;
      // A body that is there already: no more time goes by before the text is changed.
      return Object.assign(new Response(), { json: () => Promise.resolve(body) });
    };
  });
}

/** A busy browser announces later than the next press where a key has moved the cursor: here not before it is let. */
async function announceNoCursor(page: Page, withheld: boolean): Promise<void> {
  await page.evaluate((now) => {
    document.body.dataset.withheld = now ? "selectionchange" : "";
    window.addEventListener(
      "selectionchange",
      (event) => event.type === document.body.dataset.withheld && event.stopImmediatePropagation(),
      { capture: true },
    );
  }, withheld);
}

async function paste(page: Page, data: Readonly<Record<string, string>>): Promise<void> {
  await text(page).evaluate((element, given) => {
    const clipboardData = new DataTransfer();
    for (const [type, value] of Object.entries(given)) clipboardData.setData(type, value);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, data);
}

/** As Word puts it on the clipboard: items of a list by a style, and everything with styles of its own. */
const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head>
<body><!--StartFragment--><h2 style='color:#2F5496'>Pasted heading<o:p></o:p></h2>
<p class=MsoNormal><span style='font-size:14.0pt;color:red'>Pasted <span style='font-weight:700'>bold</span> and <i>italic</i> words<br>of two lines</span></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·&nbsp;&nbsp;</span>Pasted item</p>
<!--EndFragment--></body></html>`;

test("a draft is saved as one types, and nothing is lost when the network or the tab goes", async ({
  page,
  context,
}) => {
  await signIn(context, "lead");
  await openEditor(page);
  await test.step("typed, with a table, saved and there after a reload", async () => {
    await writeAfterHeading(page, "Written in one editor.");
    await page.keyboard.press("Control+Alt+t");
    await expect(page.getByRole("spinbutton", { name: /^Rows/ })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(text(page)).toBeFocused();
    for (const words of ["What is asked of whom", "Ask", "Whom", "When", "Time"]) {
      await page.keyboard.type(words);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Escape");
    await page.keyboard.type("Below the table. ");
    await expectSaved(page);
    await page.reload();
    await expect(text(page).getByText("Written in one editor.")).toBeVisible();
    const table = text(page).locator("figure", { hasText: "What is asked of whom" });
    await expect(table.locator("tr")).toHaveText(["AskWhomWhen", "Time", ""]);
    await expect(text(page).getByText("Below the table.")).toBeVisible();
  });

  await test.step("a word of quantity without a figure is marked as yours by key", async () => {
    await writeAfterHeading(page, "Most participants saw it");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    const unbacked = page.getByRole("region", { name: "A quantity without a figure" });
    await expect(unbacked).toContainText("No figure backs “Most”.");
    await page.keyboard.press("Control+Alt+o");
    await expect(unbacked).toBeHidden();
    await page.keyboard.press("Control+z");
    // From the list of checks in one press, wherever the cursor is.
    await page.keyboard.press("End");
    await page.getByRole("button", { name: /^Make it a live figure: No figure backs “Most”/ }).press("Enter");
    await page.getByRole("button", { name: /^Insert “\d+”: People who took part/ }).press("Enter");
    await expect(text(page)).toBeFocused();
    await expect(text(page).getByText(/^\d+ participants saw it$/)).toBeVisible();
  });

  await test.step("evidence is cited by keyboard", async () => {
    await expectSaved(page);
    await page.keyboard.press("End");
    await announceNoCursor(page, true);
    for (let letter = 0; letter < "saw it".length; letter++) await page.keyboard.press("Shift+ArrowLeft");
    expect(await page.evaluate(() => document.getSelection()?.toString())).toBe("saw it");
    await page.keyboard.press("Control+k");
    await announceNoCursor(page, false);
    const panel = page.getByRole("region", { name: "Cite evidence" });
    await page.keyboard.type("cover");
    await page.keyboard.press("Enter");
    await panel
      .getByRole("button", { name: /^Cite: / })
      .first()
      .press("Enter");
    await expect(panel.getByText(/^It cites 1 contribution/)).toBeVisible();
    await expectAccessible(page);
    await expect(text(page)).toBeFocused();
    await page.keyboard.type(" today");
    await expect.poll(() => text(page).locator("[data-claim]").allInnerTexts()).toContain("saw it");
    await page.keyboard.press("Escape");
    await expect(panel).toBeHidden();
    await expectSaved(page);
  });

  await test.step("what is pasted keeps its paragraphs and drops its styles", async () => {
    await writeAfterHeading(page, "Before what is pasted");
    await page.keyboard.press("Enter");
    await paste(page, { "text/plain": "First line\nSecond line" });
    await expect(text(page).getByText("Second line", { exact: true })).toBeVisible();
    await page.keyboard.press("Enter");
    await paste(page, { "text/html": FROM_WORD, "text/plain": "not this" });
    await expect(text(page).getByRole("heading", { name: "Pasted heading" })).toBeVisible();
    await expect(text(page).getByText("of two lines", { exact: true })).toBeVisible();
    await expect(text(page).locator("p[data-item]", { hasText: /^Pasted item$/ })).toBeVisible();
    await expect(
      text(page).locator("p:has(strong):has(em)", { hasText: /^Pasted bold and italic words$/ }),
    ).toBeVisible();
    await expectSaved(page);
  });

  await test.step("what is found is replaced, with its capitals", async () => {
    await page.keyboard.press("Control+f");
    const find = page.getByRole("search", { name: "Find and replace" });
    await page.keyboard.type("pasted");
    await expect(find.getByRole("status")).toHaveText("1 of 4");
    await find.getByRole("textbox", { name: "Replace with" }).fill("inserted");
    await find.getByRole("button", { name: "Replace all" }).click();
    await expect(text(page).getByText("Before what is inserted")).toBeVisible();
    await expect(text(page).getByRole("heading", { name: "Inserted heading" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(text(page)).toBeFocused();
  });

  await test.step("what was written without network waits in the browser, over a killed tab", async () => {
    // Of the context, so that it holds for the next tab too.
    await context.route(SAVE, (route) => route.abort());
    await writeAfterHeading(page, "Typed without network.");
    await expect(status(page)).toContainText("Your words are kept in this browser.");
    // Said of what was replaced above, perhaps: the last words are kept when nothing is on its way.
    await expect(status(page)).toHaveAttribute("aria-busy", "false");
    await killTab(page);
    const again = await context.newPage();
    await page.close();
    await openEditor(again);
    await expect(again.getByRole("list", { name: "Words that were not saved" })).toContainText(
      "Typed without network.",
    );
    await context.unroute(SAVE);
    await again.getByRole("button", { name: "Restore", exact: true }).click();
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
    // What the other writes arrives with the press: the cursor stays where it was pressed.
    await answerAtNextPress(mine);
    await writeAfterHeading(theirs, "Just now.");
    await mine.locator("body[data-held]").waitFor();
    await text(mine).getByText("Theirs alone.").click();
    await expect(text(mine).getByText("Just now.")).toBeVisible();
    await mine.keyboard.press("End");
    await mine.keyboard.press("Backspace");
    await mine.keyboard.type(" no more.");
    await expect(theirs.getByRole("button", { name: "Add “ no more.”", exact: true })).toBeVisible();
    await expect(theirs.getByText("A suggested change is still open here.").first()).toBeVisible();
    await theirs.getByRole("button", { name: "Accept all" }).click();
    await expectSaved(theirs);
    await expect(text(mine).getByText("Theirs alone no more.", { exact: true })).toBeVisible();
  });
});
