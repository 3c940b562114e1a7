// @ts-check
import { startPostgresql } from "../support/postgresql.mjs";
import { undoneOnStop } from "../../lib/platform/launch/stopping.mjs";
import { sumCounts } from "./counts.mjs";
import { runVitest } from "./vitest.mjs";

/**
 * The same tests twice: on the embedded database, and on a PostgreSQL server where there is one.
 * @type {import("./steps.mjs").Step}
 */
export const databaseStep = {
  name: "database",
  needs: ["install", "generate"],
  advice: "TEST_DATABASE=embedded npx vitest --project 'database*' runs them again as files change.",
  run: async (runFolder) => {
    console.log("On the embedded database:");
    const embedded = await runVitest("database*", runFolder, { TEST_DATABASE: "embedded" });
    const server = await onPostgresql(runFolder);
    return { ...sumCounts([embedded, server]), output: server.output, note: server.note };
  },
};

/** @param {string} runFolder @returns {Promise<import("./steps.mjs").StepResult>} */
async function onPostgresql(runFolder) {
  const server = await startPostgresql().catch((/** @type {Error} */ error) => error);
  if (server instanceof Error) return { passed: 0, failed: 1, skipped: 0, output: server.message };
  if ("unavailable" in server) {
    return { passed: 0, failed: 0, skipped: 1, note: `not on PostgreSQL: ${server.unavailable}` };
  }
  const stopServer = undoneOnStop(server.stop);
  try {
    console.log("On PostgreSQL:");
    return await runVitest("database*", runFolder, {
      TEST_DATABASE: "postgresql",
      TEST_DATABASE_URL: server.url,
    });
  } finally {
    await stopServer();
  }
}
