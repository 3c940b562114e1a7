import type { Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { publish } from "@/lib/platform/events";
import type { ThemeIdInput } from "../theme";
import { openCodebook } from "./add-theme";
import { findTheme } from "./change-theme";

/** A retired theme cannot be set any more; the lines and findings under it stay, and count. */
export const retireTheme = command((tx, viewer: Viewer, { id }: ThemeIdInput) =>
  setRetired(tx, viewer, id, true),
);

export const restoreTheme = command((tx, viewer: Viewer, { id }: ThemeIdInput) =>
  setRetired(tx, viewer, id, false),
);

/** Doing either twice is the same as once. */
async function setRetired(tx: Tx, viewer: Viewer, id: string, retired: boolean) {
  const theme = await findTheme(tx, viewer, id);
  await openCodebook(tx, viewer, theme.reviewId);
  const { count } = await tx.theme.updateMany({
    where: { id, retiredAt: retired ? null : { not: null } },
    data: { retiredAt: retired ? new Date() : null },
  });
  if (count === 1) {
    await audit(tx, {
      reviewId: theme.reviewId,
      actorId: viewer.userId,
      action: retired ? "theme.retire" : "theme.restore",
      subjectType: "theme",
      subjectId: id,
    });
    await publish(tx, { kind: "codebook", reviewId: theme.reviewId, ids: [id] });
  }
  return { id, slug: theme.slug };
}
