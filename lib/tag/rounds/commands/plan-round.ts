import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleReviews, visibleRoundtables, visibleThemes } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { coderOf } from "@/lib/tag/coding/commands/set-tagging";
import { drawSample } from "../sample/draw-sample";
import { halfWidth } from "../sample/sample-size";
import { CODER_ROLES, type PlanRoundInput } from "../coding-round";
import { readDrawableContributions } from "../queries/drawable-contributions";
import { EXPECTED_AGREEMENT, stratumOf, type DrawableContribution, type Sampling } from "../round-sample";
import { announceRound } from "./find-round";

/** Draws a sample of contributions for two or more people to code, and begins the round. */
export const planRound = command(async (tx, viewer: Viewer, input: PlanRoundInput) => {
  const { reviewId, title, blind, seed } = input;
  await holdReview(tx, viewer, reviewId);
  const themes = await findThemes(tx, viewer, input);
  const coderIds = await findCoders(tx, input);
  const { contributions, sampling } = await draw(tx, viewer, input);
  const last = await tx.codingRound.aggregate({ where: { reviewId }, _max: { number: true } });
  const round = await tx.codingRound.create({
    data: {
      reviewId,
      title,
      blind,
      seed,
      sampling,
      createdById: viewer.userId,
      number: (last._max.number ?? 0) + 1,
      themes: {
        createMany: { data: themes.map(({ id, revision }) => ({ themeId: id, themeRevision: revision })) },
      },
      coders: { createMany: { data: coderIds.map((coderId) => ({ coderId })) } },
    },
    select: { id: true, number: true },
  });
  await tx.codingRoundContribution.createMany({
    data: contributions.map(({ contribution, weight }, index) => ({
      codingRoundId: round.id,
      contributionId: contribution.id,
      position: index + 1,
      stratum: contribution.stratum,
      weight,
    })),
  });
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "round.plan",
    subjectType: "coding-round",
    subjectId: round.id,
    detail: { number: round.number, contributions: contributions.length, coderIds, blind, seed },
  });
  await announceRound(tx, { id: round.id, reviewId });
  return round;
});

/** A lock: one round is planned at a time, so that no two take the same number or the same contribution. */
async function holdReview(tx: Tx, viewer: Viewer, reviewId: string): Promise<void> {
  const review = await tx.review.findFirst({
    where: { AND: [{ id: reviewId }, visibleReviews(viewer)] },
    select: { id: true },
  });
  if (!review) throw notFound("review");
  requireCan(viewer, "round.plan", { reviewId });
  await tx.$queryRaw`SELECT id FROM review WHERE id = ${reviewId}::uuid FOR NO KEY UPDATE`;
}

async function findThemes(tx: Tx, viewer: Viewer, { reviewId, themeIds }: PlanRoundInput) {
  const wanted = [...new Set(themeIds)];
  const themes = await tx.theme.findMany({
    where: { AND: [{ id: { in: wanted }, reviewId }, visibleThemes(viewer)] },
    select: { id: true, revision: true, retiredAt: true },
  });
  if (wanted.length === 0) throw invalid("Choose at least one theme", "themeIds");
  if (themes.length < wanted.length) throw notFound("theme");
  if (themes.some(({ retiredAt }) => retiredAt !== null))
    throw invalid("Somebody has just retired one of these themes. Choose again", "themeIds");
  return themes;
}

/** The people who may set themes in the review, as coders. */
async function findCoders(tx: Tx, { reviewId, coderIds }: PlanRoundInput): Promise<string[]> {
  const wanted = [...new Set(coderIds)];
  const members = await tx.membership.findMany({
    where: { reviewId, userId: { in: wanted }, role: { in: [...CODER_ROLES] } },
    orderBy: { userId: "asc" },
    select: { userId: true },
  });
  if (wanted.length < 2) throw invalid("Choose at least two people to code", "coderIds");
  if (members.length < wanted.length)
    throw invalid("Only facilitators and leads of this review can code. Choose again", "coderIds");
  const coders = [];
  for (const { userId } of members) coders.push(await coderOf(tx, { userId }));
  return coders;
}

async function draw(tx: Tx, viewer: Viewer, input: PlanRoundInput) {
  const { reviewId, stratifyBy, size, seed } = input;
  const wanted = [...new Set(input.roundtableIds)];
  const found = await tx.roundtable.findMany({
    where: { AND: [{ id: { in: wanted }, reviewId }, visibleRoundtables(viewer)] },
    select: { id: true },
  });
  if (found.length < wanted.length) throw notFound("roundtable");
  const roundtableIds = found.map(({ id }) => id);
  const all = await readDrawableContributions(tx, { reviewId, roundtableIds, stratifyBy });
  requireEnough(all, size);
  const sample = drawSample(
    all.map((contribution) => ({ id: contribution.id, stratum: stratumOf(contribution, stratifyBy) })),
    { size, seed },
  );
  const sampling: Sampling = {
    size,
    stratifyBy,
    roundtableIds,
    strata: sample.strata,
    population: all.length,
    halfWidth: halfWidth(size, { population: all.length, agreement: EXPECTED_AGREEMENT }),
    expectedAgreement: EXPECTED_AGREEMENT,
  };
  return { contributions: sample.contributions, sampling };
}

function requireEnough({ length }: readonly DrawableContribution[], size: number): void {
  if (length === 0)
    throw invalid(
      "There are no contributions to draw from at these roundtables. Choose others",
      "roundtableIds",
    );
  if (size > length)
    throw invalid(
      `There ${length === 1 ? "is 1 contribution" : `are ${length.toLocaleString("en-GB")} contributions`} to draw from. Enter that many or fewer`,
      "size",
    );
}
