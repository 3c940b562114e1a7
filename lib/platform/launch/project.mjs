// @ts-check
import { fileURLToPath } from "node:url";
import path from "node:path";

export const projectRoot = fileURLToPath(new URL("../../../", import.meta.url));

/** The absolute path of a file or folder of this project. @param {string} relative */
export function inProject(relative) {
  return path.join(projectRoot, relative);
}

/** What every tool is started with: no calls home, and no answers coloured by an earlier NODE_ENV. */
export const quietEnvironment = {
  NEXT_TELEMETRY_DISABLED: "1",
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
};
