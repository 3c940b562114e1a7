import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleMemos, visibleTaggings } from "@/lib/access/scope";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import { getContribution } from "@/lib/capture/contribution/queries/contributions";
import { namesOf } from "@/lib/capture/contribution/queries/contribution-select";
import type { Stance } from "@/lib/capture/contribution/stance";
import { db } from "@/lib/platform/db";
import type { Difference } from "./differences";
import { asCoded } from "./round-readings";
import type { Round } from "./rounds";

/** A difference with everything that is needed to decide on it. */
export type DifferenceDetail = {
  contribution: Contribution;
  /**
   * One for each coder who read the contribution: the stances with which they set the theme, empty where they
   * did not.
   */
  choices: { coderId: string; name: string; stances: Stance[] }[];
  memos: { id: string; by: string; text: string }[];
  decision: { id: string; stances: Stance[]; reason: string; by: string; at: Date } | null;
};

/** Refuses with not-found what the viewer may not see. */
export async function getDifference(
  viewer: Viewer,
  round: Round,
  { contributionId, themeId }: Difference,
): Promise<DifferenceDetail> {
  requireCan(viewer, "round.adjudicate", round);
  const inRound = { codingRoundId: round.id, contributionId };
  const contribution = await getContribution(viewer, contributionId);
  const judged = await db().codingJudgement.findMany({ where: inRound, select: { coderId: true } });
  const taggings = await db().tagging.findMany({
    where: {
      AND: [
        { ...inRound, themeId },
        round.codedAt ? asCoded(round.codedAt) : { until: null },
        visibleTaggings(viewer),
      ],
    },
    select: { coderId: true, stance: true },
  });
  const memos = await db().memo.findMany({
    where: { AND: [inRound, visibleMemos(viewer)] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, byId: true, text: true },
  });
  const decision = await db().adjudication.findFirst({
    where: { ...inRound, themeId, until: null },
    select: { id: true, stances: true, reason: true, byId: true, from: true },
  });
  const names = await namesOf([...memos, ...(decision ? [decision] : [])].map(({ byId }) => byId));
  const read = round.coders.filter(({ coderId }) => judged.some((one) => one.coderId === coderId));
  return {
    contribution,
    choices: read.map(({ coderId, name }) => ({
      coderId,
      name,
      stances: taggings.filter((one) => one.coderId === coderId).map(({ stance }) => stance),
    })),
    memos: memos.map(({ id, byId, text }) => ({ id, by: names.get(byId) ?? "", text })),
    decision: decision && {
      id: decision.id,
      stances: decision.stances,
      reason: decision.reason,
      by: names.get(decision.byId) ?? "",
      at: decision.from,
    },
  };
}

/**
 * What the people who decided think the codebook should say better: memos written after the round was coded.
 */
export async function listCodebookSuggestions(
  viewer: Viewer,
  { id, codedAt }: Pick<Round, "id" | "codedAt">,
): Promise<{ id: string; by: string; text: string; contributionId: string }[]> {
  if (codedAt === null) return [];
  const rows = await db().memo.findMany({
    where: { AND: [{ codingRoundId: id, createdAt: { gte: codedAt } }, visibleMemos(viewer)] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, byId: true, text: true, contributionId: true },
  });
  const names = await namesOf(rows.map(({ byId }) => byId));
  return rows.map(({ byId, ...row }) => ({ ...row, by: names.get(byId) ?? "" }));
}
