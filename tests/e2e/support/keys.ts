import type { Locator, Page } from "@playwright/test";
import { expect } from "../test";

/** More stops than any page of the journey has. */
const STOPS = 250;

type Stop = { there: boolean; visible: boolean; what: string };

/** Where the focus is, whether it can be seen there, and whether that is the place or inside it. */
function stopAt(place: Element): Stop {
  const focus = document.activeElement;
  if (!focus || focus === document.body) return { there: false, visible: true, what: "the page itself" };
  const ringed = (box: Element | null) => {
    if (!box) return false;
    const { outlineStyle, outlineWidth, opacity } = getComputedStyle(box);
    return outlineStyle !== "none" && parseFloat(outlineWidth) > 0 && opacity !== "0";
  };
  return {
    there: place.contains(focus),
    // The capture bar draws the ring around its field and the marks alongside it.
    visible: ringed(focus) || (focus instanceof HTMLTextAreaElement && ringed(focus.parentElement)),
    what: focus.outerHTML.slice(0, 160),
  };
}

/**
 * Presses Tab, or Shift+Tab, until the focus is at the place or inside it; at every stop on the way the
 * focus must be visible.
 */
export async function tabTo(page: Page, place: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await expect(place).toBeVisible();
  for (let stop = 0; stop < STOPS; stop++) {
    await page.keyboard.press(key);
    const { there, visible, what } = await place.evaluate(stopAt);
    expect(visible, `On ${page.url()} the focus cannot be seen at ${what}`).toBe(true);
    if (there) return;
  }
  throw new Error(`On ${page.url()} ${key} does not come to ${String(place)} in ${STOPS} presses.`);
}

/** Goes to a link, button or fold, and presses Enter on it. */
export async function enter(page: Page, place: Locator): Promise<void> {
  await tabTo(page, place);
  await page.keyboard.press("Enter");
}

/** Goes to a field and types; in a list of choices, typing chooses what begins so. */
export async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

/** Goes into a group of radio buttons, then to one of them by the arrows. */
export async function choose(page: Page, group: Locator, name: string): Promise<void> {
  await tabTo(page, group);
  await page.keyboard.press("Space");
  const wanted = group.getByRole("radio", { name });
  for (let left = await group.getByRole("radio").count(); left > 0; left--) {
    if (await wanted.isChecked()) return;
    await page.keyboard.press("ArrowDown");
  }
  await expect(wanted).toBeChecked();
}
