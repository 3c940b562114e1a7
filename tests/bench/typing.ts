import type { Browser, Page } from "@playwright/test";
import { openAs, withBrowser } from "./browser";
import { LONG_REPORT } from "./report";

const SENTENCE = "Coaching takes time. ";
const SENTENCES = 10;
const PAUSE_MS = 80;
/** After a sentence somebody thinks: long enough for the checks to begin. */
const THINKING_MS = 500;
/** What loading the page left to do is done by then. */
const SETTLE_MS = 2_500;
/** Far enough down that half of the draft is on either side. */
const PARAGRAPH = 100;

declare global {
  interface Window {
    keyTimes?: number[];
  }
}

type Typing = {
  /** Of each key, in ms: from when the browser took it to the end of the frame that shows it. Nothing is left out. */
  toScreen: number[];
  /** Processor time of the page's own thread for a key, in ms, with what saves and checks in between; and of it scripts. */
  cpu: number;
  script: number;
};

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
  await timeKeys(page);
  const spent = await processorTime(page);
  for (let n = 0; n < SENTENCES; n++) {
    await page.keyboard.type(SENTENCE, { delay: PAUSE_MS });
    await page.waitForTimeout(THINKING_MS);
  }
  const { task, script } = await spent();
  const toScreen = await page.evaluate(() => window.keyTimes ?? []);
  await page.context().close();
  const keys = SENTENCE.length * SENTENCES;
  if (toScreen.length < keys / 2) throw new Error("Hardly a key was seen.");
  return { toScreen, cpu: task / keys, script: script / keys };
}

/** Notes of each key when the frame that shows it is done. */
async function timeKeys(page: Page): Promise<void> {
  // No function in here has a name: the loader would wrap it in a helper, which the page lacks.
  await page.evaluate(() => {
    window.keyTimes = [];
    window.addEventListener(
      "keydown",
      ({ timeStamp }) => {
        const painted = new MessageChannel();
        // A message that is sent before the frame is drawn comes after it.
        painted.port1.onmessage = () => window.keyTimes?.push(performance.now() - timeStamp);
        requestAnimationFrame(() => painted.port2.postMessage(null));
      },
      { capture: true },
    );
  });
}

/** How much processor time the page's thread took since, in ms: other processes do not add to it, as they do to waiting. */
async function processorTime(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const read = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    const seconds = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
    return { task: seconds("TaskDuration") * 1000, script: seconds("ScriptDuration") * 1000 };
  };
  const before = await read();
  return async () => {
    const now = await read();
    return { task: now.task - before.task, script: now.script - before.script };
  };
}
