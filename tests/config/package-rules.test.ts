import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { OLDEST_NODE, packageProblems } from "./package-rules.mjs";

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      optional: z.boolean().optional(),
      engines: z
        .union([z.array(z.string()).transform(() => ({})), z.object({ node: z.string().optional() })])
        .optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});
const read = (file: string) => JSON.parse(readFileSync(file, "utf8")) as unknown;

test("every package has a licence that is allowed, and runs on the oldest Node", () => {
  expect(packageProblems(Lock.parse(read("package-lock.json")))).toEqual([]);
});

test("a licence that is not allowed, none, and a newer Node are named", () => {
  const planted = {
    "": { license: "MIT" },
    "node_modules/good": { version: "1.0.0", license: "(MIT OR Apache-2.0)", engines: { node: ">=18" } },
    "node_modules/good/node_modules/@x/strict": { version: "1.0.0", license: "MIT AND AGPL-3.0-only" },
    "node_modules/silent": { version: "2.0.0" },
    "node_modules/new": { version: "3.0.0", license: "ISC", engines: { node: ">=24" } },
  };
  expect(packageProblems({ packages: planted })).toEqual([
    "@x/strict@1.0.0 has the licence AGPL-3.0-only, which is not on the list.",
    "silent@2.0.0 names no licence.",
    "new@3.0.0 needs Node >=24, and the application runs on 20.19.0 too.",
  ]);
});

test("a build for another computer has the licence of the package that asks for it", () => {
  const asker = { version: "1.0.0", license: "MIT", optionalDependencies: { "@x/for-macos": "1.0.0" } };
  const build = { version: "1.0.0", optional: true };
  const packages = { "node_modules/asker": asker, "node_modules/@x/for-macos": build };
  expect(packageProblems({ packages })).toEqual([]);
  expect(packageProblems({ packages: { "node_modules/@x/for-macos": build } })).toEqual([
    "@x/for-macos@1.0.0 names no licence.",
  ]);
});

test("a release is taken a week after it came out, runs no script of its own, and is named exactly", () => {
  const settings = readFileSync(".npmrc", "utf8").split("\n");
  expect(settings).toEqual(expect.arrayContaining(["min-release-age=7", "ignore-scripts=true"]));
  const { dependencies, devDependencies } = read("package.json") as Record<string, Record<string, string>>;
  const named = Object.entries({ ...dependencies, ...devDependencies });
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(([, version]) => !/^(npm:[^@]+@)?\d/.test(version))).toEqual([]);
});

test("the lock file names no registry, and package.json asks for the oldest Node", () => {
  expect(readFileSync("package-lock.json", "utf8")).not.toContain('"resolved"');
  expect(read("package.json")).toMatchObject({ engines: { node: `>=${OLDEST_NODE.replace(/\.0$/, "")}` } });
});
