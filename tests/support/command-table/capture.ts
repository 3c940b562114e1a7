import { randomUUID } from "node:crypto";
import { amendContribution } from "@/lib/capture/contribution/commands/amend-contribution";
import { arrangeTables, endTables } from "@/lib/capture/roundtable/commands/arrange-tables";
import { changeRoundtable } from "@/lib/capture/roundtable/commands/change-roundtable";
import { changeRoundtableState } from "@/lib/capture/session/commands/change-roundtable-state";
import {
  clearContribution,
  clearWords,
  withdrawClearance,
} from "@/lib/capture/clearance/commands/clear-contribution";
import { decideLate } from "@/lib/capture/session/commands/decide-late";
import { editContribution } from "@/lib/capture/contribution/commands/edit-contribution";
import { endGoRound } from "@/lib/capture/session/commands/end-go-round";
import {
  mergeContributions,
  unmergeContributions,
} from "@/lib/capture/contribution/commands/merge-contributions";
import { openQuestion } from "@/lib/capture/session/commands/open-question";
import { passInGoRound } from "@/lib/capture/session/commands/pass-in-go-round";
import { planRoundtable } from "@/lib/capture/roundtable/commands/plan-roundtable";
import { recordContribution } from "@/lib/capture/contribution/commands/record-contribution";
import { recordContributions } from "@/lib/capture/session/commands/record-contributions";
import { sendOperations } from "@/lib/capture/session/commands/send-operations";
import { splitContribution } from "@/lib/capture/contribution/commands/split-contribution";
import { startGoRound } from "@/lib/capture/session/commands/start-go-round";
import {
  restoreContribution,
  strikeContribution,
} from "@/lib/capture/contribution/commands/strike-contribution";
import { announcePresence } from "@/lib/capture/session/commands/announce-presence";
import { Batch, Operation } from "@/lib/capture/session/operation";
import { Refusal } from "@/lib/platform/errors";
import type { CommandWorld } from "../worlds/command-world";
import { HIDDEN, SEEN, facilitators, lead, row, type Row } from "./row";

/** A contribution as a browser sends it. */
const sentContribution = ({ roundtableId }: CommandWorld, saidAt = new Date().toISOString()) => ({
  do: "record" as const,
  id: randomUUID(),
  roundtableId,
  source: "unidentified" as const,
  wording: "gist" as const,
  text: "Something said",
  saidAt,
  sequence: 100_000,
  themeIds: [],
});
const NOW = "2026-03-05T14:00:00.000Z";

/**
 * A command that refuses contribution by contribution says so in its answer; where nothing is stored, nothing
 * was found.
 */
function requireStored(stored: boolean): void {
  if (!stored) throw new Refusal("not-found", "The contribution was not stored.");
}

