// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { inProject } from "./project.mjs";
import { runTool } from "./run-tool.mjs";

/** @typedef {{ version?: string, optional?: boolean }} LockedPackage */
/** @typedef {{ packages: Record<string, LockedPackage> }} Lock */

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes the list of what it installed
 * last of all, so an installation that was broken off has none and is done again.
 */
export function packagesAreInstalled() {
  const installed = readLock("node_modules/.package-lock.json");
  const wanted = readLock("package-lock.json");
  return installed !== undefined && wanted !== undefined && missingPackages(wanted, installed).length === 0;
}

/**
 * The packages of a lock that are absent, or there in another version. Optional ones are left out:
 * most are builds for other kinds of computer.
 * @param {Lock} wanted
 * @param {Lock} installed
 */
export function missingPackages(wanted, installed) {
  return Object.entries(wanted.packages)
    .filter(([folder, { optional }]) => folder !== "" && !optional)
    .filter(([folder, { version }]) => {
      const found = installed.packages[folder];
      return found === undefined || found.version !== version;
    })
    .map(([folder]) => folder);
}

/** Installs exactly what package-lock.json says, including development tools where NODE_ENV is production. */
export function installPackages() {
  // npm's own settings reach this process through the environment; a silent npm would hide its errors.
  const args = ["ci", "--include=dev", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  if (npm?.endsWith("npm-cli.js")) return runTool(process.execPath, [npm, ...args]);
  return runTool("npm", args, { shell: process.platform === "win32" });
}

/**
 * @param {string} file
 * @returns {Lock | undefined}
 */
function readLock(file) {
  const full = inProject(file);
  return existsSync(full) ? JSON.parse(readFileSync(full, "utf8")) : undefined;
}
