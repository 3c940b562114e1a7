import type { Page } from "@playwright/test";

/** Which elements a page shows, as text that is the same where the same are shown. */
export type Shown = { banner: string; rest: string };

export function shownAtThisWidth(page: Page): Promise<Shown> {
  return page.evaluate(() => {
    const banner = document.querySelector("header");
    const shown = { banner: "", rest: "" };
    for (const element of document.querySelectorAll("body *")) {
      if (!element.checkVisibility()) continue;
      const part = banner?.contains(element) ? "banner" : "rest";
      // The place among its siblings tells two of a kind apart.
      const place = [...(element.parentElement?.children ?? [])].indexOf(element);
      shown[part] += `${element.tagName}.${element.getAttribute("class") ?? ""}:${place} `;
    }
    return shown;
  });
}
