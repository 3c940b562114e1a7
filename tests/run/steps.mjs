// @ts-check
import { existsSync } from "node:fs";
import { browserSteps } from "./browser-steps.mjs";
import { databaseStep } from "./database-step.mjs";
import { preparations } from "../../lib/platform/launch/preparation.mjs";
import { inProject } from "../../lib/platform/launch/project.mjs";
import { runNode } from "../../lib/platform/launch/run-tool.mjs";
import { countOfOne } from "./counts.mjs";
import { quickSteps } from "./quick-steps.mjs";
import { runVitest } from "./vitest.mjs";

/**
 * @typedef {import("./counts.mjs").Counts & { output?: string, note?: string }} StepResult
 * `output` is what a failed tool said; `note` is a word alongside the step's name.
 */

/**
 * @typedef {object} Step
 * @property {string} name what it is asked for by
 * @property {string[]} needs the steps without which it cannot run
 * @property {(runFolder: string) => Promise<StepResult>} run given a temporary folder
 * @property {string} advice what to do when it fails
 * @property {"sources" | "build"} [alongside] two such steps that follow one another may run at a time: those that only read
 * the sources, or those that may run while .next is written
 */

const { install, generate, build } = preparations;

/** @param {string} name @param {string[]} needs @param {import("../../lib/platform/launch/preparation.mjs").Preparation} what @returns {Step} */
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
 * A step of one tool that looks at the whole project.
 * @param {string} name
 * @param {string} advice
 * @param {() => [script: string, ...args: string[]]} tool
 * @returns {Step}
 */
function checking(name, advice, tool) {
  return {
    name,
    needs: ["install", "generate"],
    advice,
    alongside: "sources",
    run: async () => {
      const [script, ...args] = tool();
      const { ok, output } = await runNode(`node_modules/${script}`, args);
      return { ...countOfOne(ok), output };
    },
  };
}

function sourceFolders() {
  const folders = ["app", "components", "lib", "prisma", "tests"];
  const files = ["instrumentation.ts", "register-stages.ts", "start-application.ts", "worker-tasks.ts"];
  return [...folders, ...files].filter((entry) => existsSync(inProject(entry)));
}

/** Every step that can be named, in the order in which they run. @type {Step[]} */
export const steps = [
  preparing("install", [], install),
  browserSteps.chromium,
  preparing("generate", ["install"], generate),
  {
    // Types, and rules that know types, need those of the routes, which Next writes.
    ...checking("routes", "Mend the route that the message names.", () => ["next/dist/bin/next", "typegen"]),
    alongside: undefined,
  },
  quickSteps.lintChanged,
  {
    // .oxlintrc.json lists the rules. What some say, of a promise or of a union, depends on types.
    ...checking("lint", "Mend what the message points to; npx oxlint --type-aware runs it again.", () => [
      "oxlint/bin/oxlint",
      ...["--type-aware", "--deny-warnings"],
    ]),
    needs: ["install", "generate", "routes"],
  },
  // What Oxlint has no rule for.
  checking("lint-patterns", "Mend what the message points to; npx eslint . runs it again.", () => [
    "eslint/bin/eslint.js",
    ...[".", "--max-warnings", "0"],
  ]),
  {
    ...checking("types", "Mend the types where the messages point to.", () => [
      "typescript-native/bin/tsc",
      ...["--noEmit", "--incremental", "false", "--pretty", "false"],
    ]),
    needs: ["install", "generate", "routes"],
  },
  checking("format", "npx oxfmt mends it.", () => ["oxfmt/bin/oxfmt", "--check"]),
  { ...preparing("build", ["install", "generate"], build), alongside: "build" },
  browserSteps.demonstration,
  {
    ...checking(
      "imports",
      "Each line names a rule; tests/config/import-rules.mjs says what it is for.",
      () => [
        "dependency-cruiser/bin/dependency-cruise.mjs",
        ...["--config", ".dependency-cruiser.mjs", ...sourceFolders()],
      ],
    ),
    alongside: "build",
  },
  {
    ...checking("dead-code", "Delete what nothing uses, or name the entry point in knip.json.", () => [
      "knip/bin/knip.js",
      "--no-progress",
    ]),
    alongside: "build",
  },
  {
    name: "unit",
    needs: ["install", "generate"],
    advice: "npx vitest --project unit runs them again as files change.",
    run: (runFolder) => runVitest("unit", runFolder, {}),
  },
  databaseStep,
  quickSteps.smoke,
  browserSteps.browser,
  quickSteps.journey,
];

/** Names that stand for several steps: `npm test` alone is everything, `npm test -- quick` a part in two minutes. */
export const sets = {
  everything: steps.map(({ name }) => name).filter((name) => !isQuickStep(name)),
  quick: ["types", "lint", "unit", ...Object.values(quickSteps).map(({ name }) => name)],
};

/** @param {string} name */
function isQuickStep(name) {
  return Object.values(quickSteps).some((step) => step.name === name);
}
