// @ts-check
import path from "node:path";
import { runNode } from "../../lib/platform/launch/run-tool.mjs";
import { countsFromReport, readVitest } from "./counts.mjs";
import { noApplicationSettings } from "./no-application-settings.mjs";

/**
 * Runs one of the projects of vitest.config.ts, showing its progress as it goes.
 * @param {"unit" | "database" | "database*"} project one, or those whose names begin so
 * @param {string} runFolder where to put the report
 * @param {import("../../lib/platform/launch/run-tool.mjs").Settings} settings for these tests alone
 * @param {string[]} [files] these of the project's files; otherwise all
 */
export async function runVitest(project, runFolder, settings, files = []) {
  const report = path.join(runFolder, `${project.replace("*", "")}-${Object.values(settings).length}.json`);
  const { ok, output } = await runNode(
    "node_modules/vitest/vitest.mjs",
    [
      ...["run", ...files, "--project", project],
      ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    ],
    { settings: { ...noApplicationSettings, ...settings }, toTerminal: true },
  );
  return { ...countsFromReport(report, ok, readVitest), output };
}
