import { chromium, type Browser, type Page } from "@playwright/test";
import { chromiumFlags, findChromium } from "../support/machine/chromium.mjs";

/** Runs with a browser, and closes it. */
export async function withBrowser<Result>(work: (browser: Browser) => Promise<Result>): Promise<Result> {
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: chromiumFlags,
    ...(executablePath ? { executablePath } : {}),
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** A page of somebody's own browser; `cookie` is their session's. */
export async function openAs(browser: Browser, url: string, cookie: string): Promise<Page> {
  const context = await browser.newContext();
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: "Lax" }]);
  return context.newPage();
}
