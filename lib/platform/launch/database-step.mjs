// @ts-check
import { startPostgresql } from "../../../tests/support/postgresql.mjs";
import { undoneOnStop } from "./stopping.mjs";
import { sumCounts } from "./test-counts.mjs";
import { runVitest } from "./vitest.mjs";

/**
 * What asks nothing of the database but what the rest asks too: where there is a server, these run on it alone,
 * so that the whole stays within its twenty minutes.
 */
const ON_ONE_KIND = "tests/database/{tag,report,review,synthesise}-*.test.ts";

/**
 * The tests on a PostgreSQL server where there is one, and on the embedded database: all of them where there
 * is no server.
 * @type {import("./test-steps.mjs").Step}
 */
export const databaseStep = {
  name: "database",
  needs: ["install", "generate"],
  advice: "TEST_DATABASE=embedded npx vitest --project database runs them again as files change.",
  run: async (runFolder) => {
    const server = await onPostgresql(runFolder);
    console.log("On the embedded database:");
    const settings = { TEST_DATABASE: "embedded" };
    const embedded = await runVitest("database", runFolder, settings, server.passed > 0 ? [ON_ONE_KIND] : []);
    return { ...sumCounts([embedded, server]), output: server.output, note: server.note };
  },
};

/** @param {string} runFolder @returns {Promise<import("./test-steps.mjs").StepResult>} */
async function onPostgresql(runFolder) {
  const server = await startPostgresql().catch((/** @type {Error} */ error) => error);
  if (server instanceof Error) return { passed: 0, failed: 1, skipped: 0, output: server.message };
  if ("unavailable" in server) {
    return { passed: 0, failed: 0, skipped: 1, note: `not on PostgreSQL: ${server.unavailable}` };
  }
  const stopServer = undoneOnStop(server.stop);
  try {
    console.log("On PostgreSQL:");
    return await runVitest("database", runFolder, {
      TEST_DATABASE: "postgresql",
      TEST_DATABASE_URL: server.url,
    });
  } finally {
    await stopServer();
  }
}
