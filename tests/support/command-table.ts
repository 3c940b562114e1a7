import { randomUUID } from "node:crypto";
import { addMember, changeRole, removeMember } from "@/lib/access/member-commands";
import type { Viewer } from "@/lib/access/policy";
import { releaseFigures } from "@/lib/aggregate/commands";
import {
  changeIdentity,
  changeParticipant,
  recordPermission,
} from "@/lib/capture/commands/change-participant";
import { arrangeTables, endTables } from "@/lib/capture/commands/arrange-tables";
import { amendLine } from "@/lib/capture/commands/amend-line";
import { changeRoundtable } from "@/lib/capture/commands/change-roundtable";
import { changeRoundtableState } from "@/lib/capture/commands/change-roundtable-state";
import { clearContribution, clearWords, withdrawClearance } from "@/lib/capture/commands/clear-contribution";
import { decideErasure } from "@/lib/capture/commands/decide-erasure";
import { decideLate } from "@/lib/capture/commands/decide-late";
import { editContribution } from "@/lib/capture/commands/edit-contribution";
import { erasePerson } from "@/lib/capture/commands/erase-person";
import { chooseFile, keepRefusal } from "@/lib/capture/commands/choose-file";
import { settleColumns } from "@/lib/capture/commands/settle-columns";
import { settleSpeakers } from "@/lib/capture/commands/settle-speakers";
import { startImport } from "@/lib/capture/commands/start-import";
import { stopImport } from "@/lib/capture/commands/stop-import";
import { endRound } from "@/lib/capture/commands/end-round";
import { mergeContributions, unmergeContributions } from "@/lib/capture/commands/merge-contributions";
import { openQuestion } from "@/lib/capture/commands/open-question";
import { passInRound } from "@/lib/capture/commands/pass-in-round";
import { leaveReview, returnToReview } from "@/lib/capture/commands/leave-review";
import { planRoundtable } from "@/lib/capture/commands/plan-roundtable";
import { recordContribution } from "@/lib/capture/commands/record-contribution";
import { recordLines } from "@/lib/capture/commands/record-lines";
import { registerParticipant } from "@/lib/capture/commands/register-participant";
import { registerAttendance } from "@/lib/capture/commands/register-attendance";
import { changeWording } from "@/lib/capture/commands/change-wording";
import { choosePermission } from "@/lib/capture/commands/choose-permission";
import { loadSchools } from "@/lib/capture/commands/load-schools";
import { matchPeople, tellPeopleApart } from "@/lib/capture/commands/match-people";
import {
  endPermissionLink,
  makePermissionLink,
  makePermissionSlips,
} from "@/lib/capture/commands/permission-links";
import { separatePerson } from "@/lib/capture/commands/separate-person";
import { endHold, setHold } from "@/lib/capture/commands/set-hold";
import { setRetention } from "@/lib/capture/commands/set-retention";
import { restoreContribution, strikeContribution } from "@/lib/capture/commands/strike-contribution";
import { seatParticipant } from "@/lib/capture/commands/seat-participant";
import { sendOperations } from "@/lib/capture/commands/send-operations";
import { splitContribution } from "@/lib/capture/commands/split-contribution";
import { startRound } from "@/lib/capture/commands/start-round";
import { tellPresence } from "@/lib/capture/commands/tell-presence";
import { undoImport } from "@/lib/capture/commands/undo-import";
import { Batch, Operation } from "@/lib/capture/operation";
import type { Command } from "@/lib/platform/command";
import { transaction } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { addBlock, moveBlock, removeBlock, restoreBlock } from "@/lib/report/commands/arrange-blocks";
import { editBlock } from "@/lib/report/commands/edit-block";
import { generateDraft } from "@/lib/report/commands/generate-draft";
import { openForComments, publishReport } from "@/lib/report/commands/publish-report";
import { saveVersion } from "@/lib/report/commands/save-version";
import { setClaimEvidence } from "@/lib/report/commands/set-claim-evidence";
import { addComment, replyToComment } from "@/lib/review/commands/add-comment";
import { commentOnBlock } from "@/lib/review/commands/comment-on-block";
import { editOwnComment, reopenComment, resolveComment } from "@/lib/review/commands/settle-comment";
import { attachEvidence, attachLines } from "@/lib/synthesise/commands/attach-evidence";
import { detachEvidence } from "@/lib/synthesise/commands/detach-evidence";
import { editFinding } from "@/lib/synthesise/commands/edit-finding";
import { withdrawFinding } from "@/lib/synthesise/commands/withdraw-finding";
import { writeFinding } from "@/lib/synthesise/commands/write-finding";
import { addTheme } from "@/lib/tag/commands/add-theme";
import { changeStance } from "@/lib/tag/commands/change-stance";
import { changeTaggings } from "@/lib/tag/commands/change-taggings";
import { changeTheme } from "@/lib/tag/commands/change-theme";
import { installCodebook } from "@/lib/tag/commands/install-codebook";
import { removeTagging } from "@/lib/tag/commands/remove-tagging";
import { restoreTheme, retireTheme } from "@/lib/tag/commands/retire-theme";
import { setTagging } from "@/lib/tag/commands/set-tagging";
import type { CommandWorld } from "./command-world";

