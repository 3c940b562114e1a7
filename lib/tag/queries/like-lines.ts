import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleContributions } from "@/lib/access/scope";
import { LINE_SELECT, toLines } from "@/lib/capture/queries/line-select";
import { OPEN_LINE } from "@/lib/capture/queries/line-where";
import { getLine } from "@/lib/capture/queries/lines";
import { SOURCE_WORDS } from "@/lib/capture/words";
import { db } from "@/lib/platform/db";
import { oncePerProcess } from "@/lib/platform/once";
import { listTaggings } from "../queries";
import { nearIndex, nearLines, type NearIndex } from "../suggest/near";
import type { LikeLine } from "../suggested";

type Kept = { index: NearIndex; print: string; usedAt: number };

/** More lines take longer to index than a coder should wait: then the latest are looked through. */
const MOST_LINES = 10_000;
const MOST_SHOWN = 5;
/** An index holds words, so it is not kept longer than somebody works with it. */
const KEEP_MS = 15 * 60_000;

const kept = () => oncePerProcess("tag.like-lines", () => new Map<string, Kept>());

/** Other lines of the review that say much the same, the most alike first, at whichever roundtable. */
export async function listLikeLines(viewer: Viewer, lineId: string): Promise<LikeLine[]> {
  const line = await getLine(viewer, lineId);
  requireCan(viewer, "tagging.set", line);
  const index = await indexOf(line.reviewId);
  const near = nearLines(index, { text: line.text }, { limit: MOST_SHOWN + 1 });
  const likeness = new Map(near.filter(({ id }) => id !== lineId).map((one) => [one.id, one.likeness]));
  const ids = [...likeness.keys()].slice(0, MOST_SHOWN);
  const rows = await db().contribution.findMany({
    where: { AND: [{ id: { in: ids } }, OPEN_LINE, visibleContributions(viewer)] },
    select: { ...LINE_SELECT, roundtable: { select: { title: true } } },
  });
  const lines = await toLines(rows);
  const taggings = await listTaggings(viewer, ids);
  return ids.flatMap((id) => {
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
}

/** Forgets the words of the review's lines at once, in this process; others find out when they next look. */
export function forgetLikeLines(reviewId: string): void {
  kept().delete(reviewId);
}

async function indexOf(reviewId: string): Promise<NearIndex> {
  const now = Date.now();
  for (const [id, { usedAt }] of kept()) if (now - usedAt > KEEP_MS) kept().delete(id);
  const [row] = await db().$queryRaw<{ print: string }[]>`
    SELECT count(*) || ' ' || coalesce(sum(revision), 0) || ' ' || count(struck_at) || ' ' || count(erased_at) AS print
    FROM contribution WHERE review_id = ${reviewId}::uuid`;
  const print = row?.print ?? "";
  const before = kept().get(reviewId);
  if (before?.print === print) {
    before.usedAt = now;
    return before.index;
  }
  const lines = await db().contribution.findMany({
    where: { reviewId, ...OPEN_LINE },
    orderBy: { recordedAt: "desc" },
    take: MOST_LINES,
    select: { id: true, text: true },
  });
  const index = nearIndex(lines);
  kept().set(reviewId, { index, print, usedAt: now });
  return index;
}
