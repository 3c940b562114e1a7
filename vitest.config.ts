import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const onDatabase = {
  globalSetup: "./tests/support/database-setup.ts",
  // A busy machine takes several times as long; the limit only ends a test that hangs.
  testTimeout: 90_000,
  hookTimeout: 120_000,
};

/** These change the process itself, which reads its environment once. */
const OWN_PROCESS = ["tests/database/access/sign-in.test.ts"];

/** These open their own embedded database, whichever kind the others use: once is enough. */
const OWN_DATABASE = [
  "tests/database/platform/bench-fill.test.ts",
  "tests/database/platform/embedded.test.ts",
  "tests/database/platform/forget-deleted.test.ts",
];
const ELSEWHERE = process.env.TEST_DATABASE === "postgresql" ? OWN_DATABASE : [];

/**
 * Tests of what may work differently on the embedded database. It has one session, so that a transaction that
 * waits for anything but SQL waits for ever. Every command is among these, and whatever runs concurrently. A file that
 * asks only this opens its database on the server with one session, and is not among these; `wasAskedOnServer`
 * leaves out parts of a file.
 */
const ASKS_OF_EMBEDDED = [
  "tests/database/access/{commands,reading,sessions,sign-in}.test.ts",
  "tests/database/platform/{audit-chain,backup,bench-fill,embedded,events,forget-deleted,jobs,ledger}.test.ts",
  "tests/database/aggregate/kept-figures.test.ts",
  "tests/database/capture/{import-job,operations,erasure-everywhere}.test.ts",
  "tests/database/tag/{rounds,suggestions}.test.ts",
];
const EVERYTHING = ["tests/database/**/*.test.ts", "tests/conformance/**/*.test.ts"];

/** These take long for their size, by which files are ordered: begun last, one would run when all others have finished. */
const LONG =
  /\/(bench-fill|demonstration-attack|embedded|erasure-traces|forget-deleted|kept-figures|ledger|linear-time)\.test\.ts$/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    // Two workers on any machine: each may hold a database, and the browser tests come after.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    setupFiles: "./tests/support/fail-on-console.ts",
    // Vitest gives up after a second, but a busy machine may need longer for a query.
    expect: { poll: { timeout: 60_000 } },
    // Files share a process, because loading the application again for each took a third of the time. A file
    // must close what it opens, and may find in the process what another file left.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [
            "{app,lib,components,prisma}/**/*.test.{ts,tsx}",
            "tests/{bench,config,disclosure,run}/**/*.test.ts",
          ],
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
