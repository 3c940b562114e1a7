import { randomUUID } from "node:crypto";
import { announceWriting } from "@/lib/report/draft/commands/announce-writing";
import { addBlock, moveBlock, removeBlock, restoreBlock } from "@/lib/report/draft/commands/arrange-blocks";
import { bindRelease } from "@/lib/report/draft/commands/bind-release";
import { editBlock } from "@/lib/report/draft/commands/edit-block";
import { generateDraft } from "@/lib/report/draft/commands/generate-draft";
import { openForComments, publishReport } from "@/lib/report/version/commands/publish-report";
import { withdrawVersion } from "@/lib/report/version/commands/withdraw-version";
import { takeSuggestions } from "@/lib/report/returned/commands/take-suggestions";
import { acceptUnedited, answerProposal } from "@/lib/report/regenerate/commands/answer-proposal";
import { takeBack } from "@/lib/report/regenerate/commands/take-back";
import { restoreVersion } from "@/lib/report/version/commands/restore-version";
import { saveVersion } from "@/lib/report/version/commands/save-version";
import { saveDraft } from "@/lib/report/draft/commands/save-draft";
import { endWaiver, waiveCheck } from "@/lib/report/check/commands/waive-check";
import { canonicalJson } from "@/lib/platform/canonical-json";
import { setHouseStyle } from "@/lib/report/draft/commands/set-house-style";
import { USUAL_STYLE } from "@/lib/report/draft/house-style";
import { setClaimEvidence } from "@/lib/report/draft/commands/set-claim-evidence";
import { SEEN, facilitators, lead, ON_DRAFT, row, rowOutside, type Row } from "./row";

const OF_LEAD_ON_DRAFT = { ...ON_DRAFT, facilitator: "forbidden" } as const;

export const REPORT_COMMANDS: Record<string, Row> = {
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
    passages: [{ text: "Mine.", voice: "framing", claimId: null }],
  })),
  saveDraft: row(
    ON_DRAFT,
    saveDraft,
  )(({ reportId, blockId }) => ({
    reportId,
    changed: [],
    removed: [{ id: blockId, revision: 1 }],
    order: [blockId],
    rearranged: false,
    claims: [],
    known: { [blockId]: 1 },
  })),
  announceWriting: row(ON_DRAFT, announceWriting)(({ reportId, blockId }) => ({ reportId, blockId })),
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
  )(({ claimId, contributionId }) => ({
    claimId,
    supports: [contributionId],
    contradicts: [],
  })),
  // There is no release to bind it to: tests/database/report/draft.test.ts shows one bound.
  bindRelease: row(
    { ...ON_DRAFT, lead: "invalid", facilitator: "invalid" },
    bindRelease,
  )(({ reportId }) => ({ reportId, releaseId: randomUUID() })),
  saveVersion: row(ON_DRAFT, saveVersion)(({ reportId }) => ({ reportId, name: "" })),
  restoreVersion: row(ON_DRAFT, restoreVersion)(({ versionId }) => ({ versionId })),
  // There is no such proposal: tests/database/report/regenerate.test.ts answers some.
  answerProposal: rowOutside(
    { ...ON_DRAFT, lead: "stale", facilitator: "stale" },
    answerProposal,
  )(({ reportId }) => ({ reportId, proposal: "0".repeat(64), answer: "leave" })),
  acceptUnedited: rowOutside(
    { ...ON_DRAFT, lead: "stale", facilitator: "stale" },
    acceptUnedited,
  )(({ reportId }) => ({ reportId, proposals: "0".repeat(64) })),
  // Nothing was accepted: tests/database/report/regenerate.test.ts takes some back.
  takeBack: row(
    { ...ON_DRAFT, lead: "stale", facilitator: "stale" },
    takeBack,
  )(({ reportId }) => ({ reportId, accepted: "0".repeat(64) })),
  takeSuggestions: row(
    ON_DRAFT,
    takeSuggestions,
  )(({ reportId }) => ({ reportId, suggestions: [], added: [] })),
  openForComments: row(OF_LEAD_ON_DRAFT, openForComments)(({ reportId }) => ({ reportId })),
  // It is bound to no release, so that a check stands against it even for the lead.
  publishReport: rowOutside(
    { ...OF_LEAD_ON_DRAFT, lead: "invalid" },
    publishReport,
  )(({ reportId }) => ({
    reportId,
  })),
  setHouseStyle: row(
    lead(SEEN),
    setHouseStyle,
  )(({ reviewId }) => ({
    reviewId,
    people: "Fellows",
    figures: false,
    avoid: [],
    was: canonicalJson(USUAL_STYLE),
  })),
  // No such check stands against the draft: tests/database/report/waivers.test.ts sets one aside.
  waiveCheck: row(
    { ...OF_LEAD_ON_DRAFT, lead: "invalid" },
    waiveCheck,
  )(({ reportId, blockId }) => ({
    reportId,
    blockId,
    revision: 1,
    check: "framing 0",
    reason: "It is a title.",
  })),
  endWaiver: row(OF_LEAD_ON_DRAFT, endWaiver)(({ waiverId }) => ({ waiverId })),
  // The version of the draft that is out for comment is not published, so that even the lead withdraws nothing.
  withdrawVersion: row(
    { ...OF_LEAD_ON_DRAFT, lead: "invalid" },
    withdrawVersion,
  )(({ versionId }) => ({ versionId, notice: "A figure was wrong." })),
};
