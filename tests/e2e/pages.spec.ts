import type { Page } from "@playwright/test";
import { addressOf, ROUTE_TABLE, VISITORS, type Visitor } from "../support/access-table";
import { shownAtThisWidth, type Shown } from "./support/shown";
import { expectLaidOutAccessibly } from "./support/accessible";
import { expect, expectAccessible, expectNoSidewaysScroll, prepared, signIn, test, url } from "./test";

/** The visitors whose view of a page differs, each on every page that is open to them. */
const SEEN_BY: Visitor[] = ["lead", "reviewer", "fellow"];

const pages = Object.entries(ROUTE_TABLE).filter(
  ([route]) => !/^\/(?:api|font)\b|\/export\/|\/download$|\/\[file\]$|\.[a-z]+$/.test(route),
);

for (const visitor of VISITORS.filter((one) => SEEN_BY.includes(one))) {
  test.describe(`as ${visitor}`, () => {
    const open = pages.filter(([, { answers }]) => answers[visitor] === 200);
    for (const [route, { query }] of open) {
      test(`${route} is accessible, titled, and fits 360 px`, async ({ pageOf }) => {
        const page = await pageOf(visitor);
        const address = addressOf(route, prepared().subjects, query);
        await page.setViewportSize({ width: 1280, height: 900 });
        const answer = await page.goto(url() + address);
        expect(answer?.status()).toBe(200);
        expect(await page.title()).toMatch(/.+ - NPQ review$/);
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
        const wide = await shownAtThisWidth(page);
        await page.setViewportSize({ width: 360, height: 740 });
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
        // The lead has everything that is on a page: what others see of it is checked narrow alone.
        if (visitor === "lead") await expectAccessibleWide(page, wide, await shownAtThisWidth(page));
      });
    }
  });
}

/** The banners, by what they show, that were looked at whole on a wide page. */
const bannersSeen = new Set<string>();

/** Most pages show the same on a wide screen as on a narrow one, but for the banner: then where it stands is what is left. */
async function expectAccessibleWide(page: Page, wide: Shown, narrow: Shown): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 });
  const whole = wide.rest !== narrow.rest || !bannersSeen.has(wide.banner);
  bannersSeen.add(wide.banner);
  await (whole ? expectAccessible(page) : expectLaidOutAccessibly(page));
}

test("the dark scheme is accessible too", async ({ page, context }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await signIn(context, "lead");
  for (const rest of ["dashboard", "reports", "contributions", "themes"]) {
    await page.goto(`/reviews/npq/${rest}`);
    await expectAccessible(page);
  }
});
