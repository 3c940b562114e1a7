import { defineConfig } from "vitest/config";

const onDatabase = {
  globalSetup: "./tests/support/database-setup.ts",
  // A busy machine takes several times as long; a test that hangs ends all the same.
  testTimeout: 90_000,
  hookTimeout: 120_000,
};

/** These set up the process itself, which reads its environment once. */
const OWN_PROCESS = ["tests/database/access/sign-in.test.ts"];

/** These open an embedded database of their own, whichever kind the others run on: once is enough. */
const OWN_DATABASE = [
  "tests/database/platform/embedded.test.ts",
  "tests/database/platform/forget-deleted.test.ts",
];
const ELSEWHERE = process.env.TEST_DATABASE === "postgresql" ? OWN_DATABASE : [];

/**
 * What the embedded database could do otherwise than a server: it has one session, so that a transaction that waits
 * for anything but SQL waits for ever. Every command is among these, and whatever runs alongside others.
 */
const ASKS_OF_EMBEDDED = [
  "tests/database/access/*.test.ts",
  "tests/database/platform/*.test.ts",
  "tests/database/capture/{import-job,operations,erasure-everywhere}.test.ts",
  "tests/database/tag/{exchange-import,rounds,suggestions}.test.ts",
];
const EVERYTHING = ["tests/database/**/*.test.ts", "tests/conformance/**/*.test.ts"];

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    // Two workers, whatever the machine: each may hold a database, and the browser tests come after.
    maxWorkers: 2,
    setupFiles: "./tests/support/fail-on-console.ts",
    // Vitest gives up after a second, which a busy machine needs for a query.
    expect: { poll: { timeout: 60_000 } },
    // Files share a process, since to load the application again for each took a third of the time. What a
    // file opens it closes, and what it finds in the process may be of another file.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{app,lib,components,prisma}/**/*.test.{ts,tsx}", "tests/{config,run}/**/*.test.ts"],
          // As below: a slow machine only takes longer.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: process.env.TEST_DATABASE === "embedded-after-server" ? ASKS_OF_EMBEDDED : EVERYTHING,
          exclude: [...OWN_PROCESS, ...ELSEWHERE],
          ...onDatabase,
        },
      },
      {
        extends: true,
        test: {
          name: "database-own-process",
          include: OWN_PROCESS,
          isolate: true,
          ...onDatabase,
        },
      },
    ],
  },
});
