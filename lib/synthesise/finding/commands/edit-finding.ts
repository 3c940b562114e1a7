import { isDeepStrictEqual } from "node:util";
import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleFindings } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { notFound, Refusal } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { CounterViewInput, FindingEditInput } from "../finding-input";
import { findTheme } from "./write-finding";

const STALE =
  "Somebody changed this finding while you were writing. What you typed is still in the form, and the current finding is shown above it. Combine the two, then save again.";

/** Changes what a finding says, its stance or its theme, and keeps the earlier version. */
export const editFinding = command(async (tx, viewer: Viewer, input: FindingEditInput) => {
  const { id, revision } = input;
  // A form sends where to go afterwards with what the finding says.
  const says = saidBy(input);
  const before = await findFinding(tx, viewer, id);
  requireCan(viewer, "finding.write", { reviewId: before.reviewId });
  // A finding may stay under a theme that was retired after it was written.
  const { themeId } = says;
  if (themeId !== before.themeId) await findTheme(tx, viewer, { reviewId: before.reviewId, themeId });
  await reviseFinding(tx, viewer, before, { revision, says });
  return { id };
});

/** What those who contradict the finding say; the rest of it stays. */
export const writeCounterView = command(async (tx, viewer: Viewer, input: CounterViewInput) => {
  const { id, revision, counterView } = input;
  const before = await findFinding(tx, viewer, id);
  requireCan(viewer, "finding.write", { reviewId: before.reviewId });
  await reviseFinding(tx, viewer, before, { revision, says: { ...saidBy(before), counterView } });
  return { id };
});

type Says = Omit<FindingEditInput, "id" | "revision">;
type Before = Awaited<ReturnType<typeof findFinding>>;

/** The part of a finding that is kept in its revisions. */
export function saidBy({ text, counterView, note, stance, themeId }: Says): Says {
  return { text, counterView, note, stance, themeId };
}

/** Writes the next revision, if `revision` is the present one and anything differs. */
export async function reviseFinding(
  tx: Tx,
  viewer: Viewer,
  before: Before,
  { revision, says }: { revision: number; says: Says },
): Promise<void> {
  const was = saidBy(before);
  if (isDeepStrictEqual(was, saidBy(says))) return;
  const { id, reviewId } = before;
  const { count } = await tx.finding.updateMany({
    where: { id, revision, withdrawnAt: null },
    data: { ...says, revision: { increment: 1 } },
  });
  if (count === 0) throw new Refusal("stale", STALE);
  await tx.findingRevision.create({
    data: { ...was, findingId: id, revision, endedById: viewer.userId },
  });
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "finding.edit",
    subjectType: "finding",
    subjectId: id,
    detail: { revision: revision + 1, themeId: says.themeId, stance: says.stance },
  });
  await publish(tx, { kind: "finding", reviewId, ids: [id] });
}

/** The finding, if the viewer may see it and it was not withdrawn. */
export async function findFinding(tx: Tx, viewer: Viewer, id: string) {
  const finding = await tx.finding.findFirst({
    where: { AND: [{ id }, visibleFindings(viewer)] },
    select: {
      id: true,
      reviewId: true,
      themeId: true,
      text: true,
      counterView: true,
      note: true,
      stance: true,
      revision: true,
    },
  });
  if (!finding) throw notFound("finding");
  return finding;
}
