import type { Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import { oncePerProcess } from "@/lib/platform/once";
import { listThemes } from "../queries";
import { trainingSteps } from "../suggest/train";
import type { LabelledLine, Model } from "../suggest/types";

/** What a review's suggestions are made by, and what it was learnt from. */
export type LearntModel = { model: Model; learntFrom: number };

type Kept = LearntModel & { print: Print; usedAt: number; lookedAt: number; training: boolean };
/** What the model rests on: it is learnt anew when enough of it changed, and dropped when words were erased. */
type Print = { changes: number; codebook: string; erased: number };

/** The latest lines are learnt from: more would take longer than they are worth. */
const MOST_LEARNT = 2_500;
const MOST_BACKGROUND = 1_500;
/** So many taggings and rejections make it worth learning anew. */
const CHANGES_WORTH = 5;
const LOOK_AGAIN_MS = 5_000;
/** A model holds words, so it is not kept longer than somebody works with it. */
const KEEP_MS = 15 * 60_000;

const kept = () => oncePerProcess("tag.models", () => new Map<string, Kept>());

/**
 * The review's model, in this process's memory alone: it holds words of lines, which an erasure has to reach,
 * so it is stored nowhere. While it is learnt anew the one before goes on serving. The caller has asked
 * whether the viewer works there.
 */
export async function learntModel(viewer: Viewer, reviewId: string): Promise<LearntModel> {
  forgetUnused();
  const now = Date.now();
  const before = kept().get(reviewId);
  if (before && now - before.lookedAt < LOOK_AGAIN_MS) return { ...before, ...touch(before, now) };
  const print = await readPrint(reviewId);
  if (!before || before.print.erased !== print.erased) return learn(viewer, reviewId, print);
  before.lookedAt = now;
  const changed =
    before.print.codebook !== print.codebook || print.changes - before.print.changes >= CHANGES_WORTH;
  if (changed && !before.training) {
    before.training = true;
    // A failure leaves the model that stands; the next look tries again.
    void learn(viewer, reviewId, print).catch(() => (before.training = false));
  }
  return { ...before, ...touch(before, now) };
}

/** Forgets the review's model at once, in this process; others find out when they next look. */
export function forgetModel(reviewId: string): void {
  kept().delete(reviewId);
}

function touch(model: Kept, now: number): { usedAt: number } {
  model.usedAt = now;
  return { usedAt: now };
}

function forgetUnused(): void {
  for (const [reviewId, { usedAt }] of kept()) if (Date.now() - usedAt > KEEP_MS) kept().delete(reviewId);
}

/** Trains in slices, between which the process does whatever else waits. */
async function learn(viewer: Viewer, reviewId: string, print: Print): Promise<LearntModel> {
  const themes = await listThemes(viewer, reviewId);
  const labelled = await listLabelled(reviewId);
  const steps = trainingSteps(themes, labelled, { background: await listBackground(reviewId) });
  let step = steps.next();
  while (!step.done) {
    await new Promise((resume) => setImmediate(resume));
    step = steps.next();
  }
  const now = Date.now();
  const learnt = { model: step.value, learntFrom: labelled.length };
  kept().set(reviewId, { ...learnt, print, usedAt: now, lookedAt: now, training: false });
  return learnt;
}

async function readPrint(reviewId: string): Promise<Print> {
  const [row] = await db().$queryRaw<Print[]>`
    SELECT (SELECT count(*) FROM tagging WHERE review_id = ${reviewId}::uuid AND until_at IS NULL)::int
        + (SELECT count(*) FROM suggestion WHERE review_id = ${reviewId}::uuid AND decision = 'rejected')::int
        AS changes,
      (SELECT string_agg(id::text || revision || coalesce(retired_at::text, ''), ',' ORDER BY id)
        FROM theme WHERE review_id = ${reviewId}::uuid) AS codebook,
      (SELECT count(*) FROM contribution WHERE review_id = ${reviewId}::uuid AND erased_at IS NOT NULL)::int
        AS erased`;
  return row ?? { changes: 0, codebook: "", erased: 0 };
}

type LabelledRow = { text: string; themes: string[]; rejected: string[] | null };

/** The lines coded last, with the themes that count on them and those that were turned down. */
async function listLabelled(reviewId: string): Promise<LabelledLine[]> {
  const rows = await db().$queryRaw<LabelledRow[]>`
    WITH latest AS (
      SELECT contribution_id, max(from_at) AS at FROM tagging
      WHERE review_id = ${reviewId}::uuid AND until_at IS NULL
      GROUP BY contribution_id ORDER BY at DESC, contribution_id LIMIT ${MOST_LEARNT}
    )
    SELECT c.text, array_agg(DISTINCT s.theme_id::text) AS themes,
      (SELECT array_agg(g.theme_id::text) FROM suggestion g
        WHERE g.contribution_id = c.id AND g.decision = 'rejected') AS rejected
    FROM latest l JOIN contribution c ON c.id = l.contribution_id
    JOIN settled_tagging s ON s.contribution_id = c.id
    WHERE c.struck_at IS NULL AND c.erased_at IS NULL
    GROUP BY c.id ORDER BY c.id`;
  return rows.map(({ text, themes, rejected }) => ({ text, themeIds: themes, rejectedIds: rejected ?? [] }));
}

/** Lines that nobody has coded: they tell how common a word is. */
async function listBackground(reviewId: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ text: string }[]>`
    SELECT c.text FROM contribution c
    WHERE c.review_id = ${reviewId}::uuid AND c.struck_at IS NULL AND c.erased_at IS NULL
      AND NOT EXISTS (SELECT FROM tagging t WHERE t.contribution_id = c.id AND t.until_at IS NULL)
    ORDER BY c.id LIMIT ${MOST_BACKGROUND}`;
  return rows.map(({ text }) => text);
}
