import type { Database } from "@/lib/platform/database-pool";
import { percentile } from "./statistics";

const TIMES = 200;

/** Sets one more theme on a contribution, as the coding page does at last: one row, and what triggers add to it. */
const SET_THEME = `INSERT INTO tagging (id, review_id, contribution_id, theme_id, coder_id, stance, theme_revision, span_start, span_end)
  SELECT gen_random_uuid(), review_id, contribution_id, theme_id, coder_id, stance, theme_revision, $1, $1 + 1
  FROM (SELECT * FROM tagging LIMIT 1) t`;

/**
 * Milliseconds of setting a theme in plain SQL, with the triggers that keep figures and without them, in turn, so that a
 * busy machine is equally busy for both.
 */
export async function settingWithAndWithoutKept(
  pool: Database["pool"],
): Promise<{ kept: number; bare: number }> {
  const kept: number[] = [];
  const bare: number[] = [];
  for (let n = 0; n < TIMES; n++) {
    for (const [times, triggers] of [
      [kept, "ENABLE"],
      [bare, "DISABLE"],
    ] as const) {
      await pool.query(`ALTER TABLE tagging ${triggers} TRIGGER USER`);
      const start = performance.now();
      await pool.query(SET_THEME, [2 * n + (times === kept ? 0 : 1)]);
      times.push(performance.now() - start);
    }
  }
  await pool.query("ALTER TABLE tagging ENABLE TRIGGER USER");
  return { kept: percentile(kept, 0.5), bare: percentile(bare, 0.5) };
}
