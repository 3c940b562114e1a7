import { defineConfig, devices } from "@playwright/test";
import { chromiumFlags, findChromium } from "./tests/support/machine/chromium.mjs";

// Without Chromium on PATH, Playwright starts its own.
const executablePath = findChromium();

const ALONGSIDE =
  /(access|bad-input(-files|-ids)?|capture-(bar|page|survival)|full-disk|import-reading|pages)\.spec\.ts$/;
/** The stories that have the second server: about half of them, by time. */
const SECOND =
  /(journey|keyboard|page-sizes|people-grid|people-list|released-figures|rounds|search|sign-in)\.spec\.ts$/;

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/e2e/setup/global-setup.ts",
  // Each waits for a browser or a server now and then: with three, two processors have something to do.
  workers: 3,
  projects: [
    // Stories that share a server and its database run one after the other.
    { name: "stories", testIgnore: [ALONGSIDE, SECOND], workers: 1, metadata: { server: 0 } },
    { name: "more stories", testMatch: SECOND, workers: 1, metadata: { server: 1 } },
    // These only read, write in their own roundtables in the other review, or have their own server. Some count what no
    // story may add to meanwhile.
    { name: "alongside", testMatch: ALONGSIDE, fullyParallel: true, metadata: { server: 2 } },
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
    // What is not there to be pressed is told long before the test ends.
    actionTimeout: 180_000,
    navigationTimeout: 180_000,
    screenshot: "only-on-failure",
    launchOptions: { args: chromiumFlags, ...(executablePath ? { executablePath } : {}) },
  },
});
