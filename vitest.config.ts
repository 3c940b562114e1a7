import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    // Two workers, whatever the machine: each may hold a database, and the browser tests come after.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{lib,components,prisma}/**/*.test.{ts,tsx}", "tests/config/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["tests/database/**/*.test.ts", "tests/conformance/**/*.test.ts"],
          globalSetup: "./tests/support/database-setup.ts",
          // A busy machine takes several times as long; a test that hangs ends all the same.
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
