import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleFlags } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { endAfter } from "@/lib/platform/text/dates";
import { publish } from "@/lib/platform/events";
import { findOpenContribution } from "./set-tagging";

type FlagInput = { contributionId: string; flagged: boolean };

/**
 * Flags a contribution for discussion, or removes the flag, for everybody whose flag the viewer sees. Doing
 * either twice has no further effect.
 */
export const flagContribution = command(
  async (tx, viewer: Viewer, { contributionId, flagged }: FlagInput) => {
    const contribution = await findOpenContribution(tx, viewer, contributionId);
    requireCan(viewer, "tagging.set", contribution);
    const { reviewId, roundtableId } = contribution;
    const seen = { AND: [{ contributionId }, visibleFlags(viewer)] };
    const { _count, _max } = await tx.discussionFlag.aggregate({
      where: seen,
      _count: true,
      _max: { from: true },
    });
    if (flagged === _count > 0) return { contributionId };
    const { count } = flagged
      ? await tx.discussionFlag.createMany({
          data: [{ reviewId, contributionId, byId: viewer.userId }],
          skipDuplicates: true,
        })
      : await tx.discussionFlag.updateMany({
          where: seen,
          data: { until: endAfter(_max.from), endedById: viewer.userId },
        });
    if (count > 0) {
      await audit(tx, {
        reviewId,
        actorId: viewer.userId,
        action: flagged ? "contribution.flag" : "contribution.unflag",
        subjectType: "contribution",
        subjectId: contributionId,
      });
      await publish(tx, { kind: "tagging", reviewId, roundtableId, ids: [] });
    }
    return { contributionId };
  },
);
