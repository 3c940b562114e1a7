import type { Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, Refusal } from "@/lib/platform/errors";
import { findOpenContribution } from "@/lib/tag/coding/commands/set-tagging";
import { REASON_NEEDED, type AdjudicateInput } from "../coding-round";
import { nextUndecided, readDifferences } from "../queries/differences";
import { readAnswers } from "../queries/round-readings";
import { isSameAnswer } from "../round-answers";
import { announceRound, findRound, type FoundRound } from "./find-round";
import { openAdjudication } from "./round-decisions";
import { writeRoundMemo } from "./round-memo";

/**
 * Decides whether a theme is on a contribution where the round's coders differed, and with which stances. An
 * answer that no coder gave needs a reason. Deciding again closes the decision and opens another; deciding
 * the same for the same reason changes nothing.
 */
export const adjudicate = command(async (tx, viewer: Viewer, input: AdjudicateInput) => {
  const { roundId, contributionId, themeId, stances, reason, suggestion } = input;
  const round = await findRound(tx, viewer, roundId, "round.adjudicate");
  if (round.state !== "adjudicating" || round.codedAt === null)
    throw invalid("The differences of this round cannot be decided now.");
  await findOpenContribution(tx, viewer, contributionId);
  const all = await readDifferences(tx, roundId, round.codedAt);
  const at = all.findIndex((one) => one.contributionId === contributionId && one.themeId === themeId);
  if (at < 0) throw invalid("The coders of this round do not differ about this theme on this contribution.");
  if (reason === "") {
    const answers = await readAnswers(tx, { roundId, contributionId, themeId, codedAt: round.codedAt });
    if (!answers.some((answer) => isSameAnswer(answer, stances))) throw invalid(REASON_NEEDED, "reason");
  }
  await requireUnchanged(tx, input);
  const opened = await openAdjudication(tx, viewer, round, {
    contributionId,
    themeId,
    stances,
    reason,
    agreed: false,
  });
  if (opened) {
    await audit(tx, {
      reviewId: round.reviewId,
      actorId: viewer.userId,
      action: "round.adjudicate",
      subjectType: "coding-round",
      subjectId: roundId,
      detail: { contributionId, themeId, stances },
    });
    await announceRound(tx, round);
  }
  if (suggestion !== "") await suggest(tx, viewer, round, input);
  const decided = all.map((one, index) => ({ ...one, decided: one.decided || index === at }));
  return { next: nextUndecided(decided, at) };
});

/** When two people decide at once, the second is shown the first decision, and loses nothing of their own. */
async function requireUnchanged(
  tx: Tx,
  { roundId, contributionId, themeId, basedOn, ...mine }: AdjudicateInput,
) {
  // A lock: a second person who decides at the same moment waits here.
  await tx.$queryRaw`SELECT FROM coding_round_contribution
    WHERE coding_round_id = ${roundId}::uuid AND contribution_id = ${contributionId}::uuid FOR UPDATE`;
  if (basedOn === undefined) return;
  const standing = await tx.adjudication.findFirst({
    where: { codingRoundId: roundId, contributionId, themeId, until: null },
    select: { id: true, reason: true, stances: true },
  });
  const same = standing?.reason === mine.reason && isSameAnswer(standing.stances, mine.stances);
  if ((standing?.id ?? null) !== basedOn && !same)
    throw new Refusal(
      "stale",
      "Somebody else has decided this. Your answer is still here, and theirs is shown above it. Save again to replace theirs.",
    );
}

/** What the definition should say better, stored as a memo on the contribution that showed it. */
async function suggest(tx: Tx, viewer: Viewer, round: FoundRound, input: AdjudicateInput): Promise<void> {
  const { contributionId, themeId, suggestion } = input;
  const { title } = await tx.theme.findUniqueOrThrow({ where: { id: themeId }, select: { title: true } });
  const text = `The definition of “${title}”: ${suggestion}`;
  const { id, reviewId } = round;
  const said = { codingRoundId: id, contributionId, byId: viewer.userId, text, withdrawnAt: null };
  if ((await tx.memo.count({ where: said })) === 0)
    await writeRoundMemo(tx, viewer, { id, reviewId, contributionId, text });
}
