import { requireCan, type Viewer } from "@/lib/access/policy";
import { OPEN_CONTRIBUTION, IMPORT_VISIBLE, visibleContributions } from "@/lib/access/scope";
import { SOURCE_WORDS } from "@/lib/capture/contribution/contribution-words";
import { CONTRIBUTION_SELECT, toContributions } from "@/lib/capture/contribution/queries/contribution-select";
import { getContribution } from "@/lib/capture/contribution/queries/contributions";
import { db } from "@/lib/platform/db";
import { runInWorker } from "@/lib/platform/workers/pool";
import { heldWords } from "@/lib/tag/coding/queries/held-words";
import { listTaggings } from "@/lib/tag/coding/queries/taggings";
import type { SimilarContribution } from "@/lib/tag/coding/suggested";
import { similarContributions, type SimilarityIndex } from "../similarity-index";
import { INDEX_SIMILARITY } from "../suggestion-tasks";

/**
 * `fingerprint` identifies the contributions of the index, or of the one being made; `remaking` says that
 * another is being made.
 */
type Kept = { index: Promise<SimilarityIndex>; fingerprint: string; remaking: boolean };

/** More contributions would take too long to index: then only the latest are searched. */
const MAX_CONTRIBUTIONS = 10_000;
const MAX_SHOWN = 5;
export const indexes = heldWords<Kept>("tag.similar-contributions");

/**
 * Other contributions of the review that say nearly the same, the most similar first, from any roundtable.
 */
export async function listSimilarContributions(
  viewer: Viewer,
  contributionId: string,
): Promise<SimilarContribution[]> {
  const contribution = await getContribution(viewer, contributionId);
  requireCan(viewer, "tagging.set", contribution);
  const index = await indexOf(contribution.reviewId);
  const found = similarContributions(index, { text: contribution.text }, { limit: 2 * MAX_SHOWN });
  const similarity = new Map(
    found.filter(({ id }) => id !== contributionId).map((one) => [one.id, one.similarity]),
  );
  const ids = [...similarity.keys()];
  const rows = await db().contribution.findMany({
    where: { AND: [{ id: { in: ids } }, OPEN_CONTRIBUTION, visibleContributions(viewer)] },
    select: { ...CONTRIBUTION_SELECT, roundtable: { select: { title: true } } },
  });
  const contributions = await toContributions(viewer, rows);
  const taggings = await listTaggings(viewer, ids);
  const shown = ids.flatMap((id) => {
    const found = contributions.find((one) => one.id === id);
    if (!found) return [];
    return {
      id,
      who: found.speaker?.label ?? SOURCE_WORDS[found.source],
      text: found.text,
      where: rows.find((row) => row.id === id)?.roundtable.title ?? "",
      themeIds: [...new Set(taggings.get(id)?.map(({ themeId }) => themeId))],
      similarity: similarity.get(id) ?? 0,
    };
  });
  return shown.slice(0, MAX_SHOWN);
}

/**
 * The review's present index. Only the first one is waited for: while another is made, because contributions
 * were added or changed, the one before is used, and the contributions that it finds are always read again.
 */
async function indexOf(reviewId: string): Promise<SimilarityIndex> {
  const keep = indexes.keeper(reviewId);
  const fingerprint = await readFingerprint(reviewId);
  const held = indexes.get(reviewId);
  if (!held) {
    const index = makeIndex(reviewId, null);
    keep({ index, fingerprint, remaking: false });
    // People who wait for it see the error; the next request starts again.
    index.catch(() => indexes.forget(reviewId));
    return index;
  }
  if (held.fingerprint !== fingerprint && !held.remaking) {
    held.remaking = true;
    // After a failure the earlier index stays in use, and the next request tries again.
    void remake(reviewId, held.index).then(
      (index) => keep({ index: Promise.resolve(index), fingerprint, remaking: false }),
      () => (held.remaking = false),
    );
  }
  return held.index;
}

async function remake(reviewId: string, before: Promise<SimilarityIndex>): Promise<SimilarityIndex> {
  return makeIndex(reviewId, await before);
}

async function makeIndex(reviewId: string, before: SimilarityIndex | null): Promise<SimilarityIndex> {
  const contributions = await db().contribution.findMany({
    where: { AND: [{ reviewId }, OPEN_CONTRIBUTION, IMPORT_VISIBLE] },
    orderBy: { recordedAt: "desc" },
    take: MAX_CONTRIBUTIONS,
    select: { id: true, text: true },
  });
  return runInWorker(INDEX_SIMILARITY, contributions, before);
}

/** A value that changes when a contribution is added, changed, struck out, erased, or imported. */
async function readFingerprint(reviewId: string): Promise<string> {
  const [row] = await db().$queryRaw<{ fingerprint: string }[]>`
    SELECT count(*) || ' ' || coalesce(sum(revision), 0) || ' ' || count(struck_at) || ' ' || count(erased_at)
      || ' ' || count(*) FILTER (WHERE i.state <> 'visible') AS fingerprint
    FROM contribution c LEFT JOIN import i ON i.id = c.import_id WHERE c.review_id = ${reviewId}::uuid`;
  return row?.fingerprint ?? "";
}
