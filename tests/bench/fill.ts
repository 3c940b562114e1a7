import type { Viewer } from "@/lib/access/policy";
import { createSession } from "@/lib/access/sign-in/sessions";
import { connect, db, disconnect, pool, transaction } from "@/lib/platform/db";
import { openDatabase } from "@/lib/platform/database-pool";
import { migrate } from "@/prisma/migrate";
import { makeNpqReview } from "@/prisma/npq-review";
import { writeFinding } from "@/lib/synthesise/finding/commands/write-finding";
import { addRelease } from "./release";
import { addLongReport } from "./report";

/** One roundtable of 40 people for this many contributions. */
const CONTRIBUTIONS_A_ROUNDTABLE = 500;
const PEOPLE = 40;
const TYPISTS = 50;

/** A DATABASE_URL of a server, or the folder of an embedded database. */
export type Place = { DATA_DIR: string; DATABASE_URL?: string };

export type Typist = { userId: string; cookie: string };
export type Filled = {
  cookie: string;
  /** Of somebody who reads what is released. */
  reviewerCookie: string;
  reviewId: string;
  /** The roundtable that is in session. */
  roundtableId: string;
  participantIds: string[];
  /** Facilitators who are signed in. */
  typists: Typist[];
};

/**
 * Makes a database at `place` with `size` contributions at roundtables of 500 contributions and 40 people.
 * One person in four is at the next one too. Each contribution has one theme and stance, every other one a
 * second theme, every tenth a second coder; each theme has findings, and all but the first roundtable are released. The
 * rows are deterministic.
 */
export async function fill(place: Place, size: number, { released = true } = {}): Promise<Filled> {
  connect(await openDatabase({ ...place, DATABASE_POOL: 2 }));
  await migrate(pool());
  const lead = await transaction((tx) =>
    makeNpqReview(tx, { email: "bench@example.org", name: "Bench", demonstration: false }),
  );
  const reviewId = lead.memberships[0]?.reviewId ?? "";
  const roundtables = Math.max(1, Math.ceil(size / CONTRIBUTIONS_A_ROUNDTABLE));
  for (const statement of STATEMENTS) {
    await pool().query(
      statement
        .replaceAll(":review", `'${reviewId}'::uuid`)
        .replaceAll(":user", `'${lead.userId}'::uuid`)
        .replaceAll(":roundtables", String(roundtables))
        .replaceAll(":people", String(PEOPLE))
        .replaceAll(":size", String(size)),
    );
  }
  await addFindings(lead, reviewId);
  const cookie = await signIn(lead.userId);
  const typists = await addTypists(reviewId);
  await pool().query(SECOND_CODER, [typists[0]?.userId]);
  // Without statistics the planner counts 100,000 contributions one by one.
  await pool().query("ANALYZE");
  if (released) await addRelease(lead, reviewId);
  await addLongReport(lead, reviewId);
  const reviewerCookie = await addReviewer(reviewId);
  const filled = { cookie, reviewerCookie, reviewId, typists, ...(await openRoundtable()) };
  await pool().query("VACUUM ANALYZE");
  await disconnect();
  return filled;
}

async function signIn(userId: string): Promise<string> {
  const { token } = await createSession(db(), userId);
  return `npq.session=${token}`;
}

async function addReviewer(reviewId: string): Promise<string> {
  const user = await db().user.create({ data: { name: "Reviewer", email: "reviewer@example.org" } });
  await db().membership.create({ data: { reviewId, userId: user.id, role: "reviewer" } });
  return signIn(user.id);
}

async function addTypists(reviewId: string): Promise<Typist[]> {
  const typists: Typist[] = [];
  for (let n = 1; n <= TYPISTS; n++) {
    const user = await db().user.create({ data: { name: `Typist ${n}`, email: `typist-${n}@example.org` } });
    await db().membership.create({ data: { reviewId, userId: user.id, role: "facilitator" } });
    typists.push({ userId: user.id, cookie: await signIn(user.id) });
  }
  return typists;
}

async function openRoundtable() {
  const open = await db().roundtable.findFirstOrThrow({
    where: { state: "in_session" },
    select: { id: true, participants: { select: { id: true } } },
  });
  return { roundtableId: open.id, participantIds: open.participants.map(({ id: one }) => one) };
}

/** A UUID in the form of version 4, the same for the same kind and number. */
const id = (kind: string, number: string) =>
  `overlay(overlay(md5('${kind}' || (${number})::text) placing '4' from 13) placing '8' from 17)::uuid`;

/** Person p of roundtable r; every fourth person is the same as at the roundtable before. */
const person = (r: string, p: string) =>
  `CASE WHEN (${p}) % 4 = 0 AND (${r}) > 1 THEN ((${r}) - 2) * 1000 + (${p}) + 1 ELSE (${r}) * 1000 + (${p}) END`;

