import type { Browser, Page } from "@playwright/test";
import { openAs, withBrowser } from "./browser";
import { timeTyping, type Typing } from "./keys";
import { LONG_REPORT } from "./report";

/** What loading the page left to do is done by then. */
const SETTLE_MS = 2_500;
/** Far enough down that half of the draft is on either side. */
const PARAGRAPH = 100;

/** Typing in the middle of a draft of twenty pages, with its checks, while it is saved; and in an empty page, to compare. */
export function typingTimes(url: string, cookie: string): Promise<{ draft: Typing; empty: Typing }> {
  return withBrowser(async (browser) => ({
    empty: await typeIn(browser, { url, cookie }, async (page) => {
      await page.goto("data:text/html,<p contenteditable>Words</p>");
      await page.locator("p").click();
    }),
    draft: await typeIn(browser, { url, cookie }, async (page) => {
      await page.goto(`${url}/reviews/npq/reports/${LONG_REPORT}/edit`);
      await page
        .getByRole("textbox", { name: /^The text of/ })
        .locator("p")
        .nth(PARAGRAPH)
        .click();
    }),
  }));
}

type Place = { url: string; cookie: string };

async function typeIn(
  browser: Browser,
  { url, cookie }: Place,
  open: (page: Page) => Promise<void>,
): Promise<Typing> {
  const page = await openAs(browser, url, cookie);
  await open(page);
  await page.keyboard.press("End");
  await page.waitForTimeout(SETTLE_MS);
  const typing = await timeTyping(page);
  await page.context().close();
  return typing;
}
