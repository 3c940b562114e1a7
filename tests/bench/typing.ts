import { openAs, withBrowser } from "./browser";
import { LONG_REPORT } from "./report";

const KEYS = "Coaching takes time. ".repeat(10);
const PAUSE_MS = 80;
/** Far enough down that half of the draft is on either side. */
const PARAGRAPH = 100;

declare global {
  interface Window {
    keyTimes?: number[];
  }
}

/**
 * How long each key keeps the page busy until it is on the screen, in ms: in the middle of a draft of twenty pages, with its
 * checks, while it is saved. The wait for the screen's next refresh is left out, because it is the screen's.
 */
export function typingTimes(url: string, cookie: string): Promise<number[]> {
  return withBrowser(async (browser) => {
    const page = await openAs(browser, url, cookie);
    await page.goto(`${url}/reviews/npq/reports/${LONG_REPORT}/edit`);
    const text = page.getByRole("textbox", { name: /^The text of/ });
    await text.locator("p").nth(PARAGRAPH).click();
    await page.keyboard.press("End");
    // No function in here has a name: the loader would wrap it in a helper, which the page lacks.
    await page.evaluate(() => {
      window.keyTimes = [];
      window.addEventListener(
        "keydown",
        () => {
          const pressed = performance.now();
          const written = new MessageChannel();
          const painted = new MessageChannel();
          // A message comes once the key's own work is done, and after a frame once that is painted.
          written.port1.onmessage = () => {
            const busy = performance.now() - pressed;
            requestAnimationFrame((frame) => {
              const began = Math.max(frame, performance.now());
              painted.port1.onmessage = () => window.keyTimes?.push(busy + performance.now() - began);
              painted.port2.postMessage(null);
            });
          };
          written.port2.postMessage(null);
        },
        { capture: true },
      );
    });
    await page.keyboard.type(KEYS, { delay: PAUSE_MS });
    const times = await page.evaluate(() => window.keyTimes ?? []);
    if (times.length < KEYS.length / 2) throw new Error("Hardly a key was seen.");
    return times;
  });
}
