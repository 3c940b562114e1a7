// @ts-check
import { existsSync } from "node:fs";
import { browserSteps } from "./browser-steps.mjs";
import { databaseStep } from "./database-step.mjs";
import { preparations } from "./preparation.mjs";
import { inProject } from "./project.mjs";
import { runNode } from "./run-tool.mjs";
import { countOfOne } from "./test-counts.mjs";
import { runVitest } from "./vitest.mjs";

/**
 * @typedef {import("./test-counts.mjs").Counts & { output?: string, note?: string }} StepResult
 * `output` is what a failed tool said; `note` is a word beside the step's name.
 */

/**
 * @typedef {object} Step
 * @property {string} name what it is asked for by
 * @property {string[]} needs the steps without which it cannot run
 * @property {(runFolder: string) => Promise<StepResult>} run given a temporary folder
 * @property {string} advice what to do when it fails
 */

const { install, generate, build } = preparations;

/** @param {string} name @param {string[]} needs @param {import("./preparation.mjs").Preparation} what @returns {Step} */
function preparing(name, needs, { isCurrent, run, advice }) {
  return {
    name,
    needs,
    advice,
    run: async () => {
      if (isCurrent()) return { ...countOfOne(true), note: "nothing to do" };
      const { ok, output } = await run();
      return { ...countOfOne(ok), output };
    },
  };
}

/**
 * A step of one or more tools, each run only if the one before went well.
 * @param {string} name
 * @param {string} advice
 * @param {() => [script: string, ...args: string[]][]} tools
 * @returns {Step}
 */
function checking(name, advice, tools) {
  return {
    name,
    needs: ["install", "generate"],
    advice,
    run: async () => {
      for (const [script, ...args] of tools()) {
        const { ok, output } = await runNode(`node_modules/${script}`, args);
        if (!ok) return { ...countOfOne(false), output };
      }
      return countOfOne(true);
    },
  };
}

function sourceFolders() {
  const folders = ["app", "components", "lib", "prisma", "tests"];
  const files = ["instrumentation.ts", "proxy.ts", "register-stages.ts", "start-application.ts"];
  return [...folders, ...files].filter((entry) => existsSync(inProject(entry)));
}

/** What `npm test` does, in this order. @type {Step[]} */
export const steps = [
  preparing("install", [], install),
  browserSteps.chromium,
  preparing("generate", ["install"], generate),
  checking("format", "npx prettier --write . mends it.", () => [
    ["prettier/bin/prettier.cjs", "--check", ".", "--log-level", "warn"],
  ]),
  checking("lint", "npx eslint . --fix mends some; the rest needs a person.", () => [
    // Rules that know types need those of the routes, which Next writes.
    ["next/dist/bin/next", "typegen"],
    ["eslint/bin/eslint.js", ".", "--max-warnings", "0"],
  ]),
  checking("types", "Mend the types where the messages point to.", () => [
    ["next/dist/bin/next", "typegen"],
    ["typescript/bin/tsc", "--noEmit", "--pretty", "false"],
  ]),
  checking("imports", "Each line names a rule; tests/config/import-rules.mjs says what it is for.", () => [
    [
      "dependency-cruiser/bin/dependency-cruise.mjs",
      "--config",
      ".dependency-cruiser.mjs",
      ...sourceFolders(),
    ],
  ]),
  checking("dead-code", "Delete what nothing uses, or name the entry point in knip.json.", () => [
    ["knip/bin/knip.js", "--no-progress"],
  ]),
  {
    name: "unit",
    needs: ["install", "generate"],
    advice: "npx vitest --project unit runs them again as files change.",
    run: (runFolder) => runVitest("unit", runFolder, {}),
  },
  databaseStep,
  preparing("build", ["install", "generate"], build),
  browserSteps.browser,
];
