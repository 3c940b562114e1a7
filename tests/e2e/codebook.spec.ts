import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./test";

/** How many contributions the theme's page counts under it. */
async function contributionsUnder(page: Page, slug: string): Promise<number> {
  await page.goto(`/reviews/npq/themes/${slug}`);
  const heading = page.getByRole("heading", { name: /^[\d,]+ contributions?$/ });
  return Number((await heading.innerText()).replaceAll(/\D/g, ""));
}

test("two themes are merged after a look at what it touches, and parted again", async ({ openAs }) => {
  const page = await openAs("lead");
  // The demonstration's round uses every theme and none of the areas.
  const [from, into] = [
    await contributionsUnder(page, "workload"),
    await contributionsUnder(page, "operational-leadership"),
  ];
  expect(from).toBeGreaterThan(0);

  await page.goto("/reviews/npq/themes/workload/merge");
  await page.getByLabel("Which theme keeps the contributions?").selectOption("Operational leadership");
  await page.getByRole("button", { name: "Preview the change" }).click();
  await expect(page.getByText("is retired").first()).toBeVisible();
  await expectAccessible(page);
  const will = Number(/will have (\d+)/.exec(await page.locator("main").innerText())?.[1]);
  await page.getByRole("button", { name: "Merge themes" }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(/Merge/);
  expect(await contributionsUnder(page, "workload")).toBe(0);
  expect(await contributionsUnder(page, "operational-leadership")).toBe(will);

  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(page.getByText(/^Undone /).first()).toBeVisible();
  const now = [
    await contributionsUnder(page, "workload"),
    await contributionsUnder(page, "operational-leadership"),
  ];
  expect(now).toEqual([from, into]);
});

test("a theme is moved up and down by key, and keeps the focus", async ({ openAs }) => {
  const page = await openAs("lead");
  await page.goto("/reviews/npq/themes");
  const titles = () =>
    page.getByRole("table", { name: "Themes" }).getByRole("row").getByRole("rowheader").allInnerTexts();
  const before = await titles();
  const [first = "", second = "", ...others] = before;
  await page.getByRole("button", { name: `Move ${first} down` }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(titles).toEqual([second, first, ...others]);
  await page.getByRole("button", { name: `Move ${first} up` }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(titles).toEqual(before);
  await expect(page.getByRole("button", { name: `Move ${first} up` })).toBeFocused();
});

test("a theme that a coding round uses is not merged, and the page says so before", async ({ openAs }) => {
  const page = await openAs("lead");
  await page.goto("/reviews/npq/themes/networks/merge?into=coaching");
  await expect(page.getByRole("link", { name: "First pass over London" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Merge themes" })).toHaveCount(0);
  await expectAccessible(page);
});

test("a changed meaning puts its contributions in the queue for another look", async ({ openAs }) => {
  const page = await openAs("lead");
  const contributions = await contributionsUnder(page, "phase");
  expect(contributions).toBeGreaterThan(0);
  await page.goto("/reviews/npq/themes/phase/change");
  const words = page.getByLabel("Signal words");
  await words.fill(Array.from({ length: 41 }, (_, at) => `word ${at}`).join("\n"));
  await page.getByRole("button", { name: "Save theme" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toContainText(
    "Signal words: enter 40 or fewer. There are 41",
  );
  await words.fill("our setting\nPRU, one size fits all");
  await page.getByLabel("Definition").fill("Whether the content suits the place where somebody works.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save theme" }).click();
  await expect(page.getByRole("heading", { name: "What it said before" })).toBeVisible();
  await expect(page.locator("ins").first()).toBeVisible();
  await expect(page.getByText("Signal words: our setting, PRU, one size fits all").first()).toBeVisible();

  await page.goto("/reviews/npq/coding?left=stale&theme=phase");
  const contributionList = page
    .getByRole("list", { name: "Contributions", exact: true })
    .locator("[data-contribution]");
  const first = contributionList.first();
  await expect(first.getByText("Check again")).toBeVisible();
  const said = await first.locator("[data-words]").innerText();
  await first.focus();
  await page.keyboard.press("v");
  await expect(page.getByText("Saved: Phase specificity still belongs here.")).toBeVisible();
  await page.reload();
  await expect(first).toBeVisible();
  await expect(contributionList.filter({ hasText: said })).toHaveCount(0);
});
