// @ts-check
import { accessSync, constants } from "node:fs";
import path from "node:path";

/** Keeps Chromium offline and minimal: no calls home, and nothing that a test does not need. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The Chromium on PATH, if there is one. Where there is none, Playwright looks for its own. */
export function findChromium() {
  return findProgram(["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]);
}

/**
 * The path of the first of these programs that PATH knows.
 * @param {string[]} names
 * @returns {string | undefined}
 */
export function findProgram(names) {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
