import type { Viewer } from "@/lib/access/policy";
import type { Tx } from "@/lib/platform/db";
import type { TaggingChange } from "../tagging-input";
import { coderOf, findOpenContribution, spanOn } from "./set-tagging";

/** What a change says of the coder's own tagging, by which it is found. */
export type Said = Pick<
  Extract<TaggingChange, { change: "remove" }>,
  "contributionId" | "themeId" | "stance" | "spanStart" | "spanEnd"
>;

/** The viewer's own open tagging with this theme and stance on these words, or null. */
export async function findMine(tx: Tx, viewer: Viewer, said: Said) {
  const { contributionId, themeId, stance } = said;
  const contribution = await findOpenContribution(tx, viewer, contributionId);
  const coderId = await coderOf(tx, viewer);
  const words = spanOn(contribution, said);
  const tagging = await tx.tagging.findFirst({
    where: { contributionId, themeId, stance, coderId, ...words, codingRoundId: null, until: null },
    select: { id: true },
  });
  return tagging?.id ?? null;
}
