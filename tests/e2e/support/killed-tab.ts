import type { Page } from "@playwright/test";

/** The tab's process dies, as when its memory is gone: nothing of the page runs to its end. */
export async function killTab(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  void session.send("Page.crash").catch(() => {});
  await crashed;
}