/**
 * Every command of the application, and what each role gets when it tries it on the world of
 * command-world.ts: a commands' module that exports one more than this table names fails its test.
 */
type Outcome = "ok" | "forbidden" | "not-found" | "invalid";
type Role = "lead" | "facilitator" | "reviewer" | "fellow";
type Row = {
  roles: Record<Role, Outcome>;
  attempt: (viewer: Viewer, world: CommandWorld) => Promise<unknown>;
};

class RollBack extends Error {}

/** Runs the command in a transaction that is rolled back, so that the next role finds the world as it was. */
async function tried<Input>(
  command: Command<Viewer, Input, unknown>,
  viewer: Viewer,
  input: Input,
): Promise<void> {
  await transaction(async (tx) => {
    await command.within(tx, viewer, input);
    throw new RollBack();
  }).catch((error: unknown) => {
    if (!(error instanceof RollBack)) throw error;
  });
}

/** In two steps, so that the command decides what its input must be. */
function row<Input>(roles: Row["roles"], command: Command<Viewer, Input, unknown>) {
  return (input: (world: CommandWorld) => Input): Row => ({
    roles,
    attempt: (viewer, world) => tried(command, viewer, input(world)),
  });
}

// What is said of a thing that only facilitators see is "not found"; of what everybody sees, "forbidden".
const HIDDEN = { reviewer: "not-found", fellow: "not-found" } as const;
const SEEN = { reviewer: "forbidden", fellow: "forbidden" } as const;
const facilitators = (others: typeof HIDDEN | typeof SEEN) =>
  ({ lead: "ok", facilitator: "ok", ...others }) as const;
const lead = (others: typeof HIDDEN | typeof SEEN) =>
  ({ lead: "ok", facilitator: "forbidden", ...others }) as const;
/** A draft that is out for comment: DfE reviewers do not see it, Fellows do. */
const ON_DRAFT = { lead: "ok", facilitator: "ok", reviewer: "not-found", fellow: "forbidden" } as const;
const OF_LEAD_ON_DRAFT = { ...ON_DRAFT, facilitator: "forbidden" } as const;
const COMMENTING = { ...ON_DRAFT, fellow: "ok" } as const;

/** A line as a browser sends it. */
const sentLine = ({ roundtableId }: CommandWorld, saidAt = new Date().toISOString()) => ({
  ...{ do: "record" as const, id: randomUUID(), roundtableId, source: "unidentified" as const },
  ...{ kind: "note" as const, text: "Something said", saidAt, sequence: 100_000, themeIds: [] },
});
const NOW = "2026-03-05T14:00:00.000Z";

/** A command that refuses line by line says so in its answer; nothing stored is nothing found. */
function requireStored(stored: boolean): void {
  if (!stored) throw new Refusal("not-found", "The line was not stored.");
}

