import type { Viewer } from "@/lib/access/policy";
import { runNextJob } from "@/lib/platform/jobs";
import { finishCoding } from "@/lib/tag/rounds/commands/finish-coding";
import { judgeContribution } from "@/lib/tag/rounds/commands/judge-contribution";
import { planRound } from "@/lib/tag/rounds/commands/plan-round";
import { getRound } from "@/lib/tag/rounds/queries/rounds";
import type { JudgeContributionInput } from "@/lib/tag/rounds/coding-round";
import type { PlanRoundInput } from "@/lib/tag/rounds/coding-round";
import { makeScene } from "./scene";

/** Plans a round of all contributions at the roundtables, unless told otherwise. */
export function plan(
  lead: Viewer,
  input: Pick<PlanRoundInput, "reviewId" | "roundtableIds" | "themeIds" | "coderIds" | "size"> &
    Partial<PlanRoundInput>,
) {
  return planRound(lead, { title: "First pass", stratifyBy: null, seed: 7, blind: true, ...input });
}

/** What a round of all that was said in a scene is planned from, under all of its themes. */
export function planOf(
  scene: {
    review: { id: string };
    roundtable: { id: string };
    contributions: readonly unknown[];
    themes: readonly { id: string }[];
  },
  coders: readonly Viewer[],
) {
  return {
    reviewId: scene.review.id,
    roundtableIds: [scene.roundtable.id],
    themeIds: scene.themes.map(({ id }) => id),
    coderIds: coders.map(({ userId }) => userId),
    size: scene.contributions.length,
  };
}

/**
 * A round of three contributions under two themes, with two coders, and with a lead and a facilitator who do
 * not code in it.
 */
export async function makeRoundStory({ blind = true }: { blind?: boolean } = {}) {
  const scene = await makeScene({
    members: ["lead"],
    coders: 3,
    participants: 3,
    contributions: 3,
    themes: 2,
  });
  const {
    review,
    lead,
    coders: [anna, ben, carl],
    roundtable,
    contributions: [one, two, three],
    themes: [first, second],
  } = scene;
  const from = { ...planOf(scene, [anna, ben]), blind };
  const round = { ...(await plan(lead, from)), reviewId: review.id };
  const contributions: [string, string, string] = [one.id, two.id, three.id];
  const themes: [string, string] = [first.id, second.id];
  return { review, lead, anna, ben, carl, roundtable, contributions, themes, from, round };
}

type Set = readonly [themeId: string, stance: JudgeContributionInput["themes"][number]["stance"]];

export function judge(
  coder: Viewer,
  roundId: string,
  contributionId: string,
  set: readonly Set[] = [],
  memo = "",
) {
  const themes = set.map(([themeId, stance]) => ({ themeId, stance }));
  return judgeContribution(coder, { roundId, contributionId, themes, memo });
}

/** Finishes whatever the coder has left unread. */
export async function finish(coder: Viewer, { reviewId, number, id }: Found): Promise<{ coded: boolean }> {
  const round = await getRound(coder, reviewId, number);
  const mine = round.coders.find((one) => one.mine);
  return finishCoding(coder, { roundId: id, unread: round.contributions - (mine?.read ?? 0) });
}

type Found = { reviewId: string; number: number; id: string };

/** Works through the jobs that are due. */
export async function runJobs(): Promise<void> {
  while (await runNextJob());
}
