import type { Page } from "@playwright/test";
import { expect } from "../test";
import {
  CLEARED,
  expectHeading,
  FINDING,
  goTo,
  goToRoundtable,
  ROUNDTABLE,
  SAID,
  THEME,
  unfold,
  UNKNOWN,
  WITHHELD,
} from "./story";

export async function tagContributions(page: Page): Promise<void> {
  await goToRoundtable(page, "Set themes");
  await setTheme(page, SAID, "Strength");
  await setTheme(page, UNKNOWN, "Improvement");
}

async function setTheme(page: Page, words: string, stance: string): Promise<void> {
  const contribution = page
    .getByRole("list", { name: "Contributions" })
    .locator("[data-contribution]")
    .filter({ hasText: words });
  await contribution.getByRole("link", { name: "Set themes" }).click();
  await contribution.getByLabel("Theme", { exact: true }).selectOption(THEME);
  await contribution.getByRole("radio", { name: stance }).check();
  await contribution.getByRole("button", { name: "Set theme" }).click();
  await expect(page.getByText(`Saved: ${THEME}, ${stance.toLowerCase()}.`)).toBeVisible();
  await contribution.getByRole("link", { name: "Close" }).click();
  await expect(contribution.getByRole("list", { name: "Themes" })).toContainText(THEME);
}

export async function writeFinding(page: Page): Promise<void> {
  await goTo(page, "Findings");
  await page.getByRole("link", { name: "Write a finding" }).click();
  await page.getByLabel("Statement").fill(FINDING);
  await page.getByRole("radio", { name: "Strength" }).check();
  await page.getByLabel("Theme", { exact: true }).selectOption(THEME);
  await page.getByRole("button", { name: "Save finding" }).click();
  await expect(page.getByText("No evidence attached yet")).toBeVisible();

  await page.getByLabel("Words in the contribution").fill("told us what to do next");
  await page.getByRole("button", { name: "Find", exact: true }).click();
  const choice = page.getByRole("group", { name: /^The contribution of P01, The marking/ });
  await choice.getByRole("radio", { name: "Supports" }).check();
  await page.getByRole("button", { name: "Attach the contributions chosen" }).click();
  await expect(page.getByText("Supported by 1 person · 1 roundtable")).toBeVisible();
  await expect(page.getByRole("region", { name: /^Contributions that support it/ })).toContainText(SAID);
}

export async function readLiveFigures(page: Page): Promise<void> {
  await goTo(page, "Dashboard");
  const form = page.getByRole("search", { name: "What is counted" });
  await form.getByText("Choose what is counted").click();
  await form.locator("summary").filter({ hasText: "Roundtables: any" }).click();
  await form.getByRole("checkbox", { name: ROUNDTABLE }).check();
  await form.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/roundtable=/);
  const table = page.getByRole("table", { name: "Themes by how many people raised them" });
  const row = table.getByRole("row").filter({ hasText: THEME });
  await expect(page.getByText("3 people were present at this roundtable.")).toBeVisible();
  await expect(row).toContainText("1 of 3");
  await row.getByRole("link", { name: THEME }).click();
  await expect(page.getByText("1 of 3 people raised this")).toBeVisible();
  await expect(page.getByText("One more contribution has no known speaker.")).toBeVisible();
  await expect(page.getByText(SAID)).toBeVisible();
}

export async function closeAndRelease(page: Page): Promise<void> {
  await goToRoundtable(page);
  await unfold(page, "End session and invite corrections");
  await page.getByRole("button", { name: "End session and invite corrections" }).click();
  await expect(page.getByText("Done: the session has ended")).toBeVisible();
  const next = page.getByRole("region", { name: "What comes next" });
  await expect(next.getByRole("link", { name: "Write a finding" })).toBeVisible();
  await expect(next.getByRole("link", { name: "Start a draft" })).toBeVisible();
  await unfold(page, "Close the roundtable");
  await page.getByRole("button", { name: "Close the roundtable" }).click();
  await expect(page.getByText("Done: the roundtable is closed")).toBeVisible();
  await expect(page.getByText("Record hash")).toBeVisible();

  await goTo(page, "Dashboard");
  await page.getByRole("link", { name: "Release these figures" }).click();
  // Three people are too few for a release to take their roundtable in.
  const waits = page
    .getByRole("listitem")
    .filter({ hasText: ROUNDTABLE })
    .filter({ hasText: "Only 3 new people" });
  await expect(waits).toBeVisible();
  await page.getByRole("button", { name: "Release these figures" }).click();
  await expect(page.getByText(/^Release \d+$/).first()).toBeVisible();
}

/** The reviewer's figures: in words, of all roundtables that the release covers, and not of the one that waits. */
export async function readReleasedFigures(page: Page): Promise<void> {
  await goTo(page, "Dashboard");
  await expect(page.getByText("29 people were present at 2 roundtables.")).toBeVisible();
  await expect(page.getByRole("option", { name: ROUNDTABLE })).toHaveCount(0);
  await expectWithheld(page);

  await page.getByRole("link", { name: THEME, exact: true }).first().click();
  await expectHeading(page, THEME);
  await expect(page.getByText(/^Raised by about \d+ of 29 people, at both roundtables/)).toBeVisible();
  await expect(page.getByText(/^\d+ contributions from all roundtables/)).toBeVisible();
  await expect(page.getByText(CLEARED)).toHaveCount(0);
  await expectWithheld(page);
}

/** Nothing of what a page was sent, its data for scripts included, says who spoke. */
export async function expectWithheld(page: Page): Promise<void> {
  const sent = await page.content();
  for (const pattern of WITHHELD) expect(sent, page.url()).not.toMatch(pattern);
}
