import type { Viewer } from "@/lib/access/policy";
import { setPermission } from "@/lib/capture/people/commands/participant-rows";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { notFound, Refusal } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { ChoosePermissionInput } from "../permission";
import { linkThatOpens } from "../queries/permission-links";

/**
 * A participant's own choice. The secret in their link authorises it, whoever is signed in on the same
 * browser. A wording that changed while they read is refused, so that nobody agrees to words they have not
 * seen.
 */
export const choosePermission = command(
  async (tx, _viewer: Viewer | null, { token, level, wording, means }: ChoosePermissionInput) => {
    const link = await tx.permissionLink.findFirst({
      where: linkThatOpens(token),
      select: { id: true, participant: { select: { id: true, reviewId: true, roundtableId: true } } },
    });
    if (!link) throw notFound("link");
    const { id, reviewId, roundtableId } = link.participant;
    const latest = await tx.permissionWording.findFirst({
      where: { reviewId },
      orderBy: { version: "desc" },
      select: { version: true },
    });
    if (latest?.version !== wording)
      throw new Refusal("stale", "The wording has changed since you opened this page. Read it again.");
    const changed = await setPermission(tx, { participantId: id, reviewId }, { level, means }, null);
    if (changed) {
      await audit(tx, {
        reviewId,
        actorId: null,
        action: "permission.choose",
        subjectType: "participant",
        subjectId: id,
        detail: { linkId: link.id, means, wording },
      });
      await publish(tx, { kind: "participant.changed", reviewId, roundtableId });
    }
    return { id };
  },
);
