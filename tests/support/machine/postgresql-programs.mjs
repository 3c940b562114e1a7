// @ts-check
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, realpathSync } from "node:fs";
import path from "node:path";
import { findProgram } from "./chromium.mjs";

const oldestVersion = 15;
const debianFolder = "/usr/lib/postgresql";

/**
 * The server's own programs: on PATH, or where Debian keeps them, the newest version first.
 * @returns {{ initdb: string, postgres: string } | { unavailable: string }}
 */
export function findPostgresql() {
  const found = candidateFolders().find((folder) => existsSync(path.join(folder, "postgres")));
  if (!found) return { unavailable: "PostgreSQL is not installed here, and TEST_DATABASE_URL is not set." };
  const postgres = path.join(found, "postgres");
  const version = /(\d+)(\.\d+|devel|beta|rc)/.exec(
    execFileSync(postgres, ["--version"], { encoding: "utf8" }),
  );
  if (Number(version?.[1]) < oldestVersion) {
    return {
      unavailable: `PostgreSQL ${version?.[1]} is installed here, and ${oldestVersion} or later is needed.`,
    };
  }
  return { initdb: path.join(found, "initdb"), postgres };
}

function candidateFolders() {
  const onPath = findProgram(["initdb"]);
  const packaged = existsSync(debianFolder) ? readdirSync(debianFolder) : [];
  return [
    // What is on PATH is often a link; its neighbours are where the link leads.
    ...(onPath ? [path.dirname(realpathSync(onPath))] : []),
    ...packaged
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => path.join(debianFolder, version, "bin")),
  ];
}
