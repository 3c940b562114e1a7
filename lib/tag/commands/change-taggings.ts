import type { Viewer } from "@/lib/access/policy";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import type { TaggingChange } from "../tagging";
import { changeStance } from "./change-stance";
import { removeTagging } from "./remove-tagging";
import { coderOf, findOpenLine, setTagging } from "./set-tagging";

/** One change as the tagging page sends it. What was removed already needs no removing. */
export const changeTaggings = command(async (tx, viewer: Viewer, change: TaggingChange) => {
  const { contributionId } = change;
  switch (change.change) {
    case "set":
      await setTagging.within(tx, viewer, change);
      break;
    case "remove-other":
      await removeTagging.within(tx, viewer, { id: change.id });
      break;
    case "remove": {
      const id = await findMine(tx, viewer, change);
      if (id !== null) await removeTagging.within(tx, viewer, { id });
      break;
    }
    case "stance": {
      const id = await findMine(tx, viewer, change);
      if (id === null) await setTagging.within(tx, viewer, { ...change, stance: change.to });
      else await changeStance.within(tx, viewer, { id, stance: change.to });
      break;
    }
  }
  return { contributionId };
});

type Said = Pick<Extract<TaggingChange, { change: "remove" }>, "contributionId" | "themeId" | "stance">;

/** The viewer's own open tagging of the whole line that says this, or null. */
async function findMine(tx: Tx, viewer: Viewer, { contributionId, themeId, stance }: Said) {
  await findOpenLine(tx, viewer, contributionId);
  const coderId = await coderOf(tx, viewer);
  const tagging = await tx.tagging.findFirst({
    where: { contributionId, themeId, stance, coderId, spanStart: null, spanEnd: null, until: null },
    select: { id: true },
  });
  return tagging?.id ?? null;
}
