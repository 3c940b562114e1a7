import { requireCan, type Viewer } from "@/lib/access/policy";
import { BROUGHT_IN, visibleContributions } from "@/lib/access/scope";
import { LINE_SELECT, toLines } from "@/lib/capture/queries/line-select";
import { OPEN_LINE } from "@/lib/capture/queries/line-where";
import { getLine } from "@/lib/capture/queries/lines";
import { SOURCE_WORDS } from "@/lib/capture/words";
import { db } from "@/lib/platform/db";
import { heldWords } from "./held-words";
import { listTaggings } from "../queries";
import { nearIndex, nearLines, type NearIndex } from "../suggest/near";
import type { LikeLine } from "../suggested";

type Kept = { index: NearIndex; print: string };

/** More lines take longer to index than a coder should wait: then the latest are looked through. */
const MOST_LINES = 10_000;
const MOST_SHOWN = 5;
export const indexes = heldWords<Kept>("tag.like-lines");

/** Other lines of the review that say much the same, the most alike first, at whichever roundtable. */
export async function listLikeLines(viewer: Viewer, lineId: string): Promise<LikeLine[]> {
  const line = await getLine(viewer, lineId);
  requireCan(viewer, "tagging.set", line);
  const index = await indexOf(line.reviewId);
  const near = nearLines(index, { text: line.text }, { limit: 2 * MOST_SHOWN });
  const likeness = new Map(near.filter(({ id }) => id !== lineId).map((one) => [one.id, one.likeness]));
  const ids = [...likeness.keys()];
  const rows = await db().contribution.findMany({
    where: { AND: [{ id: { in: ids } }, OPEN_LINE, visibleContributions(viewer)] },
    select: { ...LINE_SELECT, roundtable: { select: { title: true } } },
  });
  const lines = await toLines(rows);
  const taggings = await listTaggings(viewer, ids);
  const shown = ids.flatMap((id) => {
    const found = lines.find((one) => one.id === id);
    if (!found) return [];
    return {
      id,
      who: found.speaker?.label ?? SOURCE_WORDS[found.source],
      text: found.text,
      where: rows.find((row) => row.id === id)?.roundtable.title ?? "",
      themeIds: [...new Set(taggings.get(id)?.map(({ themeId }) => themeId))],
      likeness: likeness.get(id) ?? 0,
    };
  });
  return shown.slice(0, MOST_SHOWN);
}

async function indexOf(reviewId: string): Promise<NearIndex> {
  const keep = indexes.keeper(reviewId);
  const [row] = await db().$queryRaw<{ print: string }[]>`
    SELECT count(*) || ' ' || coalesce(sum(revision), 0) || ' ' || count(struck_at) || ' ' || count(erased_at)
      || ' ' || count(*) FILTER (WHERE i.state <> 'visible') AS print
    FROM contribution c LEFT JOIN import i ON i.id = c.import_id WHERE c.review_id = ${reviewId}::uuid`;
  const print = row?.print ?? "";
  const before = indexes.get(reviewId);
  if (before?.print === print) return before.index;
  const lines = await db().contribution.findMany({
    where: { AND: [{ reviewId }, OPEN_LINE, BROUGHT_IN] },
    orderBy: { recordedAt: "desc" },
    take: MOST_LINES,
    select: { id: true, text: true },
  });
  const index = nearIndex(lines);
  keep({ index, print });
  return index;
}
