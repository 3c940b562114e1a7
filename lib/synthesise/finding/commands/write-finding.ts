import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleThemes } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { NewFindingInput } from "../finding-input";

/** Writes a statement under a theme. The same form sent twice is stored once. */
export const writeFinding = command(async (tx, viewer: Viewer, input: NewFindingInput) => {
  const { id } = await placeFinding(tx, viewer, input);
  return { id };
});

/** The finding, and whether it was not there before. */
export async function placeFinding(
  tx: Tx,
  viewer: Viewer,
  input: NewFindingInput,
): Promise<{ id: string; created: boolean }> {
  const { reviewId, themeId, text, stance } = input;
  await findTheme(tx, viewer, { reviewId, themeId });
  requireCan(viewer, "finding.write", { reviewId });
  // One writer under a theme at a time, so that no statement or position is used twice.
  await tx.$queryRaw`SELECT id FROM theme WHERE id = ${themeId}::uuid FOR NO KEY UPDATE`;
  const same = await tx.finding.findFirst({
    where: { reviewId, themeId, text, stance, withdrawnAt: null },
    select: { id: true },
  });
  if (same) return { ...same, created: false };

  const last = await tx.finding.aggregate({ where: { reviewId, themeId }, _max: { position: true } });
  const finding = await tx.finding.create({
    data: {
      reviewId,
      themeId,
      text,
      stance,
      position: (last._max.position ?? 0) + 1,
      createdById: viewer.userId,
    },
    select: { id: true },
  });
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "finding.write",
    subjectType: "finding",
    subjectId: finding.id,
    detail: { themeId, stance },
  });
  await publish(tx, { kind: "finding", reviewId, ids: [finding.id] });
  return { ...finding, created: true };
}

/** The theme must belong to the review and be in use. */
export async function findTheme(
  tx: Tx,
  viewer: Viewer,
  { reviewId, themeId }: { reviewId: string; themeId: string },
): Promise<void> {
  const theme = await tx.theme.findFirst({
    where: { AND: [{ id: themeId, reviewId }, visibleThemes(viewer)] },
    select: { retiredAt: true },
  });
  if (!theme) throw notFound("theme");
  if (theme.retiredAt) throw invalid("This theme is retired. Choose another one", "themeId");
}
