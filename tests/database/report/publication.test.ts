import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { releaseFigures } from "@/lib/aggregate/publication/commands/publish-release";
import { readToRelease } from "@/lib/aggregate/publication/queries/release-input";
import { readTold } from "@/lib/aggregate/publication/queries/told";
import { heldBack } from "@/lib/aggregate/publication/published-count";
import { ReleasedTableShape } from "@/lib/aggregate/publication/release-contents";
import { db } from "@/lib/platform/db";
import { claimsIn, plainText } from "@/lib/report/draft/block";
import { removeBlock } from "@/lib/report/draft/commands/arrange-blocks";
import { editBlock } from "@/lib/report/draft/commands/edit-block";
import { generateDraft } from "@/lib/report/draft/commands/generate-draft";
import { getDraft } from "@/lib/report/check/queries/checked-draft";
import { getReport } from "@/lib/report/draft/queries/reports";
import { publishReport } from "@/lib/report/version/commands/publish-report";
import { registerStages } from "@/register-stages";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeFinding,
  makeParticipant,
  makeRoundtable,
  makeTagging,
  type TestReview,
  type TestRoundtable,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

let review: TestReview;
let lead: Viewer;
let facilitator: Viewer;
let small: TestRoundtable;

/**
 * Five people at one roundtable and one of four at the other raised the theme. The release says "about 5" of the review and
 * of the larger one, so that the smaller one has nobody to two people: three values. It has no table of its own.
 */
beforeAll(async () => {
  registerStages();
  const scene = await makeScene({
    members: ["lead", "facilitator"],
    roundtable: { state: "closed" },
    participants: 12,
    contributions: 5,
    theme: { title: "Travel" },
  });
  ({ review, lead, facilitator } = scene);
  small = await makeRoundtable(review, { state: "closed" });
  const participants = [];
  for (let n = 0; n < 4; n++) participants.push(await makeParticipant(review, small));
  const only = await makeContribution(small, { participant: participants[0] });
  for (const contribution of [...scene.contributions, only])
    await makeTagging(contribution, scene.theme, "improvement");
  await makeFinding(scene.theme, scene.contributions, { text: "It is far." });
  await makeFinding(scene.theme, [only], { text: "The last bus leaves early." });
  await releaseFigures(lead, { reviewId: review.id });
  await addTable(small.id);
});

/** A table of the smaller roundtable that says nothing, so that a report on it can be bound to the release. */
async function addTable(roundtableId: string) {
  const release = await db().release.findFirstOrThrow({
    where: { reviewId: review.id },
    select: { id: true, tables: { where: { roundtableId: null }, select: { figures: true } } },
  });
  const table = ReleasedTableShape.parse(release.tables[0]?.figures);
  const roundtable = { id: roundtableId, slug: small.slug, title: "Small" };
  const held = heldBack(4, 5);
  const stances = { strength: held, improvement: held, ask: held, observation: held };
  const themes = table.themes.map((theme) => ({ ...theme, people: held, stances }));
  await db().releaseTable.create({
    data: {
      releaseId: release.id,
      roundtableId,
      figures: { roundtable, roundtables: 1, present: 4, themes },
    },
  });
}

async function draft(roundtableId: string | null) {
  const { slug } = await generateDraft(facilitator, { reviewId: review.id, roundtableId, title: "Report" });
  const report = await getReport(facilitator, review.id, slug);
  const { blocks } = await getDraft(facilitator, report);
  const telling = blocks.find(({ content }) => plainText(content).includes("last bus"));
  if (!telling) throw new Error("The draft does not tell the finding.");
  return { reportId: report.id, report, telling };
}

test("a report that would give a small number away is not published, and says which and what to do", async () => {
  const { reportId, report, telling } = await draft(small.id);
  await expect(publishReport(lead, { reportId })).rejects.toThrow(
    /how many people .*Travel, fewer than five people, could be worked out\..*Nothing was published/s,
  );
  expect(await db().version.count({ where: { reportId, publishedAt: { not: null } } })).toBe(0);
  // Without what the roundtable's one person said it tells nothing that the release does not.
  await removeBlock(facilitator, { blockId: telling.id });
  await expect(publishReport(lead, { reportId })).resolves.toEqual({ number: 1 });
  expect(await db().publishedStatement.count({ where: { version: { reportId: report.id } } })).toBe(0);
});

test("a view of one that may be told is kept with the version, and later releases take it into account", async () => {
  const { reportId, telling } = await draft(null);
  const [claimId = ""] = claimsIn(telling.content).slice(-1);
  await editBlock(facilitator, {
    blockId: telling.id,
    revision: telling.revision,
    passages: [{ text: "One participant said that the last bus leaves early.", voice: "claim", claimId }],
  });
  await publishReport(lead, { reportId });
  await publishReport(lead, { reportId });
  const told = await db().publishedStatement.findMany({ where: { version: { reportId } } });
  expect(told).toMatchObject([{ roundtableId: null, side: "supports", people: 1, low: 1, high: 1 }]);
  const next = await readToRelease(
    db(),
    { id: review.id, smallNumber: 5 },
    {
      tables: "each",
      waiting: [],
      withoutFindings: [],
    },
  );
  if ("refused" in next) throw new Error(next.refused);
  expect(next.input.told).toMatchObject([{ release: 1, side: "for", low: 1, high: 1 }]);
  expect(await readTold(db(), review.id)).toEqual(next.input.told);
});
