import { defineConfig, devices } from "@playwright/test";
import { chromiumFlags, findChromium } from "./tests/support/machine/chromium.mjs";

// Without Chromium on PATH, Playwright starts its own.
const executablePath = findChromium();

const ALONGSIDE = /(access|bad-input(-files|-ids)?|capture-survival|full-disk|pages)\.spec\.ts$/;

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/e2e/setup/global-setup.ts",
  workers: 2,
  projects: [
    // These share one server and one database, so they run one after the other, the longest first.
    { name: "stories", testIgnore: ALONGSIDE, workers: 1 },
    // These only read, write in their own roundtables in the other review, or have their own server.
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
    // Recording a trace of every test, to keep the failed ones, takes a third of the time: use --trace on.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: { args: chromiumFlags, ...(executablePath ? { executablePath } : {}) },
  },
});
