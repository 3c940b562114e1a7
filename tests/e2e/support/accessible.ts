import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type axeCore from "axe-core";
import { rowsAlike } from "./rows-alike";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** In a page that has read axe. */
declare const axe: typeof axeCore;

export async function expectAccessible(page: Page): Promise<void> {
  await expectRules(page, { type: "tag", values: WCAG });
}

/** The rules whose answer depends on where things stand, and not only on what is shown. */
export async function expectLaidOutAccessibly(page: Page): Promise<void> {
  await expectRules(page, { type: "rule", values: ["target-size", "scrollable-region-focusable"] });
}

async function expectRules(page: Page, runOnly: axeCore.RunOnly): Promise<void> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const repeats = await page.evaluateHandle(rowsAlike);
  const found = await page.evaluate(
    async ({ exclude, options }) => {
      const { violations } = await axe.run({ include: document, exclude }, options);
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
      );
    },
    {
      exclude: repeats,
      // The style sheets would be read again for a rule that is not among these.
      options: { runOnly, resultTypes: ["violations" as const], preload: { assets: ["media" as const] } },
    },
  );
  await repeats.dispose();
  expect(found, page.url()).toEqual([]);
}
