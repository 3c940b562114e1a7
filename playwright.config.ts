import { defineConfig, devices } from "@playwright/test";
import { chromiumFlags, findChromium } from "./tests/support/chromium.mjs";

// Where there is no Chromium on PATH, Playwright starts its own.
const executablePath = findChromium();

const BESIDE = /(pages|capture-survival)\.spec\.ts$/;

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/e2e/global-setup.ts",
  workers: 2,
  projects: [
    // One server and one database serve these, so they take turns; those with the longest story begin.
    { name: "stories", testIgnore: BESIDE, workers: 1 },
    // These only look, or have a server of their own.
    { name: "beside", testMatch: BESIDE, fullyParallel: true },
  ],
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    locale: "en-GB",
    timezoneId: "Europe/London",
    // A trace of every test, to keep those that fail, takes a third of the time: --trace on makes one.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: { args: chromiumFlags, ...(executablePath ? { executablePath } : {}) },
  },
});
