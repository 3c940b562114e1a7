import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import { plainText } from "@/lib/report/draft/block";
import { generateDraft } from "@/lib/report/draft/commands/generate-draft";
import { getDraft } from "@/lib/report/check/queries/checked-draft";
import { getReport } from "@/lib/report/draft/queries/reports";
import { abandonRound } from "@/lib/tag/rounds/commands/abandon-round";
import { declareApproach } from "@/lib/tag/rounds/commands/declare-approach";
import { finish, judge, makeRoundStory, plan, runJobs } from "@/tests/support/worlds/coding-round";
import { openTestDatabase } from "@/tests/support/database";
import { makeContribution, makeParticipant, makeRoundtable } from "@/tests/support/worlds/factories";
import { registerStages } from "@/register-stages";

openTestDatabase();
beforeAll(() => registerStages());

/** What a new draft's method note says. */
async function methodNote(
  viewer: Viewer,
  reviewId: string,
  roundtableId: string | null = null,
): Promise<string> {
  const { slug } = await generateDraft(viewer, { reviewId, roundtableId, title: "A report" });
  const { blocks } = await getDraft(viewer, await getReport(viewer, reviewId, slug));
  const method = blocks.filter(({ section }) => section === "method" || section === "annex");
  return method.map(({ content }) => plainText(content)).join("\n");
}

const UNMEASURED = "Agreement between coders was not measured";

async function code({ anna, ben, round, contributions, themes }: Awaited<ReturnType<typeof makeRoundStory>>) {
  for (const coder of [anna, ben])
    for (const contribution of contributions)
      await judge(
        coder,
        round.id,
        contribution,
        contribution === contributions[0] ? [[themes[0], "ask"]] : [],
      );
  await finish(anna, round);
  await finish(ben, round);
  await runJobs();
}

test("gives the agreement of the round once it is coded, and not of one that is abandoned", async () => {
  const story = await makeRoundStory();
  const { lead, review, round, themes } = story;
  expect(await methodNote(lead, review.id)).toContain(UNMEASURED);
  await code(story);
  const note = await methodNote(lead, review.id);
  expect(note).toMatch(/All 3 contributions from 1 roundtable were taken, and coded in \w+ \d{4}\./);
  expect(note).toContain("Neither saw what the other set");
  const { title } = await db().theme.findUniqueOrThrow({ where: { id: themes[0] } });
  expect(note).toContain(`1.000 (${title})`);
  expect(note).not.toContain(UNMEASURED);
  await abandonRound(lead, { roundId: round.id });
  expect(await methodNote(lead, review.id)).toContain(UNMEASURED);
});

test("gives a round in a report on one roundtable only where all its contributions were said there", async () => {
  const story = await makeRoundStory();
  const { lead, review, from } = story;
  const other = await makeRoundtable(review);
  await code(story);
  const measured = "All 3 contributions from 1 roundtable were taken";
  expect(await methodNote(lead, review.id, from.roundtableIds[0])).toContain(measured);
  const elsewhere = await methodNote(lead, review.id, other.id);
  expect(elsewhere).toContain(UNMEASURED);
  expect(elsewhere).not.toContain(measured);
});

test("gives how many contributions were drawn separately from how many were read", async () => {
  const { lead, anna, ben, review, from, round } = await makeRoundStory();
  await abandonRound(lead, { roundId: round.id });
  const other = await makeRoundtable(review);
  await makeContribution(other, { participant: await makeParticipant(review, other) });
  const drawn = await plan(lead, { ...from, roundtableIds: [...from.roundtableIds, other.id] });
  const rows = await db().codingRoundContribution.findMany({
    where: { codingRoundId: drawn.id },
    orderBy: { contribution: { roundtableId: "asc" } },
  });
  // A contribution for which another one of its roundtable was drawn.
  const [first, ...others] = rows.map(({ contributionId }) => contributionId);
  for (const contribution of others)
    for (const coder of [anna, ben]) await judge(coder, drawn.id, contribution);
  await judge(anna, drawn.id, first ?? "");
  for (const coder of [anna, ben]) await finish(coder, { ...drawn, reviewId: review.id });
  await runJobs();
  const note = await methodNote(lead, review.id);
  expect(note).toContain(
    "3 of 4 contributions were drawn at random, in proportion by roundtable, from 2 roundtables",
  );
  expect(note).toContain("Of these, 2 coders both read 2 contributions");
  expect(note).toContain("They leave out 1 of the contributions drawn");
  expect(note).toContain("stand for all 4 contributions.");
});

test("gives none of a round whose coders saw one another's work", async () => {
  const story = await makeRoundStory({ blind: false });
  await code(story);
  expect(await methodNote(story.lead, story.review.id)).toContain(UNMEASURED);
});

test("says that the review coded reflexively, where its lead declared so", async () => {
  const story = await makeRoundStory();
  const { lead, anna, review } = story;
  await code(story);
  const declared = { reviewId: review.id, approach: "reflexive" as const };
  await expect(declareApproach(anna, declared)).rejects.toMatchObject({ kind: "forbidden" });
  await declareApproach(lead, declared);
  const note = await methodNote(lead, review.id);
  expect(note).toContain("The contributions were coded reflexively");
  expect(note).not.toContain("were drawn");
  await declareApproach(lead, { ...declared, approach: "agreement" });
  expect(await methodNote(lead, review.id)).toContain("All 3 contributions from 1 roundtable were taken");
});
