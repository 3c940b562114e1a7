// @ts-check
import { existsSync, writeFileSync } from "node:fs";
import { fingerprint, readStamp } from "./fingerprint.mjs";
import { inProject, projectRoot } from "./project.mjs";
import { runNode } from "./run-tool.mjs";

const output = inProject("lib/platform/generated");
const stamp = inProject("lib/platform/generated/.generated-from");

// The lock file stands for the version of the generator.
const inputs = ["prisma/schema.prisma", "prisma/prisma.config.ts", "package-lock.json"];

export function prismaClientIsCurrent() {
  return existsSync(output) && readStamp(stamp) === fingerprint(projectRoot, inputs);
}

/** Writes the database client from the schema. */
export async function generatePrismaClient() {
  const before = fingerprint(projectRoot, inputs);
  const result = await runNode("node_modules/prisma/build/index.js", [
    "generate",
    "--config",
    "prisma/prisma.config.ts",
  ]);
  if (result.ok) writeFileSync(stamp, before);
  return result;
}
