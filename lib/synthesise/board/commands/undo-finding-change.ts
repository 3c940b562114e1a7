import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleFindings } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { notFound, Refusal } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { findFinding, reviseFinding, saidBy } from "@/lib/synthesise/finding/commands/edit-finding";
import type { UndoFindingChangeInput } from "../finding-change";
import { closeOpened, holdFindings, reopenEnded } from "./move-evidence";

const GONE = "The finding was withdrawn since, so this cannot be undone.";
const CHANGED_SINCE =
  "Somebody has worked on the new finding since, so this cannot be undone. Merge it into another finding, or withdraw it, on its own page.";

/**
 * Takes back what was done on the board to several contributions at once, except for what people changed since.
 * Doing it twice has no further effect.
 */
export const undoFindingChange = command(async (tx, viewer: Viewer, input: UndoFindingChangeInput) => {
  const change = await findChange(tx, viewer, input.changeId);
  const { id, reviewId, findingId, undoneAt } = change;
  if (undoneAt) return { findingId };
  await tx.findingChange.update({
    where: { id },
    data: { undoneAt: new Date(), undoneById: viewer.userId },
    select: { id: true },
  });
  switch (change.kind) {
    case "attach":
      break;
    case "start":
    case "split":
      await withdrawNew(tx, change);
      break;
    case "merge":
      await restoreMerged(tx, viewer, change);
      break;
  }
  await closeOpened(tx, id);
  await reopenEnded(tx, viewer, id);
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "finding.undo",
    subjectType: "finding",
    subjectId: findingId,
    detail: { changeId: id, kind: change.kind },
  });
  const ids = change.otherId ? [findingId, change.otherId] : [findingId];
  await publish(tx, { kind: "finding", reviewId, ids });
  return { findingId };
});

const CHANGE = {
  id: true,
  reviewId: true,
  kind: true,
  findingId: true,
  otherId: true,
  revision: true,
  undoneAt: true,
} as const;

/** The change, with its findings held: what it says is read after others have finished with them. */
async function findChange(tx: Tx, viewer: Viewer, id: string) {
  // Which findings may be seen is asked of the review: the one that was merged is withdrawn.
  const { reviewId } = visibleFindings(viewer);
  const where = { id, finding: { reviewId } };
  const found = await tx.findingChange.findFirst({ where, select: CHANGE });
  if (!found) throw notFound("change");
  requireCan(viewer, "finding.write", { reviewId: found.reviewId });
  if (found.undoneAt) return found;
  // A split takes its evidence back to the other finding, which a merge has withdrawn.
  const needed =
    found.kind === "split" && found.otherId ? [found.findingId, found.otherId] : [found.findingId];
  const standing = await tx.finding.count({ where: { id: { in: needed }, withdrawnAt: null } });
  if (standing < needed.length) throw new Refusal("stale", GONE);
  await holdFindings(tx, viewer, needed);
  return tx.findingChange.findFirstOrThrow({ where, select: CHANGE });
}
type Change = Awaited<ReturnType<typeof findChange>>;

/** A finding that was started or split off goes again, if it has nothing but what the change gave it. */
async function withdrawNew(tx: Tx, { id, findingId }: Change): Promise<void> {
  const { count } = await tx.finding.updateMany({
    where: {
      id: findingId,
      revision: 1,
      withdrawnAt: null,
      evidence: { none: { until: null, OR: [{ openedInId: null }, { openedInId: { not: id } }] } },
    },
    data: { withdrawnAt: new Date() },
  });
  if (count === 0) throw new Refusal("stale", CHANGED_SINCE);
}

/** The merged finding stands again, and the other says what it said before, unless it was reworded since. */
async function restoreMerged(
  tx: Tx,
  viewer: Viewer,
  { findingId, otherId, revision }: Change,
): Promise<void> {
  if (otherId) {
    await tx.finding.update({ where: { id: otherId }, data: { withdrawnAt: null }, select: { id: true } });
  }
  if (revision === null) return;
  const finding = await findFinding(tx, viewer, findingId);
  if (finding.revision !== revision + 1) return;
  const before = await tx.findingRevision.findUnique({
    where: { findingId_revision: { findingId, revision } },
    select: { text: true, counterView: true, note: true, stance: true, themeId: true },
  });
  if (before) await reviseFinding(tx, viewer, finding, { revision: finding.revision, says: saidBy(before) });
}
