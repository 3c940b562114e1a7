import { requireCan, type Viewer } from "@/lib/access/policy";
import { command } from "@/lib/platform/command";
import { invalid } from "@/lib/platform/errors";
import { findFinding } from "@/lib/synthesise/finding/commands/edit-finding";
import { placeFinding } from "@/lib/synthesise/finding/commands/write-finding";
import type { SplitFindingInput } from "../finding-change";
import { holdFindings, moveEvidence } from "./move-evidence";
import { announceFindingChange, openFindingChange } from "./record-finding-change";

const SAME_WORDS = "A finding of this theme says this already. Write what the new one says";
const NONE_LEFT =
  "None of these contributions is attached to the finding any more. Check the list, then choose again";

/** Writes a new finding under the same theme, and moves the chosen evidence to it with its bearing. */
export const splitFinding = command(async (tx, viewer: Viewer, input: SplitFindingInput) => {
  const { findingId: otherId, contributions, text, stance } = input;
  const { reviewId, themeId } = await findFinding(tx, viewer, otherId);
  requireCan(viewer, "finding.write", { reviewId });
  const { id: findingId, created } = await placeFinding(tx, viewer, { reviewId, themeId, text, stance });
  if (!created) throw invalid(SAME_WORDS, "text");
  await holdFindings(tx, viewer, [findingId, otherId]);
  const change = { reviewId, kind: "split", findingId, otherId } as const;
  const changeId = await openFindingChange(tx, viewer, change);
  const moved = await moveEvidence(tx, viewer, {
    changeId,
    reviewId,
    fromId: otherId,
    toId: findingId,
    contributionIds: contributions,
  });
  if (moved === 0) throw invalid(NONE_LEFT, "contributions");
  await announceFindingChange(tx, viewer, changeId, change);
  return { findingId, moved };
});
