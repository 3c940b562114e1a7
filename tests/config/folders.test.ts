import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { basename, dirname } from "node:path";
import { expect, test } from "vitest";

/** A folder with more files than this holds more than one thing: the missing name is a folder's. */
const MAX_FILES = 25;

/** Git lists a file that was removed and not yet committed: those are left out. */
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => existsSync(file));

/** Files of one stage that have one name, so that the name alone does not say which is meant; tests go with their file. */
function sharedNames(paths: readonly string[]): string[][] {
  const byName = new Map<string, string[]>();
  for (const path of paths) {
    const stage = /^((?:lib|components)\/[^/]+)\/.*\.tsx?$/.exec(path)?.[1];
    if (stage === undefined || /\.test\.tsx?$|\/generated\//.test(path)) continue;
    const name = `${stage}/${basename(path).replace(/\.tsx?$/, "")}`;
    byName.set(name, [...(byName.get(name) ?? []), path]);
  }
  return [...byName.values()].filter(({ length }) => length > 1);
}

test("no folder of the code holds more files than can be read at a glance", () => {
  const counts = new Map<string, number>();
  for (const file of files.filter((one) => /^(app|components|lib|prisma|tests)\//.test(one)))
    counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  expect(counts.size).toBeGreaterThan(100);
  expect([...counts].filter(([, count]) => count > MAX_FILES)).toEqual([]);
});

test("no two files of a stage share a name", () => {
  expect(sharedNames(files)).toEqual([]);
});

test("a name that two folders of a stage share is found, and one that two stages share is none", () => {
  const taken = ["lib/capture/session/late.ts", "lib/capture/session/queries/late.ts", "lib/tag/late.ts"];
  expect(sharedNames(taken)).toEqual([taken.slice(0, 2)]);
});
