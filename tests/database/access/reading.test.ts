import { readFileSync } from "node:fs";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { requireCan, type Viewer } from "@/lib/access/policy";
import { noteContributions, noteNames, noteRefusal } from "@/lib/access/reading";
import { SITTING_MS } from "@/lib/access/sitting";
import { getContribution, listContributions } from "@/lib/capture/contribution/queries/contributions";
import { listIdentities } from "@/lib/capture/people/queries/participants";
import { db, pool, transaction } from "@/lib/platform/db";
import { openTestDatabase } from "@/tests/support/database";
import { makeMember, makeStranger } from "@/tests/support/worlds/factories";
import { readersOfRoutes } from "@/tests/support/readers";
import {
  makeReadingWorld,
  READING_TABLE,
  READS_OTHERWISE,
  type ReadingWorld,
} from "@/tests/support/reading-table";

openTestDatabase();

let world: ReadingWorld;
beforeAll(async () => {
  world = await makeReadingWorld();
});

afterEach(() => {
  vi.useRealTimers();
});

/** "action subject-id" of each entry that the viewer has made, sorted. */
async function entriesOf({ userId }: Viewer): Promise<string[]> {
  const entries = await db().auditEntry.findMany({
    where: { actorId: userId },
    select: { action: true, subjectId: true },
  });
  return entries.map(({ action, subjectId }) => `${action} ${subjectId}`).sort();
}

/** What a sitting later is only a matter of the process's clock. */
function aSittingLater(): void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + SITTING_MS + 1000 });
}

const newFacilitator = () => makeMember(world.review, "facilitator");

describe.each(Object.entries(READING_TABLE))("%s", (_name, { role, read, entries }) => {
  test("is recorded once a sitting, by ids alone", async () => {
    const viewer = await makeMember(world.review, role);
    const expected = entries.map(([action, subject]) => `${action} ${world[subject].id}`).sort();
    await read(viewer, world);
    expect(await entriesOf(viewer)).toEqual(expected);
    await read(viewer, world);
    expect(await entriesOf(viewer)).toEqual(expected);
    aSittingLater();
    await read(viewer, world);
    expect(await entriesOf(viewer)).toEqual([...expected, ...expected].sort());
  });
});

test("whatever a route reads words or names with is in the table, or says why not", () => {
  const listed = Object.keys(READING_TABLE).map((name) => name.split(" ")[0] ?? "");
  const readers = readersOfRoutes();
  const missing = readers.filter(({ name }) => !listed.includes(name)).map(({ name }) => name);
  expect(missing.sort()).toEqual(Object.keys(READS_OTHERWISE).sort());
  for (const [name, through] of Object.entries(READS_OTHERWISE)) {
    if (through.startsWith("a write")) continue;
    expect(listed).toContain(through);
    const file = readers.find((reader) => reader.name === name)?.file ?? "";
    expect(readFileSync(file, "utf8")).toMatch(new RegExp(`\\b${through}\\(viewer,`));
  }
});

test("queries that run side by side record one entry", async () => {
  const viewer = await newFacilitator();
  const { contribution, review, roundtable } = world;
  const list = () => listContributions(viewer, { reviewId: review.id, roundtableId: roundtable.id });
  const one = () => getContribution(viewer, contribution.id);
  await Promise.all([list(), one(), list(), one(), list()]);
  expect(await entriesOf(viewer)).toEqual([`contribution.read ${roundtable.id}`]);
});

test("who sees nothing is recorded with nothing", async () => {
  const outsiders = [await makeStranger(), await makeMember(world.review, "fellow")];
  for (const viewer of outsiders) {
    await expect(getContribution(viewer, world.contribution.id)).rejects.toMatchObject({ kind: "not-found" });
    expect(await entriesOf(viewer)).toEqual([]);
  }
});

test("a reading in a transaction that rolls back is recorded when it is done again", async () => {
  const viewer = await newFacilitator();
  const { review, roundtable } = world;
  const names = { reviewId: review.id, subjectType: "roundtable", subjectId: roundtable.id } as const;
  const attempt = transaction(async (tx) => {
    await noteNames(viewer, names, tx);
    throw new Error("Something else failed.");
  });
  await expect(attempt).rejects.toThrow("Something else failed.");
  expect(await entriesOf(viewer)).toEqual([]);
  await transaction((tx) => noteNames(viewer, names, tx));
  await transaction((tx) => noteNames(viewer, names, tx));
  expect(await entriesOf(viewer)).toEqual([`identity.read ${roundtable.id}`]);
});

test("a reading in a transaction that does not pass its client on is a fault", async () => {
  const viewer = await newFacilitator();
  const { review, roundtable } = world;
  const where = [{ reviewId: review.id, roundtableId: roundtable.id }];
  await expect(transaction(() => noteContributions(viewer, where))).rejects.toThrow(/transaction is open/);
});

test("what cannot be recorded is not read, in and outside of a transaction; afterwards it is", async () => {
  const viewer = await newFacilitator();
  await pool().query(
    `ALTER TABLE audit_entry ADD CONSTRAINT full_disk CHECK (actor_id <> '${viewer.userId}') NOT VALID`,
  );
  await expect(getContribution(viewer, world.contribution.id)).rejects.toThrow(/full_disk/);
  await expect(listIdentities(viewer, world.roundtable.id)).rejects.toThrow(/full_disk/);
  await pool().query(`ALTER TABLE audit_entry DROP CONSTRAINT full_disk`);
  expect((await getContribution(viewer, world.contribution.id)).text).toBe("The coach was good");
  expect((await listIdentities(viewer, world.roundtable.id)).size).toBe(2);
  expect(await entriesOf(viewer)).toEqual(
    [`contribution.read ${world.roundtable.id}`, `identity.read ${world.roundtable.id}`].sort(),
  );
});

test("the usual reading takes no statement of its own", async () => {
  const viewer = await newFacilitator();
  const where = [{ reviewId: world.review.id, roundtableId: world.roundtable.id }];
  await noteContributions(viewer, where);
  const statements = vi.spyOn(pool(), "query");
  const connections = vi.spyOn(pool(), "connect");
  for (let n = 0; n < 1000; n++) await noteContributions(viewer, where);
  expect(statements).not.toHaveBeenCalled();
  expect(connections).not.toHaveBeenCalled();
  statements.mockRestore();
  connections.mockRestore();
});

describe("a refusal", () => {
  const refusalOf = (viewer: Viewer, reviewId: string) => {
    try {
      requireCan(viewer, "identity.read", { reviewId });
    } catch (error) {
      return error;
    }
    throw new Error("It was allowed.");
  };

  test("of a member is recorded once a sitting, with what was refused", async () => {
    const reviewer = await makeMember(world.review, "reviewer");
    for (let n = 0; n < 3; n++) await noteRefusal(refusalOf(reviewer, world.review.id));
    const entries = await db().auditEntry.findMany({ where: { actorId: reviewer.userId } });
    expect(entries).toMatchObject([
      { action: "access.refuse", reviewId: world.review.id, detail: { refused: "identity.read" } },
    ]);
  });

  test("of somebody who is no member is none of the review's log", async () => {
    const stranger = await makeStranger();
    await noteRefusal(refusalOf(stranger, world.review.id));
    expect(await entriesOf(stranger)).toEqual([]);
  });
});