const csv = () => new TextEncoder().encode(`text,speaker\nSomething said ${randomUUID()},\n`);

/** An extract of the register of schools that holds its heading alone. */
async function* register() {
  await Promise.resolve();
  const columns = "TypeOfEstablishment EstablishmentTypeGroup EstablishmentStatus PhaseOfEducation GOR";
  const titles = columns.split(" ").map((column) => `${column} (name)`);
  yield new TextEncoder().encode(`URN,EstablishmentName,${titles.join(",")}\n`);
}

export const COMMAND_TABLE: Record<string, Row> = {
  addMember: row(
    lead(SEEN),
    addMember,
  )(({ reviewId }) => ({
    reviewId,
    name: "New",
    email: `${randomUUID()}@example.org`,
    role: "fellow",
  })),
  changeRole: row(lead(HIDDEN), changeRole)(({ membershipId }) => ({ membershipId, role: "reviewer" })),
  removeMember: row(lead(HIDDEN), removeMember)(({ membershipId }) => ({ membershipId })),

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
  registerParticipant: row(
    facilitators(HIDDEN),
    registerParticipant,
  )(({ roundtableId }) => ({
    roundtableId,
  })),
  changeParticipant: row(
    facilitators(HIDDEN),
    changeParticipant,
  )(({ participantId }) => ({
    id: participantId,
    role: "SENCO",
  })),
  registerAttendance: row(
    facilitators(HIDDEN),
    registerAttendance,
  )(({ roundtableId }) => ({
    roundtableId,
    rows: [{ line: 2, cells: { name: "Somebody New" } }],
  })),
  makePermissionLink: row(
    facilitators(HIDDEN),
    makePermissionLink,
  )(({ participantId }) => ({
    participantId,
  })),
  endPermissionLink: row(
    facilitators(HIDDEN),
    endPermissionLink,
  )(({ participantId }) => ({
    participantId,
  })),
  makePermissionSlips: row(
    facilitators(HIDDEN),
    makePermissionSlips,
  )(({ roundtableId }) => ({
    roundtableId,
    whose: "all",
  })),
  // The secret of a link lets whoever has it choose; no role does without it.
  choosePermission: row(
    { lead: "not-found", facilitator: "not-found", ...HIDDEN },
    choosePermission,
  )(() => ({ token: "x".repeat(43), level: "verbatim", wording: 1, means: "link" })),
  changeWording: row(
    lead(SEEN),
    changeWording,
  )(({ reviewId }) => ({
    reviewId,
    version: 1,
    text: "Another wording.",
  })),
  loadSchools: {
    roles: lead(SEEN),
    attempt: (viewer, { reviewId }) => loadSchools(viewer, { reviewId, bytes: register() }),
  },
  matchPeople: row(
    facilitators(HIDDEN),
    matchPeople,
  )(({ personId, otherPersonId }) => ({ personId, otherId: otherPersonId })),
  tellPeopleApart: row(
    facilitators(HIDDEN),
    tellPeopleApart,
  )(({ personId, otherPersonId }) => ({ personId, otherId: otherPersonId })),
  separatePerson: row(facilitators(HIDDEN), separatePerson)(({ personId }) => ({ personId })),
  changeIdentity: row(facilitators(HIDDEN), changeIdentity)(({ personId }) => ({ personId, name: "Name" })),
  recordPermission: row(
    facilitators(HIDDEN),
    recordPermission,
  )(({ participantId }) => ({
    participantId,
    level: "paraphrase",
    means: "paper",
  })),
  erasePerson: row(lead(HIDDEN), erasePerson)(({ personId }) => ({ personId })),
  decideErasure: row(
    lead(SEEN),
    decideErasure,
  )(({ erasureRequestId }) => ({ requestId: erasureRequestId, decision: "refuse", reason: "A court asked" })),
  setHold: row(
    lead(SEEN),
    setHold,
  )(({ reviewId, personId }) => ({ reviewId, personId, reason: "A request" })),
  endHold: row(lead(SEEN), endHold)(({ holdId }) => ({ id: holdId })),
  setRetention: row(lead(SEEN), setRetention)(({ reviewId }) => ({ reviewId, months: 12 })),
  leaveReview: row(facilitators(HIDDEN), leaveReview)(({ personId }) => ({ personId })),
  returnToReview: row(facilitators(HIDDEN), returnToReview)(({ personId }) => ({ personId })),
  amendLine: row(
    facilitators(HIDDEN),
    amendLine,
  )(({ closedLineId }) => ({ id: closedLineId, revision: 1, text: "In fact", reason: "Misheard" })),
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
    kind: "note",
    text: "Something said",
  })),
  editContribution: row(
    facilitators(HIDDEN),
    editContribution,
  )(({ lineId, participantId }) => ({
    id: lineId,
    revision: 1,
    source: "identified",
    kind: "note",
    text: "Other words",
    participantId,
  })),
  strikeContribution: row(
    facilitators(HIDDEN),
    strikeContribution,
  )(({ lineId }) => ({
    id: lineId,
    revision: 1,
  })),
  restoreContribution: row(
    facilitators(HIDDEN),
    restoreContribution,
  )(({ struckId }) => ({
    id: struckId,
    revision: 1,
  })),
  recordLines: {
    roles: facilitators(HIDDEN),
    attempt: async (viewer, world) =>
      requireStored((await recordLines(viewer, world.roundtableId, [sentLine(world)])).size === 1),
  },
  sendOperations: {
    roles: facilitators(HIDDEN),
    attempt: async (viewer, world) => {
      const operations = [Operation.parse(sentLine(world))];
      const batch = Batch.parse({ version: 1, asUserId: viewer.userId, sentAt: NOW, operations });
      const { results } = await sendOperations(viewer, batch, async () => {});
      requireStored(results[0]?.outcome === "saved");
    },
  },
  splitContribution: row(
    facilitators(HIDDEN),
    splitContribution,
  )(({ lineId }) => ({
    id: randomUUID(),
    contributionId: lineId,
    revision: 1,
    at: 5,
    saidAt: NOW,
    sequence: 1,
  })),
  mergeContributions: row(
    facilitators(HIDDEN),
    mergeContributions,
  )(({ lineId, otherLineId }) => ({
    id: randomUUID(),
    into: lineId,
    intoRevision: 1,
    from: otherLineId,
    fromRevision: 1,
  })),
  unmergeContributions: row(
    facilitators(HIDDEN),
    unmergeContributions,
  )(({ lineId, otherLineId }) => ({
    id: randomUUID(),
    into: lineId,
    intoRevision: 1,
    from: otherLineId,
  })),
  openQuestion: row(
    facilitators(HIDDEN),
    openQuestion,
  )(({ roundtableId, questionId }) => ({ id: randomUUID(), roundtableId, questionId, openedAt: NOW })),
  startRound: row(
    facilitators(HIDDEN),
    startRound,
  )(({ roundtableId, tableId }) => ({
    id: randomUUID(),
    roundtableId,
    tableId,
    text: "One change each",
    startedAt: NOW,
  })),
  endRound: row(facilitators(HIDDEN), endRound)(({ roundId }) => ({ roundId, endedAt: NOW })),
  passInRound: row(
    facilitators(HIDDEN),
    passInRound,
  )(({ roundId, participantId }) => ({ roundId, participantId })),
  arrangeTables: row(
    facilitators(HIDDEN),
    arrangeTables,
  )(({ roundtableId, participantId }) => ({
    roundtableId,
    tables: [{ id: null, name: "By the window", facilitatorId: null }],
    people: [{ participantId, table: 0 }],
  })),
  endTables: row(facilitators(HIDDEN), endTables)(({ roundtableId }) => ({ roundtableId })),
  seatParticipant: row(
    facilitators(HIDDEN),
    seatParticipant,
  )(({ participantId, tableId }) => ({ participantId, seat: "A3", tableId })),
  tellPresence: row(
    facilitators(HIDDEN),
    tellPresence,
  )(({ roundtableId, participantId }) => ({
    roundtableId,
    tableId: null,
    writingFor: participantId,
    leaving: false,
  })),
  clearContribution: row(
    facilitators(HIDDEN),
    clearContribution,
  )(({ lineId }) => ({
    id: lineId,
    revision: 1,
    masks: [],
  })),
  clearWords: row(facilitators(HIDDEN), clearWords)(({ lineId }) => ({ id: lineId, revision: 1, asked: [] })),
  withdrawClearance: row(facilitators(HIDDEN), withdrawClearance)(({ lineId }) => ({ id: lineId })),
  chooseFile: {
    roles: facilitators(HIDDEN),
    attempt: (viewer, { roundtableId }) =>
      chooseFile(viewer, { roundtableId, fileName: "lines.csv", bytes: csv() }),
  },
  keepRefusal: {
    roles: facilitators(HIDDEN),
    attempt: (viewer, { roundtableId }) => keepRefusal(viewer, { roundtableId, reason: "It is a picture." }),
  },
  settleColumns: {
    roles: facilitators(HIDDEN),
    attempt: (viewer, { chosenId }) =>
      settleColumns(viewer, { importId: chosenId, entries: { "0": "text" }, kind: "note" }),
  },
  settleSpeakers: row(
    facilitators(HIDDEN),
    settleSpeakers,
  )(({ chosenId }) => ({ importId: chosenId, entries: {} })),
  startImport: row(facilitators(HIDDEN), startImport)(({ chosenId }) => ({ importId: chosenId })),
  stopImport: row(facilitators(HIDDEN), stopImport)(({ chosenId }) => ({ importId: chosenId })),
  undoImport: row(facilitators(HIDDEN), undoImport)(({ importId }) => ({ importId })),

  installCodebook: row(lead(SEEN), installCodebook)(({ reviewId }) => ({ reviewId, themes: [] })),
  addTheme: row(
    lead(SEEN),
    addTheme,
  )(({ reviewId }) => ({
    reviewId,
    axis: "theme",
    title: "New theme",
    definition: "It",
    includes: "",
    excludes: "",
  })),
  changeTheme: row(
    lead(SEEN),
    changeTheme,
  )(({ themeId }) => ({
    id: themeId,
    revision: 1,
    title: "Renamed",
    definition: "It",
    includes: "",
    excludes: "",
  })),
  retireTheme: row(lead(SEEN), retireTheme)(({ themeId }) => ({ id: themeId })),
  restoreTheme: row(lead(SEEN), restoreTheme)(({ themeId }) => ({ id: themeId })),
  setTagging: row(
    facilitators(HIDDEN),
    setTagging,
  )(({ lineId, themeId }) => ({
    contributionId: lineId,
    themeId,
    stance: "ask",
  })),
  changeTaggings: row(
    facilitators(HIDDEN),
    changeTaggings,
  )(({ lineId, themeId }) => ({
    change: "set",
    contributionId: lineId,
    themeId,
    stance: "ask",
  })),
  removeTagging: row(lead(HIDDEN), removeTagging)(({ taggingId }) => ({ id: taggingId })),
  // Another coder's stance is theirs: a lead may take it away, and nobody may change it.
  changeStance: row(
    { ...lead(HIDDEN), lead: "forbidden" },
    changeStance,
  )(({ taggingId }) => ({
    id: taggingId,
    stance: "observation",
  })),

  writeFinding: row(
    facilitators(SEEN),
    writeFinding,
  )(({ reviewId, themeId }) => ({
    reviewId,
    themeId,
    text: "It is so.",
    stance: "ask",
  })),
  editFinding: row(
    facilitators(HIDDEN),
    editFinding,
  )(({ findingId, themeId }) => ({
    id: findingId,
    revision: 1,
    themeId,
    text: "It is otherwise.",
    stance: "ask",
  })),
  withdrawFinding: row(
    facilitators(HIDDEN),
    withdrawFinding,
  )(({ findingId }) => ({
    id: findingId,
    revision: 1,
  })),
  attachEvidence: row(
    facilitators(HIDDEN),
    attachEvidence,
  )(({ findingId, lineId }) => ({
    findingId,
    contributionId: lineId,
    bearing: "supports",
  })),
  attachLines: row(
    facilitators(HIDDEN),
    attachLines,
  )(({ findingId, lineId }) => ({
    findingId,
    lines: [{ contributionId: lineId, bearing: "contradicts" }],
  })),
  detachEvidence: row(
    facilitators(HIDDEN),
    detachEvidence,
  )(({ findingId, lineId }) => ({
    findingId,
    contributionId: lineId,
  })),

  releaseFigures: row(lead(SEEN), releaseFigures)(({ reviewId }) => ({ reviewId })),

  generateDraft: {
    roles: facilitators(SEEN),
    attempt: (viewer, { reviewId }) =>
      generateDraft(viewer, { reviewId, roundtableId: null, title: `Draft ${randomUUID()}` }),
  },
  editBlock: row(
    ON_DRAFT,
    editBlock,
  )(({ blockId }) => ({
    blockId,
    revision: 1,
    sentences: [{ text: "Mine.", voice: "framing", claimId: null }],
  })),
  addBlock: row(
    ON_DRAFT,
    addBlock,
  )(({ reportId }) => ({
    id: randomUUID(),
    reportId,
    section: "final",
    type: "paragraph",
  })),
  removeBlock: row(ON_DRAFT, removeBlock)(({ blockId }) => ({ blockId })),
  restoreBlock: row(ON_DRAFT, restoreBlock)(({ blockId }) => ({ blockId })),
  moveBlock: row(
    ON_DRAFT,
    moveBlock,
  )(({ blockId, otherBlockId }) => ({
    blockId,
    place: "after",
    otherId: otherBlockId,
  })),
  setClaimEvidence: row(
    ON_DRAFT,
    setClaimEvidence,
  )(({ claimId, lineId }) => ({
    claimId,
    supports: [lineId],
    contradicts: [],
  })),
  saveVersion: row(ON_DRAFT, saveVersion)(({ reportId }) => ({ reportId, note: "" })),
  openForComments: row(OF_LEAD_ON_DRAFT, openForComments)(({ reportId }) => ({ reportId })),
  // Its final thoughts are not written yet, so that a check stands against it even for the lead.
  publishReport: row(
    { ...OF_LEAD_ON_DRAFT, lead: "invalid" },
    publishReport,
  )(({ reportId }) => ({
    reportId,
  })),

  addComment: row(
    COMMENTING,
    addComment,
  )(({ reportId, versionId, quoted }) => ({
    id: randomUUID(),
    reportId,
    versionId,
    ...quoted,
    body: "Why?",
  })),
  commentOnBlock: row(
    COMMENTING,
    commentOnBlock,
  )(({ reportId, versionId, quoted }) => ({
    id: randomUUID(),
    reportId,
    versionId,
    blockId: quoted.blockId,
    words: "",
    body: "Why?",
  })),
  replyToComment: row(
    COMMENTING,
    replyToComment,
  )(({ commentId }) => ({
    id: randomUUID(),
    parentId: commentId,
    body: "Because.",
  })),
  // Whoever is not its author may not touch the words of a comment.
  editOwnComment: row(
    { lead: "not-found", facilitator: "not-found", reviewer: "not-found", fellow: "ok" },
    editOwnComment,
  )(({ commentId }) => ({ id: commentId, revision: 1, body: "Rather: how?" })),
  resolveComment: row(ON_DRAFT, resolveComment)(({ commentId }) => ({ id: commentId })),
  reopenComment: row(ON_DRAFT, reopenComment)(({ commentId }) => ({ id: commentId })),
};
