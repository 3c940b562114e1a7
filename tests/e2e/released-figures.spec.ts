import { readFile } from "node:fs/promises";
import type { Locator } from "@playwright/test";
import { overgrown, type PageLimit } from "./support/overgrown";
import { expect, signIn, test, type Role } from "./test";

test("a lead sees what is left out of a release, and a reviewer takes the release away without it", async ({
  page,
  context,
}) => {
  await signIn(context, "lead");
  await page.goto("/reviews/npq/dashboard/release");
  const leftOut = page.getByRole("region", { name: "What is left out" });
  const first = leftOut.getByRole("listitem").first();
  // The check goes on after the page has loaded.
  await expect(first).toHaveText(
    /^.+ by (role group|phase|type of school|region) is left out, because a number of fewer than five people could be worked out with it\.$/,
  );
  const sentence = await first.innerText();
  await page.getByRole("radio", { name: "Show roundtables only together" }).check();
  await page.getByRole("button", { name: "Check again" }).click();
  await expect(page).toHaveURL(/tables=together/);
  await expect(page.getByRole("radio", { name: "Show roundtables only together" })).toBeChecked();
  await page.getByRole("link", { name: "See it all as reviewers will" }).click();
  await expect(page).toHaveURL(/release\/preview\?tables=together/);
  const pages = page.getByRole("navigation", { name: "Pages of the release" });
  await pages.getByRole("link", { name: "Groups of people" }).click();
  await expect(page.getByRole("table", { name: /^People who raised each theme, by / })).toBeVisible();

  await signIn(context, "reviewer");
  await page.goto("/reviews/npq/dashboard?release=1");
  await expect(page.getByText("29 people were present at 2 roundtables.")).toBeVisible();
  await page.getByRole("link", { name: "By phase" }).click();
  await expect(page).toHaveURL(/dashboard\/groups\?release=1&by=phase/);
  await expect(page.getByRole("table", { name: /^People who raised each theme, by phase/ })).toBeVisible();
  await page.getByRole("link", { name: "Dashboard", exact: true }).last().click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download a CSV file" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("npq-release-1.csv");
  const csv = await readFile(await download.path(), "utf8");
  const theme = sentence.replace(/ by .*/, "");
  expect(csv).toMatch(new RegExp(`Groups,All roundtables,${theme},[^\\r]*,not shown,`));
  expect(csv).toMatch(/Figures,All roundtables,Coaching,Raised it,about 10,29,/);
});

test("the check of a release is complete without scripts", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await signIn(context, "lead");
  const page = await context.newPage();
  await page.goto("/reviews/npq/dashboard/release");
  await expect(page.getByText("Checking against everything")).toBeHidden();
  await expect(page.getByRole("button", { name: "Release these figures" })).toBeVisible();
  await context.close();
});

