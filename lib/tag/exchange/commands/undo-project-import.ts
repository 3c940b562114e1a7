import { z } from "zod";
import type { Viewer } from "@/lib/access/policy";
import { visibleReviews } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import { notFound } from "@/lib/platform/errors";
import { undoBatch } from "@/lib/tag/coding/commands/tag-batch";
import { memosOfImport } from "../incoming";
import { requireReview } from "./import-project";

export const UndoProjectImportInput = z.object({ importId: z.uuid() });
type UndoProjectImportInput = z.infer<typeof UndoProjectImportInput>;

const AT_A_TIME = 2_000;

/** Undoes the taggings and memos that a project file imported; themes that came with it stay. */
export const undoProjectImport = command(async (tx, viewer: Viewer, { importId }: UndoProjectImportInput) => {
  const changes = await tx.codingChange.findMany({
    where: {
      kind: "batch",
      review: visibleReviews(viewer),
      detail: { path: ["importId"], equals: importId },
    },
    select: { id: true, reviewId: true, detail: true, undoneAt: true },
  });
  const [first] = changes;
  if (!first) throw notFound("import");
  await requireReview(tx, viewer, first.reviewId);
  if (changes.every(({ undoneAt }) => undoneAt !== null)) return { importId };
  for (const { id } of changes) await undoBatch.within(tx, viewer, { id });
  const memoIds = memosOfImport(changes);
  for (let at = 0; at < memoIds.length; at += AT_A_TIME)
    await tx.memo.updateMany({
      where: {
        id: { in: memoIds.slice(at, at + AT_A_TIME) },
        reviewId: first.reviewId,
        withdrawnAt: null,
      },
      data: { withdrawnAt: new Date() },
    });
  await audit(tx, {
    reviewId: first.reviewId,
    actorId: viewer.userId,
    action: "coding.undo-import",
    subjectType: "import",
    subjectId: importId,
  });
  return { importId };
});
