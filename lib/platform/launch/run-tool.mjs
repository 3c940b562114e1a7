// @ts-check
import { endGroup, spawnGroup } from "./process-group.mjs";
import { quietEnvironment } from "./project.mjs";

// The browser tests take six minutes on two idle cores; a busy machine may need many times that.
const timeLimitMinutes = 60;

/**
 * @typedef {object} ToolResult
 * @property {boolean} ok it ended with exit code 0
 * @property {string} output what it wrote, or why it ended; empty when it wrote straight to the terminal
 */

/**
 * @typedef {object} Where
 * @property {Settings} [settings]
 * @property {boolean} [toTerminal] whether people see what it writes as it writes it
 */

/** @typedef {Record<string, string | undefined>} Settings environment variables to set, or to take away */

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {Where & Pick<import("node:child_process").SpawnOptions, "cwd" | "uid" | "gid" | "shell">} [options]
 * @returns {Promise<ToolResult>}
 */
export function runTool(command, args, { settings, toTerminal = false, ...others } = {}) {
  return new Promise((resolve) => {
    const out = toTerminal ? "inherit" : "pipe";
    const child = spawnGroup(command, args, {
      ...others,
      env: { ...process.env, ...settings, ...quietEnvironment },
      stdio: ["ignore", out, out],
    });
    let output = "";
    const collect = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    const limit = setTimeout(
      () => {
        output += `\nIt was ended after ${timeLimitMinutes} minutes.`;
        void endGroup(child);
      },
      timeLimitMinutes * 60 * 1_000,
    );
    child.once("error", (error) => {
      clearTimeout(limit);
      resolve({ ok: false, output: error.message });
    });
    child.once("close", (code) => {
      clearTimeout(limit);
      resolve({ ok: code === 0, output: output.trim() });
    });
  });
}

/**
 * Runs a tool of this project's node_modules with this same Node.
 * @param {string} script its path, from the project's root
 * @param {string[]} args
 * @param {Where} [options]
 */
export function runNode(script, args, options) {
  return runTool(process.execPath, [script, ...args], options);
}
