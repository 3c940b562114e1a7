import type { Page } from "@playwright/test";
import { openDatabase } from "@/lib/platform/database-pool";
import { withBrowser } from "./browser";
import type { Filled, Place } from "./fill";
import { timeTyping, type Typing } from "./keys";
import { openCapture, timeOne } from "./seen";
import { percentile } from "./statistics";

/** As long as a record of a day with several people who type. */
export const LONG_RECORD = 5_000;
const ARRIVALS = 40;
/** What opening the page left to do is done by then. */
const SETTLE_MS = 3_000;

/**
 * Makes the record of the open roundtable so long: the questions that it had are gone through once more, one after the other.
 * Until then they alternate, so that a part of the record has a heading above each contribution.
 */
export async function lengthenRecord(place: Place, roundtableId: string): Promise<void> {
  const { pool, close } = await openDatabase({ ...place, DATABASE_POOL: 2 });
  await pool.query(
    `WITH had AS (SELECT count(*)::int AS rows FROM contribution WHERE roundtable_id = $1),
       one AS (SELECT review_id, recorded_by_id FROM contribution WHERE roundtable_id = $1 LIMIT 1),
       asked AS (SELECT array_agg(id ORDER BY position) AS ids FROM question WHERE roundtable_id = $1),
       people AS (SELECT array_agg(id ORDER BY label) AS ids FROM participant WHERE roundtable_id = $1)
     INSERT INTO contribution (id, review_id, roundtable_id, question_id, participant_id, source, wording, text, stance, said_at,
       recorded_by_id, sequence, salt, digest)
     SELECT gen_random_uuid(), one.review_id, $1, asked.ids[1 + (n - had.rows - 1) * cardinality(asked.ids) / ($2 - had.rows)],
       people.ids[1 + n % cardinality(people.ids)], 'identified', 'gist',
       'Contribution ' || n || repeat(' of what was said about funding, coaching and how the course fits a school', 1 + n % 3) || '.',
       (ARRAY['strength', 'improvement', 'ask', 'observation'])[1 + n % 4]::stance,
       timestamptz '2025-01-02 17:00+00' + n * interval '2 seconds', one.recorded_by_id, n, decode(md5(n::text), 'hex'),
       sha256(decode(md5(n::text), 'hex'))
     FROM had, one, asked, people, generate_series(had.rows + 1, $2::int) n`,
    [roundtableId, LONG_RECORD],
  );
  await pool.query(
    `INSERT INTO tagging (id, review_id, contribution_id, theme_id, coder_id, stance, theme_revision)
     SELECT gen_random_uuid(), c.review_id, c.id, t.id, (SELECT id FROM coder LIMIT 1), c.stance, 1
     FROM contribution c JOIN (SELECT id, row_number() OVER (ORDER BY slug) - 1 AS t FROM theme WHERE axis = 'theme') t
       ON t.t = c.sequence % 11
     WHERE c.roundtable_id = $1 AND NOT EXISTS (SELECT FROM tagging o WHERE o.contribution_id = c.id)`,
    [roundtableId],
  );
  await pool.query("ANALYZE");
  await close();
}

type Note = (key: string, value: number) => void;

/** What a key takes to the screen of the page of a long record, and what somebody else's contribution takes from Enter. */
export async function measureCapturePage(url: string, filled: Filled, note: Note): Promise<void> {
  const at = `@${LONG_RECORD}`;
  const { typing, arrivals } = await inBrowsers(url, filled);
  for (const [key, p] of [
    ["p50", 0.5],
    ["p95", 0.95],
  ] as const) {
    note(`capture.page.key_ms.${key}${at}`, percentile(typing.toScreen, p));
    note(`capture.page.arrival_ms.${key}${at}`, percentile(arrivals, p));
  }
  note(`capture.page.cpu_ms_a_key${at}`, typing.cpu);
  note(`capture.page.script_ms_a_key${at}`, typing.script);
}

function inBrowsers(url: string, { typists }: Filled): Promise<{ typing: Typing; arrivals: number[] }> {
  const [writer, reader] = typists;
  if (!writer || !reader) throw new Error("There are not two facilitators.");
  return withBrowser(async (browser) => {
    const to = await openCapture(browser, url, reader);
    await untilWhole(to);
    await to.locator("#capture-bar textarea").click();
    const typing = await timeTyping(to);
    const from = await openCapture(browser, url, writer);
    await untilWhole(from);
    const arrivals: number[] = [];
    for (let n = 0; n < ARRIVALS; n++) arrivals.push(await timeOne(from, to, `Line ${n} of a long record`));
    return { typing, arrivals };
  });
}

/** The page has read all of the record, and the hand rests. */
async function untilWhole(page: Page): Promise<void> {
  await page.waitForFunction((all) => document.getElementsByTagName("article").length >= all, LONG_RECORD, {
    timeout: 120_000,
  });
  await page.waitForTimeout(SETTLE_MS);
}
