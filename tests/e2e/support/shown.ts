import type { Page } from "@playwright/test";

/** Which elements a page shows, as text that is the same where the same are shown. */
export type Shown = { banner: string; rest: string };

export function shownAtThisWidth(page: Page): Promise<Shown> {
  return page.evaluate(() => {
    const banner = document.querySelector("header");
    const shown = { banner: "", rest: "" };
    const children = new Map<Element | null, number>();
    for (const element of document.querySelectorAll("body *")) {
      // The place among its siblings tells two of a kind apart.
      const place = children.get(element.parentElement) ?? 0;
      children.set(element.parentElement, place + 1);
      if (!element.checkVisibility()) continue;
      const part = banner?.contains(element) ? "banner" : "rest";
      shown[part] += `${element.tagName}.${element.getAttribute("class") ?? ""}:${place} `;
    }
    return shown;
  });
}
