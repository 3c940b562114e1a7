import { z } from "zod";
import { canonicalJson } from "@/lib/platform/canonical-json";
import type { Tx } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";
import { counts, type CountedRoundtable } from "@/lib/aggregate/figures/queries/counts";
import { ReleasedCountsShape } from "../check/theme-history";
import { changedBetween } from "../release-counts";
import type { ReleaseInput } from "../release-source";
import { LEAST_CHANGED_PEOPLE, LEAST_NEW_PEOPLE, type ReleaseChoices } from "../release-choices";
import { ReleasedBreakdownShape, ReleasedNpqsShape, ReleasedTableShape } from "../release-contents";
import { countBreakdowns } from "./breakdown-counts";
import { countCombinations } from "./combinations";
import { readTold } from "./told";
import { countNpqs } from "./npq-counts";
import { countFindings, type FindingsToRelease } from "./finding-counts";

type Choices = Pick<ReleaseChoices, "tables" | "waiting" | "withoutFindings">;

/** What a release would be planned from, or in words why there is nothing to release. */
export type ToRelease = {
  input: ReleaseInput;
  covered: CountedRoundtable[];
  /** Closed roundtables that wait, because the lead chose so or because too few new people came. */
  waiting: CountedRoundtable[];
  /** Closed roundtables that no release covers yet, taken in or not. */
  fresh: CountedRoundtable[];
  /** All findings that it could tell, those that the lead leaves out too. */
  findings: { id: string; text: string }[];
  newPeople: number;
  /** Of people whose figures changed since the last release, how many there are at least. */
  changed: number;
  /** Findings of a few that cannot be told. */
  notPermitted: FindingsToRelease["notPermitted"];
  /** Everything that the release depends on: it is the same as long as nothing changed. */
  digest: string;
};

export async function readToRelease(
  client: Tx,
  review: { id: string; smallNumber: number },
  choices: Choices,
): Promise<ToRelease | { refused: string }> {
  const before = await releasesBefore(client, review.id);
  const last = before.at(-1);
  const closed = await client.roundtable.findMany({
    where: { reviewId: review.id, state: "closed" },
    orderBy: [{ heldOn: "asc" }, { id: "asc" }],
    select: { id: true, slug: true, title: true },
  });
  const released = new Set(last?.roundtables);
  const fresh = closed.filter(({ id }) => !released.has(id) && !choices.waiting.includes(id));
  const newPeople = await countNewPeople(
    client,
    [...released],
    fresh.map(({ id }) => id),
  );
  const taken = newPeople >= LEAST_NEW_PEOPLE ? new Set(fresh.map(({ id }) => id)) : new Set<string>();
  const covered = closed.filter(({ id }) => released.has(id) || taken.has(id));
  if (covered.length === 0) return { refused: nothingToRelease(closed.length, newPeople) };
  const counted = await counts(client, review.id, covered);
  const npqs = await countNpqs(client, review.id, counted);
  const changed = last ? changedBetween(last.checked, counted, npqs) : 0;
  const carried = taken.size === 0 && changed > 0 && changed < LEAST_CHANGED_PEOPLE ? (last ?? null) : null;
  const ids = covered.map(({ id }) => id);
  const scope = { roundtables: ids, threshold: review.smallNumber };
  const { findings, notPermitted } = await countFindings(client, review.id, scope);
  const input: ReleaseInput = {
    number: (last?.number ?? 0) + 1,
    threshold: review.smallNumber,
    counts: counted,
    combinations: await countCombinations(client, counted, npqs.counts),
    breakdowns: await countBreakdowns(client, ids),
    findings: findings.filter(({ id }) => !choices.withoutFindings.includes(id)),
    npqs,
    before: before.map(({ checked, breakdowns, npqs: told }) => ({ checked, breakdowns, npqs: told })),
    carried: carried && carried.tables,
    told: await readTold(client, review.id),
    tables: choices.tables,
  };
  const waiting = closed.filter((one) => !covered.includes(one));
  const digest = digestOf(input);
  const neverReleased = closed.filter(({ id }) => !released.has(id));
  return {
    input,
    covered,
    waiting,
    fresh: neverReleased,
    findings,
    newPeople,
    changed,
    notPermitted,
    digest,
  };
}

function nothingToRelease(closed: number, newPeople: number): string {
  if (closed === 0)
    return "No roundtable is closed yet, so there is nothing to release. Close a roundtable first.";
  return `A release needs at least ${LEAST_NEW_PEOPLE} people, so that nobody can be told apart in it. ${newPeople} were present at the roundtables that are closed. Close another roundtable first.`;
}

/** What was released before is in it by its number alone, since a release never changes. */
function digestOf(input: ReleaseInput): string {
  const {
    number,
    threshold,
    counts: counted,
    combinations,
    breakdowns,
    findings,
    npqs,
    told,
    tables,
  } = input;
  const all = { number, threshold, counted, combinations, breakdowns, findings, npqs, told, tables };
  return Buffer.from(sha256(canonicalJson(inNoOrder(all)))).toString("hex");
}

/** The database gives rows in any order. */
function inNoOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => canonicalJson(inNoOrder(one))).sort();
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inNoOrder(inner)]));
}

const Breakdowns = z.array(ReleasedBreakdownShape);
const Checked = z.record(z.string(), ReleasedCountsShape);

async function releasesBefore(client: Tx, reviewId: string) {
  const rows = await client.release.findMany({
    where: { reviewId },
    orderBy: { number: "asc" },
    select: {
      number: true,
      breakdowns: true,
      npqs: true,
      checked: true,
      tables: { select: { figures: true }, orderBy: { id: "asc" } },
      roundtables: { select: { roundtableId: true } },
    },
  });
  return rows.map(({ number, breakdowns, npqs, checked, tables, roundtables }) => ({
    number,
    breakdowns: Breakdowns.parse(breakdowns),
    npqs: ReleasedNpqsShape.nullable().parse(npqs),
    checked: Checked.parse(checked),
    tables: tables.map(({ figures }) => ReleasedTableShape.parse(figures)),
    roundtables: roundtables.map(({ roundtableId }) => roundtableId),
  }));
}

/** Distinct people present at the new roundtables who were at none of the released ones. */
async function countNewPeople(
  client: Tx,
  released: readonly string[],
  fresh: readonly string[],
): Promise<number> {
  const [row] = await client.$queryRaw<{ people: number }[]>`
    SELECT count(DISTINCT p.person_id)::int AS people FROM participant p
    WHERE p.roundtable_id = ANY(${fresh}::uuid[]) AND p.present AND NOT p.host
      AND NOT EXISTS (
        SELECT 1 FROM participant q
        WHERE q.person_id = p.person_id AND q.roundtable_id = ANY(${released}::uuid[]) AND q.present AND NOT q.host)`;
  return row?.people ?? 0;
}
