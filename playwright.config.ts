import { defineConfig, devices } from "@playwright/test";
import { chromiumFlags, findChromium } from "./tests/support/chromium.mjs";

// Where there is no Chromium on PATH, Playwright starts its own.
const executablePath = findChromium();

const ALONGSIDE = /(access|bad-input(-files|-ids)?|capture-survival|pages)\.spec\.ts$/;

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/e2e/global-setup.ts",
  workers: 2,
  projects: [
    // One server and one database serve these, so they take turns; those with the longest story begin.
    { name: "stories", testIgnore: ALONGSIDE, workers: 1 },
    // These only look, write in roundtables of their own in the other review, or have a server of their own.
    { name: "alongside", testMatch: ALONGSIDE, fullyParallel: true },
  ],
  forbidOnly: true,
  retries: 0,
  // What is waited for is what a person sees, however slow the machine: a busy one only takes longer. The times below
  // end a test that hangs.
  timeout: 1_800_000,
  expect: { timeout: 90_000 },
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
