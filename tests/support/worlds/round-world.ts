import type { Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import { settleRound } from "@/lib/tag/rounds/commands/settle-round";
import { finish, judge, plan } from "./coding-round";
import { makeContribution, makeMember, makeRoundtable, makeTheme, type TestReview } from "./factories";

/** A round that is being coded, one with a difference to decide, one with none left, and one that is settled. */
export async function makeRounds(
  review: TestReview,
  { lead, facilitator }: Record<"lead" | "facilitator", Viewer>,
) {
  const third = await makeMember(review, "facilitator");
  const theme = await makeTheme(review);
  const planned = async (coders: readonly Viewer[]) => {
    const roundtable = await makeRoundtable(review);
    const contribution = await makeContribution(roundtable);
    const round = await plan(lead, {
      reviewId: review.id,
      roundtableIds: [roundtable.id],
      themeIds: [theme.id],
      coderIds: coders.map(({ userId }) => userId),
      size: 1,
    });
    return { ...round, reviewId: review.id, contributionId: contribution.id };
  };
  const coded = async (differ: boolean) => {
    const round = await planned([lead, facilitator]);
    await judge(lead, round.id, round.contributionId, [[theme.id, "ask"]]);
    await judge(facilitator, round.id, round.contributionId, differ ? [] : [[theme.id, "ask"]]);
    await finish(lead, round);
    await finish(facilitator, round);
    return round;
  };
  const coding = await planned([lead, facilitator, third]);
  const coder = await db().coder.findUniqueOrThrow({ where: { userId: third.userId } });
  for (const coder of [lead, facilitator, third]) await judge(coder, coding.id, coding.contributionId);
  const deciding = await coded(true);
  const decided = await coded(false);
  const settled = await coded(false);
  await settleRound(lead, { roundId: settled.id });
  return { coding, deciding, decided, settled, themeId: theme.id, thirdCoderId: coder.id };
}
