import type { Page } from "@playwright/test";
import { expect, expectAccessible, mainMenu, signIn, test } from "./test";

const field = (page: Page) => page.getByRole("searchbox", { name: "Words to look for" });
const results = (page: Page) => page.getByRole("group", { name: "Results" });

test("a facilitator searches by keyboard, narrows, and opens what they found", async ({ openAs }) => {
  const page = await openAs("facilitator");
  await page.goto("/reviews/npq");
  await mainMenu(page).getByRole("link", { name: "Search" }).click();
  await expect(page.getByRole("heading", { name: "What you can search" })).toBeVisible();
  await expectAccessible(page);

  await field(page).fill("coahcing");
  await field(page).press("Enter");
  await expect(page.getByText("Showing results for coaching.")).toBeVisible();
  await expect(results(page).locator("mark").first()).toHaveText(/coach/i);
  await expectAccessible(page);

  const ask = page
    .getByRole("navigation", { name: "Narrow the results" })
    .getByRole("link", { name: /^Ask/ });
  const [, count = ""] = /, (\d+ results?)/.exec(await ask.innerText()) ?? [];
  await ask.click();
  await expect(page.getByRole("heading", { name: count, exact: true })).toBeVisible();
  await expect(field(page)).toHaveValue("coaching stance:ask");

  await results(page).focus();
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();

  await field(page).fill("type:contribution coaching");
  await field(page).press("Enter");
  await expect(page.getByRole("link", { name: /^Remove Contributions/ })).toBeVisible();
  await results(page).getByRole("link", { name: "Open the contribution" }).first().click();
  await expect(page).toHaveURL(/\/contributions\//);
});

test("a search that cannot be read is told beside the field, which keeps it", async ({ openAs }) => {
  const page = await openAs("facilitator");
  await page.goto("/reviews/npq/search?q=theme%3Aassesment+stance%3Ashout+foo%3Abar");
  await expect(page).toHaveTitle(/^Error: Search/);
  await expect(field(page)).toHaveValue("theme:assesment stance:shout foo:bar");
  await expect(field(page)).toHaveAccessibleDescription(
    /There is no filter “foo:”.*There is no theme “assesment”.*There is no stance “shout”/,
  );
  await page.getByRole("alert").getByRole("link").first().click();
  await expect(field(page)).toBeFocused();
  await expectAccessible(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a DfE reviewer searches what was released, and nothing else", async ({ page, context }) => {
    await signIn(context, "reviewer");
    await page.goto("/reviews/npq/search");
    await expect(page.getByText("You can search the words of released contributions")).toBeVisible();
    await field(page).fill("coaching");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("heading", { name: /^\d+ results?$/ })).toBeVisible();
    await expect(results(page).getByRole("link", { name: "Open the contribution" })).toHaveCount(0);
    await expect(results(page).getByText(/\bP\d\d\b/)).toHaveCount(0);
    await page.goto("/reviews/npq/search?q=xylophones");
    await expect(page.getByText("Nothing that you can read has “xylophones”.")).toBeVisible();
    await page.goto("/reviews/npq/search?q=role%3Aheadteacher");
    await expect(field(page)).toHaveAccessibleDescription(/Only facilitators can narrow by role/);
  });
});
