import { randomUUID } from "node:crypto";
import { addMember, changeRole, removeMember } from "@/lib/access/member-commands";
import type { Viewer } from "@/lib/access/policy";
import { releaseFigures } from "@/lib/aggregate/commands";
import {
  changeIdentity,
  changeParticipant,
  recordPermission,
} from "@/lib/capture/commands/change-participant";
import { changeRoundtable } from "@/lib/capture/commands/change-roundtable";
import { changeRoundtableState } from "@/lib/capture/commands/change-roundtable-state";
import { clearContribution, clearWords, withdrawClearance } from "@/lib/capture/commands/clear-contribution";
import { editContribution } from "@/lib/capture/commands/edit-contribution";
import { erasePerson } from "@/lib/capture/commands/erase-person";
import { importContributions } from "@/lib/capture/commands/import-contributions";
import { planRoundtable } from "@/lib/capture/commands/plan-roundtable";
import { recordContribution } from "@/lib/capture/commands/record-contribution";
import { registerParticipant } from "@/lib/capture/commands/register-participant";
import { restoreContribution, strikeContribution } from "@/lib/capture/commands/strike-contribution";
import { undoImport } from "@/lib/capture/commands/undo-import";
import type { Command } from "@/lib/platform/command";
import { transaction } from "@/lib/platform/db";
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

const csv = () => new TextEncoder().encode(`text,speaker\nSomething said ${randomUUID()},\n`);

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
  importContributions: {
    roles: facilitators(HIDDEN),
    attempt: (viewer, { roundtableId }) =>
      importContributions(viewer, {
        roundtableId,
        fileName: "lines.csv",
        bytes: csv(),
        unknownSpeakers: "unidentified",
      }),
  },
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