const STATEMENTS = [
  `INSERT INTO roundtable (id, review_id, slug, title, held_on, place, host, confidentiality, state, created_by_id)
   SELECT ${id("r", "r")}, :review, 'roundtable-' || r, 'Roundtable ' || r, date '2025-01-01' + r, 'Leeds', 'College', 'role_only',
     CASE WHEN r = 1 THEN 'in_session' ELSE 'closed' END::roundtable_state, :user FROM generate_series(1, :roundtables) r`,
  `INSERT INTO question (id, roundtable_id, position, text)
   SELECT ${id("q", "r * 10 + q")}, ${id("r", "r")}, q, 'Question ' || q FROM generate_series(1, :roundtables) r, generate_series(1, 3) q`,
  `INSERT INTO person (id, review_id) SELECT DISTINCT ${id("p", person("r", "p"))}, :review
   FROM generate_series(1, :roundtables) r, generate_series(1, :people) p`,
  `INSERT INTO participant (id, review_id, roundtable_id, person_id, label, created_by_id)
   SELECT ${id("a", "r * 1000 + p")}, :review, ${id("r", "r")}, ${id("p", person("r", "p"))}, 'P' || lpad(p::text, 2, '0'), :user
   FROM generate_series(1, :roundtables) r, generate_series(1, :people) p`,
  `INSERT INTO participant_attribute (id, participant_id, attribute, value, by_id)
   SELECT gen_random_uuid(), ${id("a", "r * 1000 + p")}, 'role',
     (ARRAY['headteacher', 'SENCO', 'classroom teacher', 'middle leader'])[1 + p % 4], :user
   FROM generate_series(1, :roundtables) r, generate_series(1, :people) p`,
  `INSERT INTO permission (id, participant_id, level, wording_id, means, by_id)
   SELECT gen_random_uuid(), a.id, 'verbatim', (SELECT id FROM permission_wording LIMIT 1), 'facilitator', :user FROM participant a`,
  `INSERT INTO contribution (id, review_id, roundtable_id, question_id, participant_id, source, wording, text, stance, said_at,
     recorded_by_id, sequence, salt, digest)
   SELECT ${id("c", "n")}, :review, ${id("r", "1 + n / 500")}, ${id("q", "(1 + n / 500) * 10 + 1 + n % 3")},
     ${id("a", "(1 + n / 500) * 1000 + 1 + (n * 7) % :people")}, 'identified', 'gist',
     'Contribution ' || n || ' of what was said about marking, funding, coaching and how the course fits a school of its size.',
     (ARRAY['strength', 'improvement', 'ask', 'observation'])[1 + n % 4]::stance,
     timestamptz '2025-01-01 14:00+00' + (n / 500) * interval '1 day' + (n % 500) * interval '10 seconds',
     :user, 1 + n % 500, decode(md5(n::text), 'hex'), sha256(decode(md5(n::text), 'hex'))
   FROM generate_series(0, :size - 1) n`,
  `INSERT INTO clearance (id, contribution_id, revision, masks, text, by_id)
   SELECT gen_random_uuid(), c.id, 1, '[]', c.text, :user FROM contribution c WHERE c.sequence % 5 <> 0`,
  `INSERT INTO coder (id, user_id) VALUES (${id("k", "1")}, :user)`,
  `INSERT INTO tagging (id, review_id, contribution_id, theme_id, coder_id, stance, theme_revision)
   SELECT gen_random_uuid(), :review, c.id, t.id, ${id("k", "1")}, c.stance, 1
   FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM contribution) c
   JOIN (SELECT id, row_number() OVER (ORDER BY slug) - 1 AS t FROM theme WHERE axis = 'theme') t
     ON t.t = c.n % 11 OR (c.n % 2 = 0 AND t.t = (c.n / 11) % 11)`,
];

/** A colleague codes every tenth contribution; on every fiftieth they leave out one of two themes. */
const SECOND_CODER = `WITH k AS (INSERT INTO coder (id, user_id) VALUES (${id("k", "2")}, $1) RETURNING id)
  INSERT INTO tagging (id, review_id, contribution_id, theme_id, coder_id, stance, theme_revision)
  SELECT gen_random_uuid(), t.review_id, t.contribution_id, t.theme_id, k.id, t.stance, 1
  FROM k, (SELECT *, row_number() OVER (PARTITION BY contribution_id ORDER BY theme_id) AS place FROM tagging) t
  JOIN contribution c ON c.id = t.contribution_id
  WHERE c.sequence % 10 = 0 AND (c.sequence % 50 <> 0 OR t.place = 1)`;

async function addFindings(lead: Viewer, reviewId: string) {
  const { rows: themes } = await pool().query<{ id: string; title: string }>(
    `SELECT id, title FROM theme WHERE axis = 'theme'`,
  );
  for (const theme of themes) {
    for (const stance of ["strength", "improvement", "ask"] as const) {
      const text =
        stance === "ask"
          ? `More attention to ${theme.title.toLowerCase()}.`
          : `This part of the course, ${theme.title.toLowerCase()}, is described alike.`;
      const finding = await writeFinding(lead, { reviewId, themeId: theme.id, text, stance });
      await pool().query(
        `INSERT INTO finding_evidence (id, review_id, finding_id, contribution_id, bearing, by_id)
         SELECT gen_random_uuid(), $1, $2, t.contribution_id, 'supports', $4 FROM tagging t
         WHERE t.theme_id = $3 AND t.stance = $5::stance ORDER BY t.contribution_id LIMIT 40`,
        [reviewId, finding.id, theme.id, lead.userId, stance],
      );
    }
  }
}