test("by keyboard alone a reviewer finds both sides, copies a finding, keeps a figure to cite, and removes it again", async ({
  page,
  context,
}) => {
  await signIn(context, "reviewer");
  await page.goto("/reviews/npq/dashboard?release=1");
  const inShort = page.getByRole("region", { name: "In short" });
  await inShort.getByRole("link", { name: "Where views differ" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Where views differ" })).toBeVisible();
  const finding = page.getByRole("listitem").filter({ hasText: "A coach who has done the same job" });
  await expect(finding).toContainText("A few saw this differently: Having done the job is not enough");
  await finding.getByText("Copy as a sentence").press("Enter");
  await expect(finding.getByRole("textbox", { name: "Sentence to copy" })).toHaveValue(
    /^About 5 of 29 people present at 2 roundtables asked for a coach .+ A few saw this differently: .+ release 1, .+\/dashboard\/coaching\?release=1#finding-[0-9a-f]{12} \(sign-in needed\)$/,
  );
  await finding.getByRole("link", { name: "Coaching" }).press("Enter");
  await expect(page).toHaveURL(/dashboard\/coaching\?release=1#finding-/);
  await page.goto("/reviews/npq/dashboard/coaching?release=1");
  await page.getByText("Copy this figure as a sentence").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Keep in what I cite" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Kept. What I cite says when a later release says otherwise.")).toBeVisible();
  await expect(page.getByRole("link", { name: "See what I cite" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(
    page.getByText(/^About 10 of 29 people raised Coaching, at both roundtables.*\.$/).first(),
  ).toBeVisible();
  await expect(page.getByText(/^Still the same/)).toBeVisible();
  await page.getByRole("button", { name: "Remove" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(":focus")).toContainText("You have not kept anything to cite");
});

test("a reviewer sets roundtables side by side, in all and by what was asked for, and opens one of them", async ({
  page,
  context,
}) => {
  await signIn(context, "reviewer");
  await page.goto("/reviews/npq/dashboard?release=1");
  await page.getByRole("link", { name: "Roundtables side by side" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Roundtables side by side" })).toBeVisible();
  const raised = page.getByRole("table", { name: /^People who raised each theme, by roundtable/ });
  await expect(raised.getByRole("columnheader")).toHaveText([
    "Theme",
    /London\s*of 20$/,
    /Leeds\s*of 12$/,
    "All roundtablesof 29",
  ]);
  const coaching = (table: Locator) => table.getByRole("row", { name: /^Coaching/ }).getByRole("cell");
  await expect(coaching(raised)).toHaveText(["about 5", "a few", "about 10"]);
  await page.getByRole("link", { name: "! Ask" }).press("Enter");
  await expect(page).toHaveURL(/roundtables\?release=1&stance=ask/);
  const asked = page.getByRole("table", { name: /with the stance “Ask”, by roundtable/ });
  await expect(coaching(asked)).toHaveText(["a few", "a few", "about 5"]);
  await page.getByRole("link", { name: /^All figures of .*Leeds$/ }).press("Enter");
  await expect(page.getByText("12 people were present at this roundtable.")).toBeVisible();
  await expect(page.getByText("The files are of the whole release")).toBeVisible();
  const hands = page.getByRole("region", { name: "Shows of hands" });
  await expect(hands.getByRole("listitem")).toHaveCount(1);
});

/**
 * The most bytes before compression and the most statements of each page, a little over what they are: what is sent or asked
 * twice shows here. The frame of a page is 17,000 bytes and two statements. Pages of work have theirs in `size/page-sizes.spec.ts`.
 */
const MOST: readonly (readonly [who: Role, ...PageLimit])[] = [
  ["reviewer", "dashboard?release=1", 59_000, 8],
  ["reviewer", "dashboard?release=1&show=tables", 59_300, 8],
  ["reviewer", "dashboard/groups?release=1&by=phase", 27_000, 8],
  ["reviewer", "dashboard/roundtables?release=1", 30_000, 8],
  ["reviewer", "dashboard/npqs?release=1", 24_000, 8],
  ["reviewer", "dashboard/findings?release=1", 50_000, 8],
  ["reviewer", "dashboard/findings?release=1&area=send", 30_000, 12],
  ["reviewer", "dashboard/assessment?release=1", 60_000, 17],
  ["lead", "dashboard", 60_700, 11],
  ["lead", "dashboard?role=SENCO", 58_000, 13],
  ["lead", "dashboard?role=SENCO&compare=yes&with-role=headteacher", 61_200, 19],
  ["lead", "dashboard/assessment", 51_500, 16],
  ["lead", "dashboard/release", 59_000, 44],
  ["lead", "dashboard/release/preview", 61_200, 44],
  ["lead", "live/together", 49_500, 10],
  ["lead", "live/saturation", 45_000, 9],
  ["lead", "live/coverage", 52_500, 14],
  ["lead", "findings", 57_500, 5],
  ["lead", "findings/board/assessment", 50_000, 13],
  ["lead", "findings/matrix", 58_000, 14],
  ["lead", "search?q=coaching", 43_500, 19],
  ["lead", "search?q=coahcing", 44_500, 23],
  ["lead", "citations", 19_500, 7],
  ["lead", "reports", 25_500, 5],
];

for (const who of ["reviewer", "lead"] as const)
  test(`no page of figures has grown, for a ${who}`, async ({ context }) => {
    await signIn(context, who);
    const limits = MOST.filter(([reader]) => reader === who).map(([, ...limit]) => limit);
    expect(await overgrown(context, limits)).toEqual([]);
  });
