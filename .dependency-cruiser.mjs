// @ts-check
import { importRules } from "./tests/config/import-rules.mjs";
import { stages } from "./tests/config/stages.mjs";

/** @type {import("dependency-cruiser").IConfiguration} */
const configuration = {
  forbidden: importRules(stages),
  options: {
    doNotFollow: { path: ["node_modules", "^lib/platform/generated/"] },
    tsConfig: { fileName: "tsconfig.json" },
    // Type imports disappear at compilation, but count here.
    tsPreCompilationDeps: true,
  },
};

export default configuration;
