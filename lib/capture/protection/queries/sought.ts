import type { Tx } from "@/lib/platform/db";
import { repeatFinder, type RepeatFinder, type Said } from "../erasure-repeats";
import { nameFinder, nameWords, termsOf, type Called } from "../name-terms";
import type { Sought } from "../trace";
import { inBatches, lateOf, type ErasureScope } from "./erasure-scope";
import type { Whose } from "./text-rows";

/** Whose names are sought. */
export type Named = Pick<Whose, "reviewId" | "participantIds" | "userIds"> & { personIds: readonly string[] };

/** What is sought where one person is erased, and what goes with them as a whole. */
export async function soughtOfPerson(tx: Tx, scope: ErasureScope): Promise<{ whose: Whose; sought: Sought }> {
  const whose = { ...scope, keptIds: [] };
  return { whose, sought: await readSought(tx, whose, scope, await readSaid(tx, scope)) };
}

/** Everything by which they may be found in other people's texts. To be read before anything of theirs goes. */
export async function readSought(tx: Tx, whose: Whose, named: Named, said: readonly Said[]): Promise<Sought> {
  const repeats = repeatFinder(said);
  if (said.length > 0) await hearOthers(tx, whose, repeats);
  const called = await readCalled(tx, named);
  return { repeats, names: nameFinder(termsOf([called], await readMeanings(tx, whose, named, called))) };
}

/** Their names, organisations and addresses, with the names of their accounts, and what files called them. */
async function readCalled(tx: Tx, { personIds, userIds, participantIds }: Named): Promise<Called> {
  const identities = await tx.identity.findMany({
    where: { personId: { in: [...personIds] } },
    select: { name: true, organisation: true, email: true },
  });
  const accounts = await tx.user.findMany({
    where: { id: { in: [...userIds] } },
    select: { name: true, email: true },
  });
  const aliases = await tx.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT s ->> 'name' AS name
    FROM import i JOIN participant p ON p.roundtable_id = i.roundtable_id AND p.id = ANY(${[...participantIds]}::uuid[])
    CROSS JOIN LATERAL jsonb_path_query(i.speakers, '$.list[*]') s
    WHERE s ->> 'as' = p.id::text AND s ->> 'name' <> ''`;
  return {
    names: [...identities, ...aliases, ...accounts].flatMap(({ name }) => name ?? []),
    organisations: identities.flatMap(({ organisation }) => organisation ?? []),
    addresses: [...identities, ...accounts].flatMap(({ email }) => email ?? []),
  };
}

/** How often others use a part of a name in lower case before it counts as an everyday word. */
const IN_USE = 3;

/** What else the parts of their names may mean here: other people, their organisations, everyday words. */
async function readMeanings(tx: Tx, whose: Whose, { reviewId, personIds }: Named, called: Called) {
  const others = await tx.identity.findMany({
    where: { person: { reviewId }, personId: { notIn: [...personIds] } },
    select: { name: true, organisation: true },
  });
  const hosts = await tx.roundtable.findMany({
    where: { reviewId },
    distinct: ["host"],
    select: { host: true },
  });
  const parts = [...new Set([...called.names, ...called.organisations].flatMap(nameWords))];
  const used =
    parts.length === 0
      ? []
      : await tx.$queryRaw<{ part: string }[]>`
          SELECT part FROM unnest(${parts}::text[]) part
          WHERE ${IN_USE} <= (SELECT count(*) FROM (
            SELECT FROM contribution c
            WHERE c.review_id = ${reviewId}::uuid AND position(' ' || part || ' ' IN c.text) > 0
              AND c.id <> ALL(${[...whose.contributionIds]}::uuid[]) LIMIT ${IN_USE}) used)`;
  return {
    otherNames: others.map(({ name }) => name),
    otherOrganisations: [
      ...others.flatMap(({ organisation }) => organisation ?? []),
      ...hosts.map(({ host }) => host),
    ],
    inLowerCase: new Set(used.map(({ part }) => part)),
  };
}

const TEXTS_AT_ONCE = 1000;

/** Takes in what other people at the review's roundtables said. */
async function hearOthers(
  tx: Tx,
  { reviewId, contributionIds }: Whose,
  repeats: RepeatFinder,
): Promise<void> {
  const theirs = new Set(contributionIds);
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const rows = await tx.contribution.findMany({
      where: { reviewId, id: { gt: after }, participantId: { not: null }, text: { not: "" } },
      orderBy: { id: "asc" },
      take: TEXTS_AT_ONCE,
      select: { id: true, text: true },
    });
    for (const { id, text } of rows) if (!theirs.has(id)) repeats.hear(text);
    if (rows.length < TEXTS_AT_ONCE) return;
    after = rows.at(-1)?.id ?? after;
  }
}

/** Every text of the contributions, current, earlier, masked and late, each with its speaker. */
export async function readSaid(
  tx: Tx,
  { contributionIds, participantIds }: Pick<Whose, "contributionIds" | "participantIds">,
): Promise<Said[]> {
  const said: Said[] = [];
  for (const ids of inBatches(contributionIds)) {
    const rows = await tx.$queryRaw<Said[]>`
      WITH theirs AS (
        SELECT c.id, c.text, p.person_id::text AS by
        FROM contribution c LEFT JOIN participant p ON p.id = c.participant_id WHERE c.id = ANY(${ids}::uuid[]))
      SELECT by, text FROM theirs
      UNION SELECT by, r.text FROM theirs JOIN contribution_revision r ON r.contribution_id = theirs.id
      UNION SELECT by, k.text FROM theirs JOIN clearance k ON k.contribution_id = theirs.id
      UNION SELECT by, a.text FROM theirs JOIN amendment a ON a.contribution_id = theirs.id
      UNION SELECT by, l.payload ->> 'text' FROM theirs JOIN late_entry l ON theirs.id IN (l.id, l.contribution_id)`;
    said.push(...rows.filter(({ text }) => text));
  }
  const late = await tx.$queryRaw<Said[]>`
    SELECT p.person_id::text AS by, s #>> '{}' AS text
    FROM late_entry l LEFT JOIN participant p ON p.id = l.participant_id
    CROSS JOIN LATERAL jsonb_path_query(l.payload, 'strict $.**.text') s
    WHERE l.id = ANY(${await lateOf(tx, participantIds)}::uuid[]) AND jsonb_typeof(s) = 'string'`;
  return [...said, ...late];
}
