import { expect, test } from "vitest";
import { inverseOf, UNTOUCHED } from "@/components/tag/coding/kept/pending-changes";
import { STANCE_ORDER } from "@/lib/capture/contribution/stance";
import { db } from "@/lib/platform/db";
import { changeTaggings } from "@/lib/tag/coding/commands/change-taggings";
import { setTagging } from "@/lib/tag/coding/commands/set-tagging";
import { listCoding } from "@/lib/tag/coding/queries/coding";
import { seededRandom } from "@/lib/platform/random";
import { UNCODED, type ContributionCoding } from "@/lib/tag/coding/tagging";
import type { TaggingChange } from "@/lib/tag/coding/tagging-input";
import { openTestDatabase } from "@/tests/support/database";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

const STEPS = 25;

/** The content of a contribution's coding, in whichever rows. */
const said = ({ taggings, flag }: ContributionCoding) => ({
  flagged: flag !== null,
  taggings: taggings
    .map(({ themeId, stance, spanStart, spanEnd, mine, stale }) =>
      [themeId, stance, spanStart, spanEnd, mine, stale].join(" "),
    )
    .sort(),
});

test.each([1, 2, 3, 4])("any sequence of changes can be undone step by step (seed %i)", async (seed) => {
  const random = seededRandom(seed);
  const pick = <T>(from: readonly T[]): T => {
    const one = from[Math.floor(random() * from.length)];
    if (one === undefined) throw new Error("There is nothing to pick from.");
    return one;
  };
  const {
    lead,
    facilitator: colleague,
    contribution,
    themes,
  } = await makeScene({
    members: ["lead", "facilitator"],
    contribution: { text: "👩‍🏫 The cafe\u0301 coaching was good" },
    themes: 2,
  });
  const themeIds = themes.map(({ id }) => id);
  const contributionId = contribution.id;
  for (const themeId of themeIds) await setTagging(colleague, { contributionId, themeId, stance: "ask" });
  await setTagging(lead, { contributionId, themeId: themeIds[0] ?? "", stance: "ask" });
  await db().theme.updateMany({ where: { id: { in: themeIds } }, data: { revision: 2, meaningSince: 2 } });

  const read = async () => (await listCoding(lead, [contributionId])).coding[contributionId] ?? UNCODED;
  const randomChange = (coding: ContributionCoding): TaggingChange => {
    const words = pick([{}, {}, { spanStart: 2, spanEnd: 8 }, { spanStart: 6, spanEnd: 12 }]);
    const one = { contributionId, themeId: pick(themeIds), stance: pick(STANCE_ORDER), ...words };
    const theirs = coding.taggings.filter(({ mine }) => !mine);
    return pick<TaggingChange>([
      { change: "set", ...one },
      { change: "remove", ...one },
      { change: "keep", ...one },
      { change: "stance", ...one, to: pick(STANCE_ORDER) },
      { change: "flag", contributionId },
      { change: "unflag", contributionId },
      ...theirs.map(({ id }) => ({ change: "remove-other" as const, contributionId, id })),
    ]);
  };

  const states = [said(await read())];
  const inverses: TaggingChange[] = [];
  for (let step = 0; step < STEPS; step++) {
    const coding = await read();
    const change = randomChange(coding);
    const inverse = inverseOf({ ...UNTOUCHED, saved: coding }, change);
    // What is not there to be turned is not offered: the keys and buttons act on what stands.
    const offered = inverse !== null || change.change === "set" || change.change === "flag";
    if (!offered) continue;
    await changeTaggings(lead, change);
    const after = said(await read());
    if (inverse === null) expect(after).toEqual(said(coding));
    else {
      inverses.push(inverse);
      states.push(after);
    }
  }
  expect(inverses.length).toBeGreaterThan(5);
  while (inverses.length > 0) {
    expect(said(await read())).toEqual(states.pop());
    const inverse = inverses.pop();
    if (inverse) await changeTaggings(lead, inverse);
  }
  expect(said(await read())).toEqual(states.pop());
});
