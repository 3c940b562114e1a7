// @ts-check
import path from "node:path";
import { findChromium } from "../support/machine/chromium.mjs";
import { installChromium } from "./chromium-install.mjs";
import { prepareDemonstration } from "../e2e/setup/demonstration.mjs";
import { runNode } from "../../lib/platform/launch/run-tool.mjs";
import { countOfOne, countsFromReport, readPlaywright } from "./counts.mjs";
import { noApplicationSettings } from "./no-application-settings.mjs";

/** @type {Record<"chromium" | "demonstration" | "browser", import("./steps.mjs").Step>} */
export const browserSteps = {
  chromium: {
    name: "chromium",
    needs: ["install"],
    advice: "Install Chromium or Chrome so that it is on PATH, then run the same command again.",
    run: async () => {
      const found = findChromium();
      if (found) return { ...countOfOne(true), note: found };
      const { ok, output } = await installChromium();
      return { ...countOfOne(ok), output };
    },
  },
  demonstration: {
    name: "demonstration",
    needs: ["install", "generate"],
    advice: "Mend what the message points to: the browser tests begin with the demonstration.",
    alongside: "build",
    run: async (runFolder) => {
      const { ok, output } = await prepareDemonstration(folderOf(runFolder));
      return { ...countOfOne(ok), output };
    },
  },
  browser: {
    name: "browser",
    needs: ["install", "chromium", "generate", "build", "demonstration"],
    advice:
      "npx playwright test --trace on FILE runs one again; npx playwright show-trace opens what it saw, under test-results.",
    run: (runFolder) => runPlaywright(runFolder),
  },
};

/** Where the demonstration is prepared. @param {string} runFolder */
const folderOf = (runFolder) => path.join(runFolder, "demonstration");

/**
 * Runs the browser tests, or those of some files, showing their progress.
 * @param {string} runFolder where to put the report
 * @param {string[]} [files]
 */
export async function runPlaywright(runFolder, files = []) {
  const report = path.join(runFolder, "browser.json");
  const { ok, output } = await runNode(
    "node_modules/@playwright/test/cli.js",
    ["test", "--reporter=list,json", ...files],
    {
      settings: {
        ...noApplicationSettings,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        E2E_DEMONSTRATION: folderOf(runFolder),
      },
      toTerminal: true,
    },
  );
  return { ...countsFromReport(report, ok, readPlaywright), output };
}
