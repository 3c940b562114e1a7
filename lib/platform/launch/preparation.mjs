// @ts-check
import { buildApplication, buildIsCurrent } from "./build.mjs";
import { installPackages, packagesAreInstalled } from "./install.mjs";
import { generatePrismaClient, prismaClientIsCurrent } from "./prisma-client.mjs";
import { showElapsed } from "./report.mjs";
import { isStopping } from "./stopping.mjs";

/**
 * @typedef {object} Preparation
 * @property {string} doing
 * @property {() => boolean} isCurrent
 * @property {() => Promise<import("./run-tool.mjs").ToolResult>} run
 * @property {string} advice what to do when it fails
 */

/** @type {Record<"install" | "generate" | "build", Preparation>} */
export const preparations = {
  install: {
    doing: "Installing packages",
    isCurrent: packagesAreInstalled,
    run: installPackages,
    advice: "Check that this computer reaches the npm registry (npm ping), then run the same command again.",
  },
  generate: {
    doing: "Writing the database client",
    isCurrent: prismaClientIsCurrent,
    run: generatePrismaClient,
    advice: "Mend prisma/schema.prisma where the message points to, then run the same command again.",
  },
  build: {
    doing: "Building the application",
    isCurrent: buildIsCurrent,
    run: buildApplication,
    advice: "Mend what the message points to, then run the same command again.",
  },
};

/**
 * Does what is not done yet, in order, with a line for each. What a tool prints is shown only when it fails.
 * @param {(keyof typeof preparations)[]} names
 * @returns {Promise<boolean>} whether all is ready
 */
export async function prepare(names) {
  for (const name of names) {
    const { doing, isCurrent, run, advice } = preparations[name];
    if (isCurrent()) continue;
    process.stdout.write(`${doing} … `);
    const began = Date.now();
    const { ok, output } = await run();
    if (isStopping()) return false;
    console.log(ok ? showElapsed(Date.now() - began) : "failed\n");
    if (!ok) {
      console.error(`${output}\n\n${advice}`);
      return false;
    }
  }
  return true;
}
