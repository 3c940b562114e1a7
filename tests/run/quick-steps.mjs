// @ts-check
import { projectRoot } from "../../lib/platform/launch/project.mjs";
import { runNode } from "../../lib/platform/launch/run-tool.mjs";
import { runPlaywright } from "./browser-steps.mjs";
import { changedFiles, filesToLint } from "./changed-files.mjs";
import { countOfOne } from "./counts.mjs";
import { runVitest } from "./vitest.mjs";

/** A write of each stage, with what is refused and what is read back. */
const SMOKE = [
  "tests/database/capture/contributions.test.ts",
  "tests/database/tag/taggings.test.ts",
  "tests/database/synthesise/findings.test.ts",
  "tests/database/aggregate/releases.test.ts",
  "tests/database/report/draft.test.ts",
  "tests/database/comment/threads.test.ts",
];

/** What the quick run takes of the larger steps. `npm test` without names leaves these out. @type {Record<"lintChanged" | "smoke" | "journey", import("./steps.mjs").Step>} */
export const quickSteps = {
  lintChanged: {
    name: "lint-changed",
    needs: ["install", "generate", "routes"],
    advice: "npx eslint FILE --fix mends some; the rest needs a person.",
    alongside: "sources",
    run: async () => {
      const files = filesToLint(changedFiles(projectRoot));
      if (files.length === 0) return { ...countOfOne(true), note: "no code differs from main" };
      const { ok, output } = await runNode("node_modules/eslint/bin/eslint.js", [
        ...files,
        ...["--max-warnings", "0", "--no-warn-ignored"],
      ]);
      const note = files[0] === "." ? "everything" : `${files.length} changed files`;
      return { ...countOfOne(ok), output, note };
    },
  },
  smoke: {
    name: "smoke",
    needs: ["install", "generate"],
    advice: "TEST_DATABASE=embedded npx vitest --project database FILE runs one again as files change.",
    run: (runFolder) => runVitest("database", runFolder, { TEST_DATABASE: "embedded" }, SMOKE),
  },
  journey: {
    name: "journey",
    needs: ["install", "chromium", "generate", "build", "demonstration"],
    advice: "npx playwright test --trace on tests/e2e/journey.spec.ts runs it again.",
    run: (runFolder) => runPlaywright(runFolder, ["tests/e2e/journey.spec.ts"]),
  },
};
