import { attachChosen, startFinding } from "@/lib/synthesise/board/commands/attach-chosen";
import { mergeFindings } from "@/lib/synthesise/board/commands/merge-findings";
import { splitFinding } from "@/lib/synthesise/board/commands/split-finding";
import { undoFindingChange } from "@/lib/synthesise/board/commands/undo-finding-change";
import { forgetConfidence, setConfidence } from "@/lib/synthesise/confidence/commands/set-confidence";
import { attachEvidence, attachContributions } from "@/lib/synthesise/finding/commands/attach-evidence";
import { detachEvidence } from "@/lib/synthesise/finding/commands/detach-evidence";
import { editFinding, writeCounterView } from "@/lib/synthesise/finding/commands/edit-finding";
import { withdrawFinding } from "@/lib/synthesise/finding/commands/withdraw-finding";
import { writeFinding } from "@/lib/synthesise/finding/commands/write-finding";
import { restoreSummary } from "@/lib/synthesise/matrix/commands/restore-summary";
import { writeSummary } from "@/lib/synthesise/matrix/commands/write-summary";
import { HIDDEN, SEEN, facilitators, row, type Row } from "./row";

export const SYNTHESISE_COMMANDS: Record<string, Row> = {
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
    counterView: "",
    note: "",
  })),
  writeCounterView: row(
    facilitators(HIDDEN),
    writeCounterView,
  )(({ findingId }) => ({
    id: findingId,
    revision: 1,
    counterView: "Others say that it is not so.",
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
  )(({ findingId, contributionId }) => ({
    findingId,
    contributionId,
    bearing: "supports",
  })),
  attachContributions: row(
    facilitators(HIDDEN),
    attachContributions,
  )(({ findingId, contributionId }) => ({
    findingId,
    contributions: [{ contributionId, bearing: "contradicts" }],
  })),
  attachChosen: row(
    facilitators(HIDDEN),
    attachChosen,
  )(({ findingId, contributionId }) => ({
    findingId,
    bearing: "qualifies",
    contributions: [contributionId],
  })),
  startFinding: row(
    facilitators(SEEN),
    startFinding,
  )(({ reviewId, themeId, contributionId }) => ({
    reviewId,
    themeId,
    text: "It is new.",
    stance: "ask",
    contributions: [contributionId],
  })),
  splitFinding: row(
    facilitators(HIDDEN),
    splitFinding,
  )(({ findingId, contributionId }) => ({
    findingId,
    text: "Part of it is so.",
    stance: "ask",
    contributions: [contributionId],
  })),
  mergeFindings: row(
    facilitators(HIDDEN),
    mergeFindings,
  )(({ findingId, otherFindingId }) => ({
    id: findingId,
    revision: 1,
    otherId: otherFindingId,
    text: "Both are so.",
    stance: "ask",
  })),
  setConfidence: row(
    facilitators(HIDDEN),
    setConfidence,
  )(({ findingId }) => ({ findingId, level: "low", reason: "Few were asked." })),
  forgetConfidence: row(facilitators(HIDDEN), forgetConfidence)(({ findingId }) => ({ findingId })),
  writeSummary: row(
    facilitators(HIDDEN),
    writeSummary,
  )(({ reviewId, personId, themeId }) => ({
    reviewId,
    rows: "people",
    rowId: personId,
    themeId,
    revision: 2,
    text: "It is harder.",
    seen: [],
    combined: [],
  })),
  restoreSummary: row(
    facilitators(HIDDEN),
    restoreSummary,
  )(({ summaryId }) => ({ id: summaryId, revision: 2, from: 1 })),
  undoFindingChange: row(
    facilitators(HIDDEN),
    undoFindingChange,
  )(({ findingChangeId }) => ({ changeId: findingChangeId })),
  detachEvidence: row(
    facilitators(HIDDEN),
    detachEvidence,
  )(({ findingId, contributionId }) => ({
    findingId,
    contributionId,
  })),
};
