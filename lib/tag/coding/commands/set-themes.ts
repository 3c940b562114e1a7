import { requireCan, type Viewer } from "@/lib/access/policy";
import { noteRefusal } from "@/lib/access/reading";
import { visibleContributions, visibleTaggings } from "@/lib/access/scope";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { notFound, Refusal } from "@/lib/platform/errors";
import { keepThemes } from "./contribution-taggings";
import { removeTagging } from "./remove-tagging";
import { setTagging } from "./set-tagging";

export type SetThemesInput = {
  /** The id of the operation that brought them: sent again, it changes nothing and gets the same answer. */
  operationId: string;
  contributionId: string;
  add: readonly string[];
  remove: readonly string[];
};

/**
 * Sets and removes themes of a contribution, on any of its words, as the capture page sends them. Each is
 * tried; returns why the first was refused, or null where none was.
 */
export const setThemes = command(
  async (tx, viewer: Viewer, input: SetThemesInput): Promise<string | null> => {
    const { operationId: id, contributionId, add, remove } = input;
    const contribution = await tx.contribution.findFirst({
      where: { AND: [{ id: contributionId }, visibleContributions(viewer)] },
      select: { reviewId: true },
    });
    if (!contribution) throw notFound("contribution");
    requireCan(viewer, "tagging.set", contribution);
    const { count } = await tx.sentThemes.createMany({
      data: [{ id, contributionId }],
      skipDuplicates: true,
    });
    if (count === 0) return (await tx.sentThemes.findUniqueOrThrow({ where: { id } })).problem;
    await keepThemes(tx, contribution.reviewId);
    const problems: string[] = [];
    const attempt = async (act: () => Promise<unknown>) => {
      try {
        await act();
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        await noteRefusal(error, tx);
        problems.push(error.message);
      }
    };
    for (const themeId of add)
      await attempt(() => setTagging.within(tx, viewer, { contributionId, themeId }));
    for (const taggingId of await listRemovable(tx, viewer, contributionId, remove))
      await attempt(() => removeTagging.within(tx, viewer, { id: taggingId }));
    const [problem = null] = problems;
    if (problem !== null) await tx.sentThemes.update({ where: { id }, data: { problem } });
    return problem;
  },
);

async function listRemovable(tx: Tx, viewer: Viewer, contributionId: string, themeIds: readonly string[]) {
  if (themeIds.length === 0) return [];
  const open = { contributionId, themeId: { in: [...themeIds] }, codingRoundId: null, until: null };
  const rows = await tx.tagging.findMany({
    where: { AND: [open, visibleTaggings(viewer)] },
    orderBy: { from: "asc" },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
