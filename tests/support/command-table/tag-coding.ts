import { randomUUID } from "node:crypto";
import { flagContribution } from "@/lib/tag/coding/commands/flag-contribution";
import { markNpq } from "@/lib/tag/coding/commands/mark-npq";
import { putStance } from "@/lib/tag/coding/commands/put-stance";
import { rejectSuggestion } from "@/lib/tag/coding/commands/reject-suggestion";
import { reopenTagging } from "@/lib/tag/coding/commands/reopen-tagging";
import { suggestThemes } from "@/lib/tag/suggestion/commands/suggest-themes";
import { contributionsDigest } from "@/lib/tag/coding/batch";
import { tagBatch, undoBatch } from "@/lib/tag/coding/commands/tag-batch";
import { changeMemo, withdrawMemo, writeMemo } from "@/lib/tag/coding/commands/write-memo";
import { HIDDEN, SEEN, facilitators, row, type Row } from "./row";

/** A colleague's memo is theirs: not even the lead changes it. */
const ITS_AUTHOR = { ...facilitators(HIDDEN), lead: "forbidden" } as const;

export const TAG_CODING_COMMANDS: Record<string, Row> = {
  flagContribution: row(
    facilitators(HIDDEN),
    flagContribution,
  )(({ contributionId }) => ({ contributionId, flagged: true })),
  markNpq: row(
    facilitators(HIDDEN),
    markNpq,
  )(({ contributionId }) => ({ contributionId, npq: "NPQLTD", about: true })),
  putStance: row(
    facilitators(HIDDEN),
    putStance,
  )(({ contributionId, themeId }) => ({ contributionId, themeId, stance: "ask", explicit: false })),
  writeMemo: row(
    facilitators(HIDDEN),
    writeMemo,
  )(({ contributionId }) => ({
    id: randomUUID(),
    contributionId,
    text: "Is this two things?",
  })),
  changeMemo: row(
    ITS_AUTHOR,
    changeMemo,
  )(({ memoId }) => ({ id: memoId, revision: 1, text: "What else is meant?" })),
  withdrawMemo: row(ITS_AUTHOR, withdrawMemo)(({ memoId }) => ({ id: memoId })),
  rejectSuggestion: row(
    facilitators(HIDDEN),
    rejectSuggestion,
  )(({ contributionId, themeId }) => ({ contributionId, themeId, rejected: true })),
  // It suggests, and records that it did: that is not a decision, so it need not be rolled back.
  suggestThemes: {
    roles: facilitators(SEEN),
    attempt: (viewer, { reviewId, otherContributionId }) =>
      suggestThemes(viewer, { reviewId, contributionIds: [otherContributionId], shown: true }),
  },
  // Nobody took this one off: it stands, and reopening it changes nothing.
  reopenTagging: row(facilitators(HIDDEN), reopenTagging)(({ taggingId }) => ({ id: taggingId })),
  tagBatch: row(
    facilitators(SEEN),
    tagBatch,
  )(({ reviewId, contributionId, themeId }) => ({
    id: randomUUID(),
    reviewId,
    contributionIds: [contributionId],
    expected: contributionsDigest([contributionId]),
    themeId,
    stance: "ask",
    suggestionsShown: false,
  })),
  undoBatch: row(facilitators(SEEN), undoBatch)(({ batchId }) => ({ id: batchId })),
};
