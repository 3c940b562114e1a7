import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleReviews, visibleRoundtables } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { notFound } from "@/lib/platform/errors";
import type { ExportKind } from "../file/export-kind";

type Export = {
  reviewId: string;
  roundtableId: string | null;
  kind: ExportKind;
  /** When absent: those of all themes. */
  themeId?: string;
  /** When absent: the project, or the passages of the theme. */
  file?: string;
};

/** Records in the audit log that somebody exports coded contributions, before they receive them. */
export const recordExport = command(async (tx, viewer: Viewer, asked: Export) => {
  const { reviewId, roundtableId, kind, themeId, file } = asked;
  const review = await tx.review.findFirst({
    where: { AND: [{ id: reviewId }, visibleReviews(viewer)] },
    select: { id: true },
  });
  if (!review) throw notFound("review");
  requireCan(viewer, "coding.exchange", { reviewId });
  const roundtable =
    roundtableId !== null &&
    (await tx.roundtable.findFirst({
      where: { AND: [{ id: roundtableId, reviewId }, visibleRoundtables(viewer)] },
      select: { id: true },
    }));
  if (roundtable === null) throw notFound("roundtable");
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "coding.export",
    subjectType: roundtableId === null ? "review" : "roundtable",
    subjectId: roundtableId ?? reviewId,
    detail: {
      kind,
      ...(themeId === undefined ? {} : { themeId }),
      ...(file === undefined ? {} : { file }),
    },
  });
});
