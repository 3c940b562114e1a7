import { expect, test } from "vitest";
import { EVIDENCE_PAGE } from "@/lib/aggregate/figures/released-contribution";
import { themeFigures } from "@/lib/aggregate/figures/queries/theme-figures";
import { EVERYTHING } from "@/lib/aggregate/live/live-filter";
import { listNarrowedEvidence } from "@/lib/aggregate/live/queries/narrowed-evidence";
import { pool } from "@/lib/platform/db";
import type { CodingFilter } from "@/lib/tag/coding/queries/coding-where";
import { listCodingContributions } from "@/lib/tag/coding/queries/workbench";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeParticipant,
  makeRoundtable,
  makeTagging,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

/**
 * More than are all found before a page of them is read. The database has no statistics of them, as after a first import:
 * what is kept must not take the square of their number to work out.
 */
const EACH = 701;
const TAKE = 450;

/** A theme on many contributions of three roundtables, and on every third of a fourth. */
async function makeMany() {
  const scene = await makeScene({ members: ["lead", "facilitator"], theme: {} });
  const { review, theme } = scene;
  for (const day of [3, 1, 2, 4]) {
    const roundtable = await makeRoundtable(review);
    await pool().query("UPDATE roundtable SET held_on = $2 WHERE id = $1", [
      roundtable.id,
      `2026-03-0${day}`,
    ]);
    const participant = await makeParticipant(review, roundtable);
    const first = await makeContribution(roundtable, { participant, text: "First" });
    await makeTagging(first, theme, "ask");
    await pool().query(
      `INSERT INTO contribution (id, review_id, roundtable_id, source, participant_id, wording, text, said_at, recorded_by_id, sequence, salt, digest)
       SELECT gen_random_uuid(), review_id, roundtable_id, source, participant_id, wording, 'Another ' || n, said_at + (n % 5) * interval '1 minute',
         recorded_by_id, sequence + n, salt, digest FROM contribution, generate_series(1, $2) n WHERE id = $1`,
      [first.id, EACH],
    );
    await pool().query(
      `INSERT INTO tagging (id, review_id, contribution_id, theme_id, coder_id, stance, theme_revision)
       SELECT gen_random_uuid(), t.review_id, c.id, t.theme_id, t.coder_id, t.stance, t.theme_revision
       FROM tagging t JOIN contribution c ON c.id <> t.contribution_id
       WHERE t.contribution_id = $1 AND c.roundtable_id = $2 AND ($3 OR c.sequence % 3 = 0)`,
      [first.id, roundtable.id, day !== 2],
    );
  }
  return scene;
}

async function readAll(
  read: (cursor?: string) => ReturnType<typeof listCodingContributions>,
  to: "next" | "previous",
) {
  const pages: string[][] = [];
  let cursor: string | null | undefined;
  for (let n = 0; n < 20 && cursor !== null; n++) {
    const page = await read(cursor);
    pages.push(page.contributions.map(({ id }) => id));
    cursor = page[to];
  }
  // Going back, the first page is shown full.
  return to === "next" ? pages.flat() : [...new Set(pages.reverse().flat())];
}

test("a theme with many contributions is read page by page, forwards and backwards, without a gap", async () => {
  const { review, theme, lead } = await makeMany();
  const { rows: expected } = await pool().query<{ id: string }>(
    `SELECT c.id FROM contribution c JOIN roundtable r ON r.id = c.roundtable_id JOIN tagging t ON t.contribution_id = c.id
     WHERE t.theme_id = $1 ORDER BY r.held_on, r.id, c.said_at, c.sequence, c.id`,
    [theme.id],
  );
  const ids = expected.map(({ id }) => id);
  await themeFigures(lead, { reviewId: review.id, roundtableId: null });
  // One roundtable is out of date, and so has to be counted.
  await pool().query("UPDATE contribution SET struck_at = now(), struck_by_id = $2 WHERE id = $1", [
    ids[0],
    lead.userId,
  ]);
  const standing = ids.slice(1);
  for (const filter of [
    { themeId: theme.id },
    { settledThemeId: theme.id },
    { themeId: theme.id, stance: "ask" },
  ] satisfies Partial<CodingFilter>[]) {
    const read = (cursor: { after?: string | undefined; before?: string | undefined }) =>
      listCodingContributions(lead, { reviewId: review.id, ...filter, ...cursor, take: TAKE });
    expect((await read({})).total).toBe(standing.length);
    expect(await readAll((after) => read({ after }), "next")).toEqual(standing);
    const last = standing.at(-1);
    expect([...(await readAll((before) => read({ before: before ?? last }), "previous")), last]).toEqual(
      standing,
    );
  }
  const evidence = (page: number) =>
    listNarrowedEvidence(lead, {
      reviewId: review.id,
      filter: EVERYTHING,
      themeId: theme.id,
      alsoThemeId: null,
      page,
    });
  const pages = Math.ceil(standing.length / EVIDENCE_PAGE);
  for (const page of [1, Math.ceil(pages / 2), pages]) {
    const { contributions, total } = await evidence(page);
    expect(total).toBe(standing.length);
    expect(contributions.map(({ id }) => id)).toEqual(
      standing.slice((page - 1) * EVIDENCE_PAGE, page * EVIDENCE_PAGE),
    );
  }
  // Of what was counted, that of the changed roundtable alone is not read again.
  const held = () =>
    pool()
      .query(`SELECT m.roundtable_id FROM kept_match m JOIN kept_roundtable k USING (roundtable_id, version)
      WHERE m.what LIKE '["evidence"%'`);
  expect((await held()).rowCount).toBe(3);
  await themeFigures(lead, { reviewId: review.id, roundtableId: null });
  expect((await held()).rowCount).toBe(3);
  await evidence(1);
  expect((await held()).rowCount).toBe(4);
});
