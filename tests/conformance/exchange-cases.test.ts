import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { planCodebook } from "@/lib/tag/exchange/codebook-plan";
import { readCodebookFile } from "@/lib/tag/exchange/codebook-file/read-codebook-file";
import { sharedFile } from "@/tests/support/shared-data";

const UNDEFINED = "Not defined yet. It was imported from another program without a definition.";

/** What each codebook of Taguette adds to an empty one: title, definition, and the title of the theme above. */
const CODEBOOKS: Record<string, readonly (readonly [string, string, string | null])[]> = {
  "taguette-codebook.csv": [
    ["Funding", UNDEFINED, null],
    ["Funding.Supply cover", "Money for cover, not fees", "Funding"],
    ["Coaching", "Talks with a coach", null],
  ],
  "taguette-import.csv": [
    ["Funding", "Money", null],
    ["Coaching", UNDEFINED, null],
  ],
  "taguette.qdc": [
    ["Funding", UNDEFINED, null],
    ["Funding.Supply cover", UNDEFINED, null],
    ["Coaching", UNDEFINED, null],
  ],
};

describe.each(Object.entries(CODEBOOKS))("%s", (name, themes) => {
  const file = sharedFile(`cases/taguette-codebook-csv/${name}`);
  test.skipIf(file === null)("goes in whole", async () => {
    const read = await readCodebookFile(Uint8Array.from(readFileSync(file ?? "")));
    const { added, problems } = planCodebook(read.themes, []);
    const titleOf = (slug: string | null) => added.find((theme) => theme.slug === slug)?.title ?? null;
    expect([...read.problems, ...problems]).toEqual([]);
    expect(added.map(({ title, definition, parent }) => [title, definition, titleOf(parent)])).toEqual(
      themes,
    );
    expect(read.warnings.some((words) => words.includes("number of highlights"))).toBe(
      name === "taguette-codebook.csv",
    );
  });
});
