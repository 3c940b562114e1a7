import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { planCodebook } from "@/lib/tag/exchange/codebook-plan";
import { readCodebookFile } from "@/lib/tag/exchange/codebook-file/read-codebook-file";
import { previewProjectFile } from "@/lib/tag/exchange/queries/exchange-preview";
import { openTestDatabase } from "@/tests/support/database";
import { makeContribution } from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";
import { sharedFile } from "@/tests/support/shared-data";

openTestDatabase();

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

describe("positions of NVivo for Windows, and of the standard", () => {
  const lines = sharedFile("cases/nvivo-utf16-positions/lines.txt");
  test.skipIf(lines === null).each([
    ["nvivo-utf16.qdpx", "evidence", "utf16-stored"],
    ["standard-code-points.qdpx", "evidence", "points-stored"],
  ])("%s codes the lines that were coded there", async (name, reason, unit) => {
    const { roundtable, lead } = await makeScene({ members: ["lead"], roundtable: {} });
    const byId = new Map<string, string>();
    for (const line of readFileSync(lines ?? "", "utf8")
      .trim()
      .split("\n")) {
      const text = line.replace(/^[^:]+: /, "").trim();
      byId.set((await makeContribution(roundtable, { text })).id, text);
    }
    const file = Uint8Array.from(readFileSync(sharedFile(`cases/nvivo-utf16-positions/${name}`) ?? ""));
    const { file: read, preview } = await previewProjectFile(lead, roundtable.reviewId, file);
    expect(read.positions).toMatchObject([{ reason, unit, passages: 2 }]);
    expect(read.positions[0]?.units.find((one) => one.unit === unit)).toMatchObject({
      atWords: 2,
      outside: 0,
    });
    expect(preview.leftOut).toMatchObject({ sources: [], nowhere: 0, changed: 0 });
    const coded = preview.incoming.contributions.flatMap(({ id, codings }) =>
      codings.map(({ code, spanStart }) => [preview.incoming.codes[code]?.title, byId.get(id), spanStart]),
    );
    expect(coded).toEqual([
      ["Funding", "Cover for the days was never paid.", null],
      ["Coaching", "Coaching helped me most.", null],
    ]);
  });
});
