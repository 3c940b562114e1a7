// @ts-check
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fingerprint, readStamp } from "./fingerprint.mjs";
import { inProject, projectRoot } from "./project.mjs";
import { runNode } from "./run-tool.mjs";
import { buildWorker } from "../workers/bundle.mjs";

const buildId = inProject(".next/BUILD_ID");
const stamp = inProject(".next/built-from");

const folders = ["app", "components", "lib", "prisma", "public"];
const notBuilt = /^next-env\.d\.ts$|^lib\/platform\/(generated|launch)(\/|$)|\.test\.tsx?$/;

/** What a build is made from: the folders that Next may read, and every source or setting at the root. */
function sourcesFingerprint() {
  const settings = readdirSync(projectRoot).filter((name) => /\.(ts|mjs|json)$/.test(name));
  return fingerprint(projectRoot, [...folders, ...settings], (entry) => !notBuilt.test(entry));
}

export function buildIsCurrent() {
  return existsSync(buildId) && readStamp(stamp) === sourcesFingerprint();
}

/**
 * Builds for production. The stamp is deleted first and written last, so that an incomplete build is never
 * served.
 */
export async function buildApplication() {
  const before = sourcesFingerprint();
  rmSync(stamp, { force: true });
  const result = await runNode("node_modules/next/dist/bin/next", ["build"], {
    settings: { NODE_ENV: "production" },
  });
  if (!result.ok) return result;
  await buildWorker("worker-tasks.ts");
  writeFileSync(stamp, before);
  return result;
}
