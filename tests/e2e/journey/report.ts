import type { Page } from "@playwright/test";
import { expect } from "../test";
import { expectWithheld } from "./meaning";
import { expectHeading, goTo, LAST_WORD, REPORT, REPORTED, ROUNDTABLE, SAID, unfold } from "./story";

/** One of the report's own pages: Read, Edit, Comments, Versions. */
async function goToReport(page: Page, name: string): Promise<void> {
  await goTo(page, "Reports");
  await page.getByRole("link", { name: REPORT }).click();
  await page.getByRole("navigation", { name: "This report" }).getByRole("link", { name }).click();
  await expectHeading(page, REPORT);
}

export async function writeDraft(page: Page): Promise<void> {
  await goTo(page, "Reports");
  await page.getByRole("link", { name: "Start a draft" }).click();
  await page.getByRole("radio", { name: ROUNDTABLE }).check();
  await page.getByLabel("Title").fill(REPORT);
  await page.getByRole("button", { name: "Write the draft" }).click();
  await expectHeading(page, REPORT);
}

export async function followFigure(page: Page): Promise<void> {
  const sentence = page.getByRole("paragraph").filter({ hasText: REPORTED });
  await sentence.getByRole("link", { name: REPORTED }).click();
  await expectHeading(page, "Evidence for a sentence");
  const contribution = page.getByRole("listitem").filter({ hasText: SAID });
  await expect(contribution.getByRole("radio", { name: "Supports it" })).toBeChecked();
  await contribution.getByRole("link", { name: "P01" }).click();
  await expect(page.getByRole("article").filter({ hasText: SAID })).toBeVisible();
}

export async function writeFinalThoughts(page: Page): Promise<void> {
  await goToReport(page, "Edit");
  const text = page.getByRole("textbox", { name: `The text of ${REPORT}` });
  await text.getByRole("heading", { name: "Current strengths" }).click();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type(LAST_WORD);
  await expect(page.getByText(UNRELEASED).first()).toBeVisible();
  await expect(text.getByText(LAST_WORD)).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible();
}

export async function openForComments(page: Page): Promise<void> {
  await goToReport(page, "Edit");
  await unfold(page, "Open for comments");
  await page.getByRole("button", { name: "Open for comments" }).click();
  await expect(page.getByText("Fellows read and comment on the latest saved version.")).toBeVisible();
}

/** Draws the pointer over words of the text, as somebody who selects them does. */
async function dragOver(page: Page, words: string): Promise<void> {
  const text = page.locator("[data-text]").filter({ hasText: words });
  await text.scrollIntoViewIfNeeded();
  const ends = await text.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      return [...range.getClientRects()].map(({ left, right, top, bottom }) => ({
        left,
        right,
        middle: (top + bottom) / 2,
      }));
    }
    return [];
  }, words);
  const [first] = ends;
  const last = ends.at(-1);
  if (!first || !last) throw new Error(`The text does not say “${words}”.`);
  await page.mouse.move(first.left + 1, first.middle);
  await page.mouse.down();
  await page.mouse.move(last.right - 1, last.middle, { steps: 5 });
  await page.mouse.up();
}

export async function commentOn(page: Page, words: string, comment: string): Promise<void> {
  await goToReport(page, "Comments");
  await expectWithheld(page);
  const panel = page.getByRole("region", { name: "Comment on selected words" });
  await expect(async () => {
    await dragOver(page, words);
    await expect(panel).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await panel.getByRole("button", { name: "Comment on these words" }).click();
  await panel.getByLabel("Your comment").fill(comment);
  await panel.getByRole("button", { name: "Send comment" }).click();
  const thread = page.getByRole("listitem").filter({ hasText: comment });
  await expect(thread).toContainText(words.slice(0, -1));
  await expect(page.getByRole("link", { name: "Comment 1", exact: true })).toBeVisible();
}

export async function answerComment(page: Page, comment: string, answer: string): Promise<void> {
  await goToReport(page, "Comments");
  const thread = page.getByRole("region", { name: "1 open, 0 resolved" }).getByRole("listitem");
  await expect(thread).toContainText(comment);
  await unfold(page, "Reply");
  await thread.getByLabel("Your reply").fill(answer);
  await thread.getByRole("button", { name: "Send reply" }).click();
  await expect(thread.getByRole("listitem").filter({ hasText: answer })).toBeVisible();
  await page.getByRole("button", { name: "Resolve" }).click();
  await expect(page.getByRole("heading", { name: "0 open, 1 resolved" })).toBeVisible();
}

/** The roundtable's three people wait for the next release, and so does what the report says of them. */
const UNRELEASED = /No release of figures covers what this report is about/;

export async function tryToPublish(page: Page): Promise<void> {
  await goToReport(page, "Edit");
  await unfold(page, "Publish");
  await page.getByRole("radio", { name: "Members of this review" }).check();
  await page.getByRole("button", { name: "Publish this report" }).click();
  await expect(page.getByRole("alert").filter({ hasText: UNRELEASED })).toBeVisible();
}
