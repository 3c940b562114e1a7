import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Words that another word took the place of (docs/glossary.md), with the one that is used. */
const REPLACED: readonly (readonly [word: RegExp, use: string])[] = [
  [/\banew\b/i, "again, or new"],
  [/\bbrought in\b/i, "imported"],
  [/\b(?:tally|tallies)\b/i, "count"],
  [/\bleeway\b/i, "prior variance"],
  [/\blikeness\b/i, "similarity"],
  [/\bpseudo-?relevance\b(?! feedback)/i, "pseudo-relevance feedback"],
  [/\bMOST_[A-Z]/, "MAX_…"],
  [/(?:^|\/)(?:follow|fold|tell)-[a-z-]+\.tsx?$/m, "on-…, merge-…, announce-…"],
];

/** Decisions, migrations and the list of changes say what was so when they were written. */
const AS_WRITTEN = /^(?:docs\/decisions\/|prisma\/migrations\/|CHANGELOG\.md|package-lock\.json)/;
const TEXT = /\.(?:tsx?|mjs|css|md|sql|prisma|ya?ml|json)$/;

/** Where such a word stands: the file, the word, and what to write instead. */
function found(file: string, text: string): string[] {
  return REPLACED.flatMap(([word, use]) => {
    const match = word.exec(`${file}\n${text}`);
    return match ? [`${file}: "${match[0]}", use ${use}`] : [];
  });
}

test("no file says in another word what has a word of its own", () => {
  const files = execFileSync("git", ["ls-files"], { encoding: "utf8" })
    .split("\n")
    .filter((file) => TEXT.test(file) && !AS_WRITTEN.test(file) && file !== "tests/config/words.test.ts");
  expect(files.length).toBeGreaterThan(1000);
  expect(files.flatMap((file) => found(file, readFileSync(file, "utf8")))).toEqual([]);
});

test("such a word is found in a text and in a file's name", () => {
  expect(found("lib/one.ts", "const MOST_ROWS = 5; // counted anew")).toHaveLength(2);
  expect(found("lib/tag/fold-themes.ts", "")).toHaveLength(1);
  expect(found("lib/two.ts", "const almost = mostly;")).toEqual([]);
});
