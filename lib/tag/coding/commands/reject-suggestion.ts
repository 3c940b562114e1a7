import { requireCan, type Viewer } from "@/lib/access/policy";
import { command } from "@/lib/platform/command";
import { audit } from "@/lib/platform/audit/audit";
import { findOpenContribution } from "./set-tagging";

type RejectInput = { contributionId: string; themeId: string; rejected: boolean };

/** Rejects a suggested theme for a contribution, or undoes that. Doing it twice has no further effect. */
export const rejectSuggestion = command(
  async (tx, viewer: Viewer, { contributionId, themeId, rejected }: RejectInput) => {
    const contribution = await findOpenContribution(tx, viewer, contributionId);
    requireCan(viewer, "tagging.set", contribution);
    const decision = { decidedAt: new Date(), decidedById: viewer.userId, shown: true };
    const { count } = rejected
      ? await tx.suggestion.updateMany({
          where: { contributionId, themeId, OR: [{ decision: null }, { decision: "overridden" }] },
          data: { ...decision, decision: "rejected" },
        })
      : await tx.suggestion.updateMany({
          where: { contributionId, themeId, decision: "rejected" },
          data: { decision: null, decidedAt: null, decidedById: null, shown: null },
        });
    if (count > 0)
      await audit(tx, {
        reviewId: contribution.reviewId,
        actorId: viewer.userId,
        action: rejected ? "suggestion.reject" : "suggestion.reconsider",
        subjectType: "contribution",
        subjectId: contributionId,
        detail: { themeId },
      });
    return { contributionId };
  },
);
