import type { Page } from "@playwright/test";
import { expect } from "../test";
import {
  CLEARED,
  expectHeading,
  goTo,
  goToRoundtable,
  HANDS,
  NOTED,
  PEOPLE,
  PUT_RIGHT,
  ROUNDTABLE,
  SAID,
  SCHOOL,
  UNKNOWN,
} from "./story";

export async function planRoundtable(page: Page): Promise<void> {
  await goTo(page, "Roundtables");
  await page.getByRole("link", { name: "Plan a roundtable" }).click();
  await page.getByLabel("Title").fill(ROUNDTABLE);
  await page.getByLabel("Day", { exact: true }).fill("3");
  await page.getByLabel("Month", { exact: true }).fill("6");
  await page.getByLabel("Year", { exact: true }).fill("2026");
  await page.getByLabel("Host", { exact: true }).fill("Chartered College of Teaching");
  await page.getByRole("radio", { name: "In person" }).check();
  await page.getByLabel("Place", { exact: true }).fill("Ashcombe");
  await page.getByRole("radio", { name: "Chatham House Rule" }).check();
  await page.getByLabel("Discussion questions").fill("How was your work assessed?\nWhat should change?");
  await page.getByRole("button", { name: "Plan this roundtable" }).click();
  await expectHeading(page, ROUNDTABLE);
  await expect(page.getByText("3 June 2026, Ashcombe")).toBeVisible();
}

export async function registerPeople(page: Page): Promise<void> {
  await page.getByRole("main").getByRole("link", { name: "People", exact: true }).click();
  await page.getByRole("link", { name: "Add a participant" }).click();
  for (const [at, { name, permits, label }] of PEOPLE.entries()) {
    await page.getByLabel("Name (optional)").fill(name);
    await page.getByLabel("Role (optional)").selectOption("Middle leader");
    await page.getByLabel("Phase (optional)").selectOption("Secondary");
    await page.getByRole("radio", { name: permits }).check();
    const last = at === PEOPLE.length - 1;
    await page.getByRole("button", { name: last ? "Add participant" : "Add and start another" }).click();
    await expect(page.getByText(`Done: ${label} is registered`)).toBeVisible();
    if (!last) await expect(page.getByLabel("Name (optional)")).toBeFocused();
  }
  await expectHeading(page, "People");
  for (const { permits, label } of PEOPLE)
    await expect(page.getByRole("row", { name: new RegExp(`^${label} .*${permits}`) })).toBeVisible();
  await expect(page.getByText("3 of 3 participants present")).toBeVisible();
}

export async function logContributions(page: Page): Promise<void> {
  await goToRoundtable(page);
  await page.getByRole("button", { name: "Start the session" }).click();
  await expectHeading(page, "Capture");

  await log(page, "@p01", "+", `“${SAID}”`);
  await expect(contributionOf(page, SAID)).toContainText("Word for word");
  await log(page, "@p02", "-", NOTED);
  await expect(contributionOf(page, NOTED)).toContainText("P02");
  await choose(page, "/hands");
  await page.getByLabel("Hands raised").fill("2");
  await page.getByRole("group", { name: "Hands" }).getByLabel("of").fill("3");
  await log(page, null, "!", HANDS);
  await expect(contributionOf(page, HANDS)).toContainText("2 of 3 hands");
  await log(page, "@unknown", "-", UNKNOWN);
  await expect(page.getByText("1 of 3 not yet heard.")).toBeVisible();
  await expect(page.getByText("All saved", { exact: true })).toBeVisible();
}

const words = (page: Page) =>
  page.getByRole("region", { name: "Log a contribution" }).getByRole("textbox", { name: "What was said" });

/** Types a sign with what is sought, and takes the first of the list behind it. */
async function choose(page: Page, typed: string): Promise<void> {
  await words(page).focus();
  await page.keyboard.type(typed);
  await expect(page.getByRole("listbox")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("listbox")).toBeHidden();
}

async function log(page: Page, speaker: string | null, stance: string, said: string): Promise<void> {
  if (speaker) await choose(page, speaker);
  await choose(page, stance);
  await page.keyboard.insertText(said);
  await page.keyboard.press("Enter");
  await expect(contributionOf(page, said.replace(/[“”]/g, ""))).toContainText("Saved");
}

/** The contribution of the record that says so. */
function contributionOf(page: Page, words: string) {
  return page.getByRole("article").filter({ hasText: words });
}

export async function editContribution(page: Page): Promise<void> {
  await contributionOf(page, NOTED).getByRole("button", { name: /^Edit/ }).click();
  const editor = page.getByRole("group", { name: "Edit this contribution" });
  await editor.getByRole("textbox", { name: "What was said" }).fill(PUT_RIGHT);
  await editor.getByRole("button", { name: "Save", exact: true }).click();
  await expect(contributionOf(page, PUT_RIGHT)).toContainText("Saved");
  await openContribution(page, PUT_RIGHT);
  const before = page.getByRole("region", { name: "Earlier versions" });
  await expect(before.getByText(NOTED)).toBeVisible();
}

/** The page of one contribution of the roundtable, by the way that the capture page offers. */
async function openContribution(page: Page, said: string): Promise<void> {
  await contributionOf(page, said).getByRole("button", { name: /^Edit/ }).click();
  await page.getByRole("link", { name: "History, clearance and more" }).click();
  await expect(contributionOf(page, said)).toBeVisible();
}

export async function clearContribution(page: Page): Promise<void> {
  await goToRoundtable(page, "Capture");
  await openContribution(page, SAID);
  await page.getByRole("link", { name: "Clear for reviewers" }).click();
  await expect(page.getByRole("button", { name: "Mask the selected words" })).toBeVisible();
  await page.getByLabel("Words to mask, 1").fill(SCHOOL);
  await page.getByLabel("Shown as, 1").selectOption("[school]");
  await expect(page.getByText(CLEARED)).toBeVisible();
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await expect(page.getByRole("figure").filter({ hasText: "What others may read" })).toContainText(CLEARED);
}
