import { execFileSync } from "node:child_process";
import { dirname } from "node:path";
import { expect, test } from "vitest";

/** A folder with more files than this holds more than one thing: the missing name is a folder's. */
const MAX_FILES = 25;

test("no folder of the code holds more files than can be read at a glance", () => {
  const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    encoding: "utf8",
  }).split("\n");
  const counts = new Map<string, number>();
  for (const file of files.filter((one) => /^(app|components|lib|prisma|tests)\//.test(one)))
    counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  expect(counts.size).toBeGreaterThan(100);
  expect([...counts].filter(([, count]) => count > MAX_FILES)).toEqual([]);
});