export const CAPTURE_COMMANDS: Record<string, Row> = {
  planRoundtable: row(
    facilitators(SEEN),
    planRoundtable,
  )(({ reviewId }) => ({
    reviewId,
    title: `Roundtable ${randomUUID()}`,
    heldOn: new Date("2026-01-01"),
    host: "College",
    place: "Leeds",
    online: false,
    confidentiality: "role_only",
    questions: [],
  })),
  changeRoundtable: row(
    facilitators(HIDDEN),
    changeRoundtable,
  )(({ roundtableId, questionId }) => ({
    id: roundtableId,
    revision: 1,
    title: "Changed",
    heldOn: new Date("2026-01-01"),
    host: "College",
    place: "Leeds",
    online: false,
    confidentiality: "role_only",
    kept: [{ id: questionId, text: "What works?" }],
    questions: [],
  })),
  changeRoundtableState: row(
    lead(HIDDEN),
    changeRoundtableState,
  )(({ roundtableId }) => ({
    id: roundtableId,
    revision: 1,
    to: "closed",
  })),
  amendContribution: row(
    facilitators(HIDDEN),
    amendContribution,
  )(({ closedContributionId }) => ({
    id: closedContributionId,
    revision: 1,
    text: "In fact",
    reason: "Misheard",
  })),
  decideLate: row(
    lead(HIDDEN),
    decideLate,
  )(({ lateId }) => ({ id: lateId, decision: "set-aside", reason: "" })),
  recordContribution: row(
    facilitators(HIDDEN),
    recordContribution,
  )(({ roundtableId }) => ({
    id: randomUUID(),
    roundtableId,
    source: "unidentified",
    wording: "gist",
    text: "Something said",
  })),
  editContribution: row(
    facilitators(HIDDEN),
    editContribution,
  )(({ contributionId, participantId }) => ({
    id: contributionId,
    revision: 1,
    source: "identified",
    wording: "gist",
    text: "Other words",
    participantId,
  })),
  strikeContribution: row(
    facilitators(HIDDEN),
    strikeContribution,
  )(({ contributionId }) => ({
    id: contributionId,
    revision: 1,
  })),
  restoreContribution: row(
    facilitators(HIDDEN),
    restoreContribution,
  )(({ struckId }) => ({
    id: struckId,
    revision: 1,
  })),
  recordContributions: {
    roles: facilitators(HIDDEN),
    attempt: async (viewer, world) =>
      requireStored(
        (await recordContributions(viewer, world.roundtableId, [sentContribution(world)])).size === 1,
      ),
  },
  sendOperations: {
    roles: facilitators(HIDDEN),
    attempt: async (viewer, world) => {
      const operations = [Operation.parse(sentContribution(world))];
      const batch = Batch.parse({ version: 1, asUserId: viewer.userId, sentAt: NOW, operations });
      const { results } = await sendOperations(viewer, batch, async () => null);
      requireStored(results[0]?.outcome === "saved");
    },
  },
  splitContribution: row(
    facilitators(HIDDEN),
    splitContribution,
  )(({ contributionId }) => ({
    id: randomUUID(),
    contributionId,
    revision: 1,
    at: 5,
    saidAt: NOW,
    sequence: 1,
  })),
  mergeContributions: row(
    facilitators(HIDDEN),
    mergeContributions,
  )(({ contributionId, otherContributionId }) => ({
    id: randomUUID(),
    into: contributionId,
    intoRevision: 1,
    from: otherContributionId,
    fromRevision: 1,
  })),
  unmergeContributions: row(
    facilitators(HIDDEN),
    unmergeContributions,
  )(({ contributionId, otherContributionId }) => ({
    id: randomUUID(),
    into: contributionId,
    intoRevision: 1,
    from: otherContributionId,
  })),
  openQuestion: row(
    facilitators(HIDDEN),
    openQuestion,
  )(({ roundtableId, questionId }) => ({ id: randomUUID(), roundtableId, questionId, openedAt: NOW })),
  startGoRound: row(
    facilitators(HIDDEN),
    startGoRound,
  )(({ roundtableId, tableId }) => ({
    id: randomUUID(),
    roundtableId,
    tableId,
    text: "One change each",
    startedAt: NOW,
  })),
  endGoRound: row(facilitators(HIDDEN), endGoRound)(({ goRoundId }) => ({ goRoundId, endedAt: NOW })),
  passInGoRound: row(
    facilitators(HIDDEN),
    passInGoRound,
  )(({ goRoundId, participantId }) => ({ goRoundId, participantId })),
  arrangeTables: row(
    facilitators(HIDDEN),
    arrangeTables,
  )(({ roundtableId, participantId }) => ({
    roundtableId,
    tables: [{ id: null, name: "By the window", facilitatorId: null }],
    people: [{ participantId, table: 0 }],
  })),
  endTables: row(facilitators(HIDDEN), endTables)(({ roundtableId }) => ({ roundtableId })),
  announcePresence: row(
    facilitators(HIDDEN),
    announcePresence,
  )(({ roundtableId, participantId }) => ({
    roundtableId,
    tableId: null,
    writingFor: participantId,
    leaving: false,
  })),
  clearContribution: row(
    facilitators(HIDDEN),
    clearContribution,
  )(({ contributionId }) => ({
    id: contributionId,
    revision: 1,
    masks: [],
  })),
  clearWords: row(
    facilitators(HIDDEN),
    clearWords,
  )(({ contributionId }) => ({ id: contributionId, revision: 1, asked: [] })),
  withdrawClearance: row(
    facilitators(HIDDEN),
    withdrawClearance,
  )(({ contributionId }) => ({ id: contributionId })),
};
