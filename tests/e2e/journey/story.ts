import type { Page } from "@playwright/test";
import { expect } from "../test";

/** The roundtable that the journey follows. Its people, school and words are invented. */
export const ROUNDTABLE = "Middle leaders, Ashcombe";
export const THEME = "Assessment consistency";

export const PEOPLE = [
  { name: "Rosalind Quaife", permits: "Words may be read and quoted", label: "P01" },
  { name: "Edmund Tarrow", permits: "Paraphrase only", label: "P02" },
  { name: "Beatrix Moyle", permits: "Not recorded", label: "P03" },
] as const;

/** The word that gives a speaker away, and what stands for it once the contribution is cleared. */
export const SCHOOL = "Wexbrook Academy";
export const SAID = `The marking at ${SCHOOL} was fair and told us what to do next.`;
export const CLEARED = "The marking at [school] was fair and told us what to do next.";
export const NOTED = "Comments on the work came late.";
export const PUT_RIGHT = "Comments on the work came six weeks late.";
export const HANDS = "Hands for comments within a month.";
export const UNKNOWN = "The pass mark differs from one provider to the next.";

export const FINDING = "Comments on assessed work tell people what to do next.";
/** How the draft reports it: one person is behind it. */
export const REPORTED = "comments on assessed work tell people what to do next";
export const REPORT = "What middle leaders in Ashcombe said";
export const LAST_WORD = "Quick comments make good marking count for more.";

/** What a reviewer must never be sent: a label, a name, the word that was masked. */
export const WITHHELD = [/\bP0[1-3]\b/, ...PEOPLE.map(({ name }) => new RegExp(name)), /Wexbrook/];

/** The pages in the bar at the top, and the heading that says that one is there. */
const PAGES = {
  Roundtables: "Roundtables",
  Findings: "Findings",
  Dashboard: "What people said, by theme",
  Reports: "Reports",
};

export async function goTo(page: Page, name: keyof typeof PAGES): Promise<void> {
  await page.getByRole("banner").getByRole("link", { name, exact: true }).click();
  await expectHeading(page, PAGES[name]);
}

/** The page that was asked for has come: the one before may have had fields and links of the same names. */
export async function expectHeading(page: Page, name: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
}

/** A page of the roundtable, by its list of things to do. */
export async function goToRoundtable(page: Page, name?: string): Promise<void> {
  await goTo(page, "Roundtables");
  await page.getByRole("link", { name: ROUNDTABLE }).click();
  await expectHeading(page, ROUNDTABLE);
  if (name) await page.getByRole("main").getByRole("link", { name, exact: true }).click();
}

/** What is folded away under a few words. */
export async function unfold(page: Page, words: string): Promise<void> {
  await page.locator("summary").filter({ hasText: words }).click();
}
