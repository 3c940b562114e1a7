import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Axe itself, in the version that its package for Playwright needs. */
const axe = readFileSync(
  createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright")).resolve(
    "axe-core/axe.min.js",
  ),
  "utf8",
);

export async function expectAccessible(page: Page): Promise<void> {
  await expectRules(page, { type: "tag", values: WCAG });
}

/** The rules whose answer depends on where things stand, and not only on what is shown. */
export async function expectLaidOutAccessibly(page: Page): Promise<void> {
  await expectRules(page, { type: "rule", values: ["target-size", "scrollable-region-focusable"] });
}

async function expectRules(page: Page, runOnly: { type: "tag" | "rule"; values: string[] }): Promise<void> {
  // The builder alone has the page read all of axe twice at every look: a page that has it needs it no more.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const { violations } = await new AxeBuilder({ page, axeSource: "void 0" })
    // The style sheets would be read again for a rule that is not among these.
    .options({ runOnly, resultTypes: ["violations"], preload: { assets: ["media"] } })
    // No page has frames, so there is nothing to look into.
    .setLegacyMode(true)
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
  expect(found, page.url()).toEqual([]);
}
