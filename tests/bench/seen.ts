import type { Browser, Page } from "@playwright/test";
import { openAs, withBrowser } from "./browser";
import type { Filled, Typist } from "./fill";

const TIMES = 60;
const PAUSE_MS = 150;
/** The roundtable that is in session. */
const CAPTURE = "/reviews/npq/roundtables/roundtable-1/capture";

/**
 * From Enter in one browser to the contribution being on the screen of another, in ms. Both run on this
 * computer and so have one clock; the instants are taken in the pages themselves.
 */
export function seenTimes(url: string, { typists }: Filled): Promise<number[]> {
  const [writer, reader] = typists;
  if (!writer || !reader) throw new Error("There are not two facilitators.");
  return withBrowser(async (browser) => {
    const from = await openCapture(browser, url, writer);
    const to = await openCapture(browser, url, reader);
    const times: number[] = [];
    for (let n = 0; n < TIMES; n++) times.push(await timeOne(from, to, `Line ${n} for another screen`));
    return times;
  });
}

export async function openCapture(browser: Browser, url: string, { cookie }: Typist): Promise<Page> {
  const page = await openAs(browser, url, cookie);
  await page.goto(url + CAPTURE);
  // This computer was searched for what waits.
  await page.locator("[data-connection=online]:not(:empty)").waitFor({ timeout: 120_000 });
  return page;
}

/** From Enter in the page `from` to the words being on the screen of the page `to`, in ms. */
export async function timeOne(from: Page, to: Page, words: string): Promise<number> {
  // No function in here has a name: the loader would wrap it in a helper, which the page lacks.
  const shown = to.evaluate(
    (sought) =>
      new Promise<number>((resolve) => {
        new MutationObserver((_changes, observer) => {
          // It comes last; reading the words of a long record with every change would be measured too.
          const articles = document.getElementsByTagName("article");
          if (!articles[articles.length - 1]?.textContent?.includes(sought)) return;
          observer.disconnect();
          // On the screen with the frame that follows.
          requestAnimationFrame(() => resolve(Date.now()));
        }).observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
    words,
  );
  // By its place: to find it by its role, each contribution of a long record would be asked for its own.
  const bar = from.locator("#capture-bar textarea");
  await bar.fill(words);
  const pressed = from.evaluate(
    () =>
      new Promise<number>((resolve) => {
        window.addEventListener("keydown", () => resolve(Date.now()), { once: true, capture: true });
      }),
  );
  await bar.press("Enter");
  const ms = (await shown) - (await pressed);
  await from.waitForTimeout(PAUSE_MS);
  return ms;
}
