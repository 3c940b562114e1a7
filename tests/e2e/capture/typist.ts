import { expect, type BrowserContext, type Page } from "@playwright/test";
import type { Rig } from "./rig";

/** Somebody who logs contributions in a browser, and what they have typed. */
export type Typist = { context: BrowserContext; page: Page; name: string; typed: string[] };

export function bar(page: Page) {
  return page
    .getByRole("region", { name: "Log a contribution" })
    .getByRole("textbox", { name: "What was said" });
}

export async function openCapture(page: Page, rig: Rig): Promise<void> {
  await page.goto(`${rig.roundtable}/capture`);
  await expect(bar(page)).toBeEditable();
  // Its storage is open once it says what waits; the service worker has kept the page for a reload.
  await expect(page.locator("[data-connection]")).not.toBeEmpty();
  await expect.poll(() => page.evaluate(() => caches.match(location.href).then(Boolean))).toBe(true);
  // The record and the descriptions of people are kept a moment after the page.
  await expect.poll(() => page.evaluate(countKeptRecords)).toBeGreaterThan(0);
}

/** Runs in the page: of how many roundtables this computer keeps the record. */
async function countKeptRecords(): Promise<number> {
  const open = indexedDB.open("npq-capture");
  return new Promise((resolve, reject) => {
    open.onerror = () => reject(new Error("The storage cannot be opened."));
    open.onsuccess = () => {
      const count = open.result.transaction("seen").objectStore("seen").count();
      count.onerror = () => reject(new Error("The storage cannot be read."));
      count.onsuccess = () => resolve(count.result);
      open.result.close();
    };
  });
}

/** Types a contribution and presses Enter; it is on the page at once, whatever the network does. */
export async function typeContribution(typist: Typist, words: string): Promise<void> {
  const { page, typed } = typist;
  await bar(page).focus();
  await page.keyboard.insertText(words);
  await page.keyboard.press("Enter");
  typed.push(words);
  await expect(page.getByRole("article").filter({ hasText: words })).toHaveCount(1);
}

export async function expectAllSaved(page: Page): Promise<void> {
  await expect(page.getByText("All saved", { exact: true })).toBeVisible();
}

/** Every contribution that was typed is in the record once, in the order in which its author typed it. */
export async function expectRecorded(rig: Rig, typists: readonly Typist[]): Promise<void> {
  const contributions = await rig.contributions();
  for (const { name, typed } of typists) {
    const stored = contributions
      .filter(({ text }) => text.startsWith(`${name} `))
      .sort((a, b) => a.sequence - b.sequence)
      .map(({ text }) => text);
    expect(stored, name).toEqual(typed);
  }
}
