// @ts-check
import { fileURLToPath } from "node:url";
import path from "node:path";

export const projectRoot = fileURLToPath(new URL("../../../", import.meta.url));

/** The absolute path of a file or folder of this project. @param {string} relative */
export function inProject(relative) {
  return path.join(projectRoot, relative);
}

/** The environment of every tool: no telemetry, and no inherited NODE_ENV. */
export const quietEnvironment = {
  NEXT_TELEMETRY_DISABLED: "1",
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
};
