// @ts-check
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

/**
 * The files that differ from where the branch left main: in its commits, uncommitted, and new ones that git does not
 * ignore. Deleted files are left out. Null where git cannot say: in an archive, or in a clone without main.
 * @param {string} folder the root of the project
 * @returns {string[] | null}
 */
export function changedFiles(folder) {
  /** @param {string[]} args */
  const git = (...args) =>
    execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })
      .split("\0")
      .filter((name) => name !== "");
  /** @param {string[]} args */
  const attempt = (...args) => {
    try {
      return git(...args);
    } catch {
      return null;
    }
  };
  const base = attempt("merge-base", "HEAD", "origin/main") ?? attempt("merge-base", "HEAD", "main");
  if (!base?.[0]) return null;
  const changed = git("diff", "--name-only", "--relative", "--diff-filter=d", "-z", base[0].trim());
  const untracked = git("ls-files", "--others", "--exclude-standard", "-z");
  return [...new Set([...changed, ...untracked])]
    .filter((name) => existsSync(path.join(folder, name)))
    .sort();
}

const LINTED = /\.(ts|tsx|js|mjs)$/;
const CHANGES_THE_RULES = new Set(["eslint.config.mjs", "tsconfig.json", "package-lock.json"]);

/**
 * What ESLint has to look at for these changes: the changed files, or everything where the rules changed or where
 * nobody knows what changed.
 * @param {string[] | null} changed
 */
export function filesToLint(changed) {
  if (changed === null || changed.some((name) => CHANGES_THE_RULES.has(name))) return ["."];
  return changed.filter((name) => LINTED.test(name));
}
