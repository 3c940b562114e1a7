import { standing } from "@/lib/capture/roundtable/queries/contribution-where";
import type { Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { OUTSIDE_BLIND_ROUND } from "@/lib/tag/coding/queries/blind-sql";
import { heldWords } from "@/lib/tag/coding/queries/held-words";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { runInWorker } from "@/lib/platform/workers/pool";
import { TRAIN_MODEL } from "../suggestion-tasks";
import type { LabelledContribution, Model } from "../types";

/** The model behind a review's suggestions, and what it was learned from. */
export type LearntModel = { model: Model; learntFrom: number };

type Kept = LearntModel & { fingerprint: Fingerprint; lookedAt: number; training: boolean };
/**
 * What the model depends on: it is learned again when enough of it changed, and dropped when contributions
 * were removed.
 */
type Fingerprint = { changes: number; codebook: string; gone: number };

/** Only this many of the latest contributions are learned from, to limit the time. */
const MAX_LEARNT = 2_500;
const MAX_BACKGROUND = 1_500;
/** This many taggings and rejections make it worth learning again. */
const CHANGES_WORTH = 5;
const LOOK_AGAIN_MS = 5_000;
export const models = heldWords<Kept>("tag.models");

/**
 * The review's model, only in this process's memory: it holds words of contributions, which an erasure has to
 * reach, so it is not stored. While it is learned again the one before is used. The caller has checked that
 * the viewer works there.
 */
export async function learntModel(viewer: Viewer, reviewId: string): Promise<LearntModel> {
  const now = Date.now();
  const before = models.get(reviewId);
  if (before && now - before.lookedAt < LOOK_AGAIN_MS) return before;
  const fingerprint = await readFingerprint(reviewId);
  if (!before || before.fingerprint.gone !== fingerprint.gone) return learn(viewer, reviewId, fingerprint);
  before.lookedAt = now;
  const changed =
    before.fingerprint.codebook !== fingerprint.codebook ||
    Math.abs(fingerprint.changes - before.fingerprint.changes) >= CHANGES_WORTH;
  if (changed && !before.training) {
    before.training = true;
    // After a failure the earlier model stays in use, and the next request tries again.
    void learn(viewer, reviewId, fingerprint).catch(() => (before.training = false));
  }
  return before;
}

async function learn(viewer: Viewer, reviewId: string, fingerprint: Fingerprint): Promise<LearntModel> {
  const keep = models.keeper(reviewId);
  const themes = await listThemes(viewer, reviewId);
  const labelled = await listLabelled(reviewId);
  const background = await listBackground(reviewId);
  const model = await runInWorker(TRAIN_MODEL, themes, labelled, { background });
  const learnt = { model, learntFrom: labelled.length };
  keep({ ...learnt, fingerprint, lookedAt: Date.now(), training: false });
  return learnt;
}

async function readFingerprint(reviewId: string): Promise<Fingerprint> {
  // A tagging counts one when it is set, and one more when it is removed.
  const [row] = await db().$queryRaw<Fingerprint[]>`
    SELECT (SELECT count(*) + count(t.until_at) FROM tagging t
          WHERE t.review_id = ${reviewId}::uuid AND ${OUTSIDE_BLIND_ROUND})::int
        + (SELECT count(*) + count(until_at) FROM adjudication WHERE review_id = ${reviewId}::uuid)::int
        + (SELECT count(*) FROM suggestion WHERE review_id = ${reviewId}::uuid AND decision = 'rejected')::int
        AS changes,
      (SELECT string_agg(id::text || revision || coalesce(retired_at::text, ''), ',' ORDER BY id)
        FROM theme WHERE review_id = ${reviewId}::uuid) AS codebook,
      (SELECT count(erased_at) + count(struck_at) + count(*) FILTER (WHERE i.state <> 'visible')
        FROM contribution c LEFT JOIN import i ON i.id = c.import_id
        WHERE c.review_id = ${reviewId}::uuid)::int AS gone`;
  return row ?? { changes: 0, codebook: "", gone: 0 };
}

type LabelledRow = { text: string; themes: string[]; rejected: string[] | null; asked: string[] | null };

/**
 * The contributions coded last, with the themes that count on them and those that are known to be absent:
 * rejected, or decided not to be there. A contribution with rejections only labels just those; one that was
 * coded only in rounds labels only the themes of those rounds.
 */
async function listLabelled(reviewId: string): Promise<LabelledContribution[]> {
  const rows = await db().$queryRaw<LabelledRow[]>`
    WITH turned_down AS (
      SELECT contribution_id, theme_id, decided_at AS at FROM suggestion
      WHERE review_id = ${reviewId}::uuid AND decision = 'rejected'
      UNION ALL
      SELECT contribution_id, theme_id, from_at FROM adjudication
      WHERE review_id = ${reviewId}::uuid AND until_at IS NULL AND cardinality(stances) = 0
    ), latest AS (
      SELECT contribution_id, max(at) AS at FROM (
        SELECT contribution_id, from_at AS at FROM tagging
        WHERE review_id = ${reviewId}::uuid AND until_at IS NULL
        UNION ALL SELECT contribution_id, at FROM turned_down
      ) said GROUP BY contribution_id ORDER BY at DESC, contribution_id LIMIT ${MAX_LEARNT}
    )
    SELECT c.text, array_remove(array_agg(DISTINCT s.theme_id::text), NULL) AS themes,
      (SELECT array_agg(DISTINCT d.theme_id::text) FROM turned_down d WHERE d.contribution_id = c.id) AS rejected,
      CASE WHEN EXISTS (SELECT FROM tagging t
        WHERE t.contribution_id = c.id AND t.until_at IS NULL AND t.coding_round_id IS NULL) THEN NULL
      ELSE (SELECT array_agg(DISTINCT q.theme_id::text) FROM tagging t
        JOIN coding_round_theme q ON q.coding_round_id = t.coding_round_id
        WHERE t.contribution_id = c.id AND t.until_at IS NULL) END AS asked
    FROM latest l JOIN contribution c ON c.id = l.contribution_id
    LEFT JOIN settled_tagging s ON s.contribution_id = c.id
    WHERE ${standing()} AND ${NOT_CODED_BLIND}
    GROUP BY c.id ORDER BY c.id`;
  return rows
    .map(({ text, themes, rejected, asked }) => ({
      text,
      themeIds: themes,
      rejectedIds: rejected ?? [],
      ...(asked ? { askedIds: asked } : {}),
    }))
    .filter(({ themeIds, rejectedIds }) => themeIds.length + rejectedIds.length > 0);
}

/**
 * Contributions that nobody has coded: they show how common a word is. Those coded in a blind round stay
 * among them until it is open; otherwise a model that changes as they are coded would reveal the coding.
 */
async function listBackground(reviewId: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ text: string }[]>`
    SELECT c.text FROM contribution c
    WHERE c.review_id = ${reviewId}::uuid AND ${standing()}
      AND NOT EXISTS (
        SELECT FROM tagging t WHERE t.contribution_id = c.id AND t.until_at IS NULL AND ${OUTSIDE_BLIND_ROUND})
    ORDER BY c.id LIMIT ${MAX_BACKGROUND}`;
  return rows.map(({ text }) => text);
}

/** A model that knew their earlier coding would reveal it to people who are coding them blind. */
const NOT_CODED_BLIND = Prisma.sql`c.id NOT IN (
  SELECT b.contribution_id FROM coding_round_contribution b
  JOIN coding_round r ON r.id = b.coding_round_id AND r.blind AND r.state = 'open')`;
