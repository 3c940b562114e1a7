import { expect, test } from "vitest";
import { themeFigures } from "@/lib/aggregate/figures/queries/theme-figures";
import { db } from "@/lib/platform/db";
import { openTestDatabase } from "@/tests/support/database";
import { makeRoundtable, makeTagging } from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

const soon = new Date(Date.now() + 3_600_000);

/** A tagged contribution of an import, set in a coding round, at one of two roundtables; all figures are kept. */
async function makeKept() {
  const scene = await makeScene({
    members: ["lead"],
    participant: {},
    contribution: {},
    theme: {},
  });
  const { review, lead, roundtable, contribution, theme } = scene;
  const ofReview = { reviewId: review.id };
  await makeRoundtable(review);
  const round = await db().codingRound.create({
    data: { ...ofReview, number: 1, title: "Pilot", seed: 1, sampling: {}, createdById: lead.userId },
  });
  const imported = await db().import.create({
    data: {
      roundtableId: roundtable.id,
      fileName: "a.csv",
      fileDigest: Buffer.from("a"),
      mapping: {},
      rows: 1,
      createdById: lead.userId,
    },
  });
  await db().contribution.update({ where: { id: contribution.id }, data: { importId: imported.id } });
  const tagging = await makeTagging(contribution, theme, "ask");
  await db().tagging.update({ where: { id: tagging.id }, data: { codingRoundId: round.id } });
  await themeFigures(lead, { ...ofReview, roundtableId: null });
  return { ...scene, round, imported, tagging };
}

type Kept = Awaited<ReturnType<typeof makeKept>>;

const CHANGES: Record<string, (kept: Kept) => Promise<unknown>> = {
  "a contribution is added": ({ contribution, roundtable }) =>
    db().$executeRaw`
      INSERT INTO contribution (id, review_id, roundtable_id, source, wording, text, said_at, recorded_by_id, sequence, salt, digest)
      SELECT gen_random_uuid(), review_id, ${roundtable.id}::uuid, 'unidentified', wording, text, said_at, recorded_by_id,
        sequence + 1, salt, digest FROM contribution WHERE id = ${contribution.id}::uuid`,
  "it is struck out": ({ contribution: { id } }) =>
    db().contribution.update({ where: { id }, data: { struckAt: soon } }),
  "a theme is set on it": ({ contribution, theme }) => makeTagging(contribution, theme, "strength"),
  "a theme is taken off it": ({ tagging: { id } }) =>
    db().tagging.update({ where: { id }, data: { until: soon } }),
  "a tagging is deleted": ({ tagging: { id } }) => db().tagging.delete({ where: { id } }),
  "a difference is decided": ({ contribution, theme, round, lead }) =>
    db().adjudication.create({
      data: {
        reviewId: contribution.reviewId,
        codingRoundId: round.id,
        contributionId: contribution.id,
        themeId: theme.id,
        stances: [],
        reason: "",
        byId: lead.userId,
      },
    }),
  "a decision on a difference is changed": async ({ contribution, theme, round, lead, review }) => {
    const { id } = await db().adjudication.create({
      data: {
        reviewId: contribution.reviewId,
        codingRoundId: round.id,
        contributionId: contribution.id,
        themeId: theme.id,
        stances: [],
        reason: "",
        byId: lead.userId,
      },
    });
    // Deciding marks as well: figures are read, so that the mark to be seen is that of the change.
    await themeFigures(lead, { reviewId: review.id, roundtableId: null });
    await db().adjudication.update({ where: { id }, data: { stances: ["strength"] } });
  },
  "a round has been coded": ({ round: { id } }) =>
    db().codingRound.update({ where: { id }, data: { state: "adjudicating", codedAt: soon } }),
  "a coder turns out to be a method": ({ tagging }) =>
    db().coder.update({
      where: { id: tagging.coderId },
      data: { userId: null, method: "words", methodVersion: "1" },
    }),
  "an import is undone": ({ imported: { id } }) =>
    db().import.update({ where: { id }, data: { state: "undone" } }),
  "somebody has read it in a round": ({ contribution, tagging, round }) =>
    db().codingJudgement.create({
      data: { codingRoundId: round.id, contributionId: contribution.id, coderId: tagging.coderId },
    }),
  "somebody is described": ({ participant, lead }) =>
    db().participantAttribute.create({
      data: { participantId: participant.id, attribute: "role", value: "SENCO", byId: lead.userId },
    }),
  "somebody is absent": ({ participant: { id } }) =>
    db().participant.update({ where: { id }, data: { present: false } }),
  "somebody is erased": ({ participant: { personId } }) =>
    db().person.update({ where: { id: personId }, data: { erasedAt: soon } }),
  "the roundtable is planned again": ({ roundtable: { id } }) =>
    db().roundtable.update({ where: { id }, data: { state: "planned" } }),
};

test.each(Object.entries(CHANGES))("%s: that roundtable is marked, and no other", async (_name, change) => {
  const kept = await makeKept();
  const marks = () => db().keptMark.findMany({ where: { reviewId: kept.review.id } });
  expect(await marks()).toEqual([]);
  await change(kept);
  expect(new Set((await marks()).map(({ roundtableId }) => roundtableId))).toEqual(
    new Set([kept.roundtable.id]),
  );
  await themeFigures(kept.lead, { reviewId: kept.review.id, roundtableId: null });
  expect(await marks()).toEqual([]);
});
