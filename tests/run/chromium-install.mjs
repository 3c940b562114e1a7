// @ts-check
import { readFileSync } from "node:fs";
import { findChromium, findProgram } from "../support/machine/chromium.mjs";
import { runNode, runTool } from "../../lib/platform/launch/run-tool.mjs";

/**
 * Gets a Chromium for the browser tests: Debian's package where this account may install it, else the one
 * that Playwright keeps in the person's own folder.
 * @returns {Promise<import("../../lib/platform/launch/run-tool.mjs").ToolResult>}
 */
export async function installChromium() {
  const said = [];
  if (await mayInstallDebianPackages()) {
    const { ok, output } = await installDebianPackage();
    if (ok && findChromium()) return { ok, output };
    said.push(output);
  }
  const own = await runNode("node_modules/@playwright/test/cli.js", ["install", "chromium"]);
  return { ok: own.ok, output: [...said, own.output].join("\n\n") };
}

/** Debian made the first for its twelfth release. */
const debianPackages = ["chromium-headless-shell", "chromium"];

// Ubuntu has apt-get too, but its chromium package only points at a snap.
async function mayInstallDebianPackages() {
  if (!findProgram(["apt-get"]) || !/^ID="?debian"?$/m.test(readFileSync("/etc/os-release", "utf8")))
    return false;
  return isRoot() || (await runTool("sudo", ["-n", "true"])).ok;
}

async function installDebianPackage() {
  const first = await aptGetOneOf(debianPackages);
  if (first.ok) return first;
  // The lists of packages are often absent from a fresh system, or older than the archive.
  const update = await aptGet(["update"]);
  return update.ok ? aptGetOneOf(debianPackages) : update;
}

/** Installs the first of these packages that there is. @param {string[]} names */
async function aptGetOneOf(names) {
  const said = [];
  for (const name of names) {
    const { ok, output } = await aptGet(["install", "--yes", "--no-install-recommends", name]);
    said.push(output);
    if (ok) return { ok, output };
  }
  return { ok: false, output: said.join("\n\n") };
}

/** @param {string[]} args */
function aptGet(args) {
  const command = [
    "env",
    "DEBIAN_FRONTEND=noninteractive",
    "apt-get",
    "-o",
    "DPkg::Lock::Timeout=120",
    ...args,
  ];
  const [program = "env", ...rest] = isRoot() ? command : ["sudo", "-n", ...command];
  return runTool(program, rest);
}

function isRoot() {
  return process.getuid?.() === 0;
}
