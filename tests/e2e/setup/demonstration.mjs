// @ts-check
import { mkdirSync } from "node:fs";
import path from "node:path";
import { runTool } from "../../../lib/platform/launch/run-tool.mjs";
import { noApplicationSettings } from "../../run/no-application-settings.mjs";

/** What the browser tests begin with: a data folder to copy, a backup of it, and its people's sessions as JSON. @param {string} folder */
export function demonstrationIn(folder) {
  return {
    data: path.join(folder, "data"),
    backup: path.join(folder, "backup"),
    prepared: path.join(folder, "prepared.json"),
  };
}

/** Plays the demonstration into a folder. @param {string} folder */
export function prepareDemonstration(folder) {
  const { data, backup, prepared } = demonstrationIn(folder);
  mkdirSync(data, { recursive: true });
  return runTool(process.execPath, ["--import", "tsx", "tests/e2e/setup/prepare.ts", backup, prepared], {
    settings: { ...noApplicationSettings, DATA_DIR: data, HOST: "127.0.0.1", LOG_LEVEL: "warn" },
  });
}
