// @ts-check
import { undoneOnStop } from "../../lib/platform/launch/stopping.mjs";
import { startPostgresql } from "../support/machine/postgresql.mjs";
import { sumCounts } from "./counts.mjs";
import { runVitest } from "./vitest.mjs";

/**
 * All of them on a PostgreSQL server, and on the embedded database those that may work differently there
 * (vitest.config.ts lists them). Where this computer has no server, all of them on the embedded database.
 * @type {import("./steps.mjs").Step}
 */
export const databaseStep = {
  name: "database",
  needs: ["install", "generate"],
  advice: "TEST_DATABASE=embedded npx vitest --project 'database*' runs them again as files change.",
  run: async (runFolder) => {
    const server = await startPostgresql().catch((/** @type {Error} */ error) => error);
    if (server instanceof Error) return { passed: 0, failed: 1, skipped: 0, output: server.message };
    if ("unavailable" in server) {
      const embedded = await runVitest("database*", runFolder, { TEST_DATABASE: "embedded" });
      return { ...embedded, note: `all on the embedded database: ${server.unavailable}` };
    }
    const onServer = await onPostgresql(server, runFolder);
    console.log("On the embedded database, what asks something of it:");
    const embedded = await runVitest("database*", runFolder, { TEST_DATABASE: "embedded-after-server" });
    return {
      ...sumCounts([onServer, embedded]),
      note: "skipped on the embedded database: what was asked on the server",
      output: [onServer.output, embedded.output].join("\n").trim(),
    };
  },
};

/** @param {{ url: string, stop: () => Promise<void> }} server @param {string} runFolder */
async function onPostgresql({ url, stop }, runFolder) {
  const stopServer = undoneOnStop(stop);
  try {
    console.log("On PostgreSQL:");
    return await runVitest("database*", runFolder, { TEST_DATABASE: "postgresql", TEST_DATABASE_URL: url });
  } finally {
    await stopServer();
  }
}
