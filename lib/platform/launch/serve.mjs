// @ts-check
import { existsSync } from "node:fs";
import { addressFrom, whyNotFree } from "./address.mjs";
import { announcement } from "./announcement.mjs";
import { prepare } from "./preparation.mjs";
import { endAllGroups } from "./process-group.mjs";
import { inProject } from "./project.mjs";
import { lastLines } from "./report.mjs";
import { startServer, untilHealthy } from "./server-process.mjs";
import { isStopping, stopOnSignals } from "./stopping.mjs";

/**
 * Makes ready whatever is not, serves until it is told to stop, and exits with the server's own code when
 * that ends by itself.
 * @param {"start" | "dev"} command
 */
export async function serve(command) {
  stopOnSignals(0);
  readSettingsFiles();
  const typed = command === "start" ? "npm start" : "npm run dev";
  const address = addressFrom(process.env);
  if ("problem" in address) return giveUp(address.problem);
  const obstacle = await whyNotFree(address, typed);
  if (obstacle) return giveUp(obstacle);
  const ready = await prepare(
    command === "start" ? ["install", "generate", "build"] : ["install", "generate"],
  );
  if (!ready) return giveUp();

  const server = startServer(command, address);
  const health = await untilHealthy(address.url, server.ended);
  if ("problem" in health) {
    if (isStopping()) return;
    await endAllGroups();
    const exitCode = await server.ended;
    return giveUp(
      `${lastLines(server.held(), 40)}\n\nThe application did not start. ${health.problem}`,
      exitCode,
    );
  }
  console.log(announcement(address.url, health.database, process.env));
  server.showOutput();
  const exitCode = await server.ended;
  if (!isStopping()) giveUp(`The application has stopped by itself, with exit code ${exitCode}.`, exitCode);
}

// The files that Next reads too, so that PORT and HOST may be set there; what is already set takes
// precedence.
function readSettingsFiles() {
  for (const file of [".env.local", ".env"].map(inProject)) {
    if (existsSync(file)) process.loadEnvFile(file);
  }
}

/** @param {string} [why] @param {number} [exitCode] */
function giveUp(why, exitCode = 1) {
  if (isStopping()) return;
  if (why) console.error(why.trim());
  process.exitCode = exitCode || 1;
}
