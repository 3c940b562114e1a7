import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleFindings } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { notFound, Refusal } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { FindingEditInput } from "../finding";
import { findTheme } from "./write-finding";

const STALE =
  "Somebody changed this finding while you were writing. What you typed is still in the form, and the current finding is shown above it. Combine the two, then save again.";

/** Changes a statement, its stance or its theme, and keeps the earlier version. */
export const editFinding = command(async (tx, viewer: Viewer, input: FindingEditInput) => {
  const { id, revision, text, stance, themeId } = input;
  const before = await findFinding(tx, viewer, id);
  const { reviewId } = before;
  requireCan(viewer, "finding.write", { reviewId });
  if (before.text === text && before.stance === stance && before.themeId === themeId) return { id };
  // A finding may stay under a theme that was retired after it was written.
  if (themeId !== before.themeId) await findTheme(tx, viewer, { reviewId, themeId });

  const { count } = await tx.finding.updateMany({
    where: { id, revision, withdrawnAt: null },
    data: { text, stance, themeId, revision: { increment: 1 } },
  });
  if (count === 0) throw new Refusal("stale", STALE);
  await tx.findingRevision.create({
    data: {
      findingId: id,
      revision,
      text: before.text,
      stance: before.stance,
      themeId: before.themeId,
      endedById: viewer.userId,
    },
  });
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "finding.edit",
    subjectType: "finding",
    subjectId: id,
    detail: { revision: revision + 1, themeId, stance },
  });
  await publish(tx, { kind: "finding", reviewId, ids: [id] });
  return { id };
});

/** The finding, if the viewer may see it and it was not withdrawn. */
export async function findFinding(tx: Tx, viewer: Viewer, id: string) {
  const finding = await tx.finding.findFirst({
    where: { AND: [{ id }, visibleFindings(viewer)] },
    select: { id: true, reviewId: true, themeId: true, text: true, stance: true },
  });
  if (!finding) throw notFound("finding");
  return finding;
}
