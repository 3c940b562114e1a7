import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export async function expectAccessible(page: Page): Promise<void> {
  await expectRules(page, { type: "tag", values: WCAG });
}

/** The rules whose answer depends on where things stand, and not only on what is shown. */
export async function expectLaidOutAccessibly(page: Page): Promise<void> {
  await expectRules(page, { type: "rule", values: ["target-size", "scrollable-region-focusable"] });
}

async function expectRules(page: Page, runOnly: { type: "tag" | "rule"; values: string[] }): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
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
