import type { Page } from "@playwright/test";

const SENTENCE = "Coaching takes time. ";
const SENTENCES = 10;
const PAUSE_MS = 80;
/** After a sentence somebody thinks: long enough for the checks to begin. */
const THINKING_MS = 500;

declare global {
  interface Window {
    keyTimes?: number[];
  }
}

export type Typing = {
  /** Of each key, in ms: from when the browser took it to the end of the frame that shows it. Nothing is left out. */
  toScreen: number[];
  /** Processor time of the page's own thread for a key, in ms, with what the page does in between; and of it scripts. */
  cpu: number;
  script: number;
};

/** Types ten sentences where the cursor is. */
export async function timeTyping(page: Page): Promise<Typing> {
  await timeKeys(page);
  const spent = await processorTime(page);
  for (let n = 0; n < SENTENCES; n++) {
    await page.keyboard.type(SENTENCE, { delay: PAUSE_MS });
    await page.waitForTimeout(THINKING_MS);
  }
  const { task, script } = await spent();
  const toScreen = await page.evaluate(() => window.keyTimes ?? []);
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
