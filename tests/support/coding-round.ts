import type { Viewer } from "@/lib/access/policy";
import { runNextJob } from "@/lib/platform/jobs";
import { finishCoding } from "@/lib/tag/rounds/commands/finish-coding";
import { judgeContribution } from "@/lib/tag/rounds/commands/judge-contribution";
import { planRound } from "@/lib/tag/rounds/commands/plan-round";
import { getRound } from "@/lib/tag/rounds/queries/rounds";
import type { JudgeContributionInput } from "@/lib/tag/rounds/coding-round";
import type { PlanRoundInput } from "@/lib/tag/rounds/coding-round";

/** Plans a round of all contributions at the roundtables, unless told otherwise. */
export function plan(
  lead: Viewer,
  input: Pick<PlanRoundInput, "reviewId" | "roundtableIds" | "themeIds" | "coderIds" | "size"> &
    Partial<PlanRoundInput>,
) {
  return planRound(lead, { title: "First pass", stratifyBy: null, seed: 7, blind: true, ...input });
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
