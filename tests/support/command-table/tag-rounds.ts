import { abandonRound } from "@/lib/tag/rounds/commands/abandon-round";
import { adjudicate } from "@/lib/tag/rounds/commands/adjudicate";
import { declareApproach } from "@/lib/tag/rounds/commands/declare-approach";
import { finishCoding } from "@/lib/tag/rounds/commands/finish-coding";
import { judgeContribution } from "@/lib/tag/rounds/commands/judge-contribution";
import { planRound } from "@/lib/tag/rounds/commands/plan-round";
import { reopenRound, settleRound } from "@/lib/tag/rounds/commands/settle-round";
import { removeCoder } from "@/lib/tag/exchange/commands/remove-coder";
import { HIDDEN, SEEN, facilitators, lead, row, type Row } from "./row";

export const TAG_ROUND_COMMANDS: Record<string, Row> = {
  planRound: row(
    lead(SEEN),
    planRound,
  )(({ reviewId, members, roundtableId, themeId }) => ({
    reviewId,
    title: "Another pass",
    themeIds: [themeId],
    roundtableIds: [roundtableId],
    stratifyBy: null,
    size: 1,
    seed: 1,
    blind: true,
    coderIds: [members.lead.userId, members.facilitator.userId],
  })),
  declareApproach: row(lead(SEEN), declareApproach)(({ reviewId }) => ({ reviewId, approach: "reflexive" })),
  judgeContribution: row(
    facilitators(HIDDEN),
    judgeContribution,
  )(({ rounds }) => ({
    roundId: rounds.coding.id,
    contributionId: rounds.coding.contributionId,
    memo: "",
    themes: [{ themeId: rounds.themeId, stance: "ask" }],
  })),
  finishCoding: row(
    facilitators(HIDDEN),
    finishCoding,
  )(({ rounds }) => ({ roundId: rounds.coding.id, unread: 0 })),
  removeCoder: row(
    lead(HIDDEN),
    removeCoder,
  )(({ rounds }) => ({ roundId: rounds.coding.id, coderId: rounds.thirdCoderId })),
  abandonRound: row(lead(HIDDEN), abandonRound)(({ rounds }) => ({ roundId: rounds.coding.id })),
  adjudicate: row(
    facilitators(HIDDEN),
    adjudicate,
  )(({ rounds }) => ({
    roundId: rounds.deciding.id,
    contributionId: rounds.deciding.contributionId,
    themeId: rounds.themeId,
    stances: [],
    reason: "It is not there.",
    suggestion: "",
  })),
  settleRound: row(facilitators(HIDDEN), settleRound)(({ rounds }) => ({ roundId: rounds.decided.id })),
  reopenRound: row(lead(HIDDEN), reopenRound)(({ rounds }) => ({ roundId: rounds.settled.id })),
};
