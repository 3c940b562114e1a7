import type { Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import { closeTagging } from "@/lib/tag/coding/commands/remove-tagging";
import { announce, findOpenContribution, openTagging } from "@/lib/tag/coding/commands/set-tagging";
import type { JudgeContributionInput } from "../coding-round";
import { STANDS } from "../queries/round-readings";
import { findRound, requireCoding, type FoundRound } from "./find-round";
import { keepRoundMemo } from "./round-memo";

/**
 * Stores everything that a coder finds on a contribution of a round: themes that are not named are absent.
 * Until the coder has finished, the contribution may be judged again; what was set and is not named any more
 * is closed. Sent twice, it changes nothing. In a blind round nobody is notified of what was set.
 */
export const judgeContribution = command(async (tx, viewer: Viewer, input: JudgeContributionInput) => {
  const { roundId, contributionId } = input;
  const round = await findRound(tx, viewer, roundId, "tagging.set");
  const { coderId } = await requireCoding(tx, viewer, round);
  const contribution = await findOpenContribution(tx, viewer, contributionId);
  await requireInRound(tx, round, contributionId);
  const changed = await matchTaggings(tx, viewer, round, { ...input, coderId });
  const first = await tx.codingJudgement.createMany({
    data: [{ codingRoundId: roundId, contributionId, coderId }],
    skipDuplicates: true,
  });
  const written = await keepRoundMemo(tx, viewer, { ...round, contributionId, text: input.memo });
  if (changed > 0 || first.count > 0 || written) {
    await audit(tx, {
      reviewId: round.reviewId,
      actorId: viewer.userId,
      action: "round.judge",
      subjectType: "coding-round",
      subjectId: roundId,
      detail: { contributionId },
    });
    if (!round.blind) await announce(tx, contribution, roundId);
  }
  return { next: await nextUnread(tx, { roundId, contributionId, coderId }) };
});

async function requireInRound(tx: Tx, round: FoundRound, contributionId: string): Promise<void> {
  const drawn = await tx.codingRoundContribution.count({
    where: { codingRoundId: round.id, contributionId },
  });
  if (drawn === 0) throw invalid("This contribution is not in the round.");
}

type Judgement = JudgeContributionInput & { coderId: string };

/** Opens what is named and not set yet, closes what is set and not named; returns how many rows changed. */
async function matchTaggings(
  tx: Tx,
  viewer: Viewer,
  round: FoundRound,
  judgement: Judgement,
): Promise<number> {
  const { contributionId, themes, coderId } = judgement;
  const inRound = { contributionId, coderId, codingRoundId: round.id };
  const revisions = await revisionsOf(tx, round, themes);
  const set = await tx.tagging.findMany({
    where: { ...inRound, until: null },
    select: { id: true, from: true, themeId: true, stance: true },
  });
  let changed = 0;
  for (const tagging of set) {
    const named = themes.some(
      ({ themeId, stance }) => themeId === tagging.themeId && stance === tagging.stance,
    );
    if (!named && (await closeTagging(tx, viewer, tagging))) changed++;
  }
  for (const { themeId, stance } of themes) {
    const themeRevision = revisions.get(themeId) ?? 1;
    const opening = { ...inRound, reviewId: round.reviewId, themeId, stance, themeRevision };
    if ((await openTagging(tx, opening)).created) changed++;
  }
  return changed;
}

/** Theme to the revision used in the round; refuses a theme that is not in the round. */
async function revisionsOf(tx: Tx, round: FoundRound, themes: JudgeContributionInput["themes"]) {
  const rows = await tx.codingRoundTheme.findMany({
    where: { codingRoundId: round.id },
    select: { themeId: true, themeRevision: true },
  });
  const revisions = new Map(rows.map(({ themeId, themeRevision }) => [themeId, themeRevision]));
  if (themes.some(({ themeId }) => !revisions.has(themeId)))
    throw invalid("One of these themes is not in this round.", "themes");
  return revisions;
}

type Place = { roundId: string; contributionId: string; coderId: string };

/**
 * The position of the contribution to read next: the first unread one after this, else the first of all; null
 * at the end.
 */
async function nextUnread(tx: Tx, { roundId, contributionId, coderId }: Place): Promise<number | null> {
  const unread = await tx.codingRoundContribution.findMany({
    where: {
      codingRoundId: roundId,
      contribution: { AND: [STANDS, { judgements: { none: { codingRoundId: roundId, coderId } } }] },
    },
    orderBy: { position: "asc" },
    select: { position: true },
  });
  const here = await tx.codingRoundContribution.findUniqueOrThrow({
    where: { codingRoundId_contributionId: { codingRoundId: roundId, contributionId } },
    select: { position: true },
  });
  const after = unread.find(({ position }) => position > here.position);
  return (after ?? unread[0])?.position ?? null;
}
