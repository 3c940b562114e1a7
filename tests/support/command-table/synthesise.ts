import { attachEvidence, attachContributions } from "@/lib/synthesise/finding/commands/attach-evidence";
import { detachEvidence } from "@/lib/synthesise/finding/commands/detach-evidence";
import { editFinding, writeCounterView } from "@/lib/synthesise/finding/commands/edit-finding";
import { withdrawFinding } from "@/lib/synthesise/finding/commands/withdraw-finding";
import { writeFinding } from "@/lib/synthesise/finding/commands/write-finding";
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
  detachEvidence: row(
    facilitators(HIDDEN),
    detachEvidence,
  )(({ findingId, contributionId }) => ({
    findingId,
    contributionId,
  })),
};
