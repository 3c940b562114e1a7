import pg from "pg";
import { beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { chooseFile } from "@/lib/capture/import/commands/choose-file";
import { settleColumns } from "@/lib/capture/import/commands/settle-columns";
import { settleSpeakers } from "@/lib/capture/import/commands/settle-speakers";
import { startImport } from "@/lib/capture/import/commands/start-import";
import { undoImport } from "@/lib/capture/import/commands/undo-import";
import { getImport, listImports } from "@/lib/capture/import/queries/imports";
import { listContributions } from "@/lib/capture/contribution/queries/contributions";
import { listParticipants } from "@/lib/capture/people/queries/participants";
import { db } from "@/lib/platform/db";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeOutsiders,
  makeParticipant,
  makeRoundtable,
  type TestReview,
} from "@/tests/support/worlds/factories";
import { importFile, runImportJobs, settleFile } from "@/tests/support/worlds/import-file";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

let review: TestReview;
let facilitator: Viewer;

beforeAll(async () => {
  ({ review, facilitator } = await makeScene({ members: ["facilitator"] }));
});

const bytes = (text: string) => Uint8Array.from(Buffer.from(text));
const contributionsOf = async ({ id }: { id: string }) =>
  (await listContributions(facilitator, { reviewId: review.id, roundtableId: id })).contributions;
/** Contributions that participants are shown to have. */
const heardIn = async ({ id }: { id: string }) =>
  (await listParticipants(facilitator, id)).reduce((sum, { contributions }) => sum + contributions, 0);

describe("importing a file", () => {
  test("finds speakers by label and by name, and makes participants for the rest", async () => {
    const roundtable = await makeRoundtable(review);
    const known = await makeParticipant(review, roundtable, { name: "Ada Lane" });
    const text = `text,speaker,question\nOne,${known.label.toLowerCase()},1\nTwo,ada  lane,\nThree,New Person,\nFour,new person ,\nFive,,`;
    const done = await importFile(facilitator, { roundtableId: roundtable.id, text });
    expect(done).toMatchObject({ state: "visible", rows: 5, problems: [], speakers: { list: [] } });
    const contributions = await contributionsOf(roundtable);
    expect(contributions.map((contribution) => contribution.text)).toEqual([
      "One",
      "Two",
      "Three",
      "Four",
      "Five",
    ]);
    expect(contributions.slice(0, 2).map(({ speaker }) => speaker?.participantId)).toEqual([
      known.id,
      known.id,
    ]);
    expect(contributions[2]?.speaker?.participantId).toBe(contributions[3]?.speaker?.participantId);
    expect(contributions[2]).toMatchObject({ source: "identified", permission: null });
    expect(contributions[4]).toMatchObject({ source: "unidentified", speaker: null });
    expect(contributions[0]?.question?.position).toBe(1);
    expect(await db().auditEntry.count({ where: { action: "contribution.import" } })).toBe(1);
  });

  test("keeps no name of a speaker who is left unknown", async () => {
    const roundtable = await makeRoundtable(review);
    const text = "text,speaker\nOne,Nameless Sentinel";
    await importFile(facilitator, { roundtableId: roundtable.id, text, rest: "unknown" });
    expect(await contributionsOf(roundtable)).toMatchObject([{ source: "unidentified", speaker: null }]);
    expect(await db().identity.count({ where: { name: { contains: "Sentinel" } } })).toBe(0);
    const stored = await db().import.findFirstOrThrow({ where: { roundtableId: roundtable.id } });
    expect(JSON.stringify(stored)).not.toContain("Sentinel");
  });

  test("leaves out invalid rows, names each, and keeps none of their words", async () => {
    const roundtable = await makeRoundtable(review);
    const text = "text,stance,time\nOne,ask,14:32\n,ask,14:40\nTwo,praise,\nThree,,25:99";
    const { rows, problems } = await importFile(facilitator, { roundtableId: roundtable.id, text });
    expect(rows).toBe(2);
    expect(problems).toEqual([
      { line: 3, reason: "It has no words" },
      { line: 4, reason: "An entry is not a stance. Use strength, improvement, ask or observation" },
    ]);
  });

  test("leaves a speaker's contributions out when asked to, or gives them to a host", async () => {
    const roundtable = await makeRoundtable(review);
    const text = "Ada: One\nBen: Two\nAda: Three\nCleo: Four";
    const file = { roundtableId: roundtable.id, fileName: "a.txt", text };
    const importId = await settleFile(facilitator, file);
    const { speakers } = await getImport(facilitator, roundtable.id, importId);
    expect(speakers.list).toMatchObject([
      { name: "Ada", contributions: 2 },
      { contributions: 1 },
      { contributions: 1 },
    ]);
    const at = (name: string) => String(speakers.list.findIndex((speaker) => speaker.name === name));
    await settleSpeakers(facilitator, { importId, entries: { [at("Ada")]: "out", [at("Ben")]: "host" } });
    await startImport(facilitator, { importId });
    await runImportJobs();
    const { problems } = await getImport(facilitator, roundtable.id, importId);
    expect(problems.map(({ line }) => line)).toEqual([1, 3]);
    expect(await contributionsOf(roundtable)).toMatchObject([
      { text: "Two", source: "host", speaker: { label: "H1" } },
      { text: "Four", source: "identified", speaker: { label: "P01" } },
    ]);
  });

  test("marks a contribution without a time in the file as having none", async () => {
    const roundtable = await makeRoundtable(review);
    await importFile(facilitator, { roundtableId: roundtable.id, text: "text,time\nOne,14:32\nTwo," });
    expect((await contributionsOf(roundtable)).map(({ text, timeKnown }) => [text, timeKnown])).toEqual([
      ["Two", false],
      ["One", true],
    ]);
  });

  test("leaves out what somebody said after they had left the review", async () => {
    const roundtable = await makeRoundtable(review);
    const gone = await makeParticipant(review, roundtable, { name: "Ada Lane" });
    const leftAt = new Date(roundtable.heldOn.getTime() + 14 * 3_600_000);
    await db().person.update({ where: { id: gone.personId }, data: { leftAt } });
    const text = "text,speaker,time\nBefore,Ada Lane,09:00\nAfter,Ada Lane,17:00";
    const { problems } = await importFile(facilitator, { roundtableId: roundtable.id, text });
    expect(problems).toEqual([{ line: 3, reason: "Its speaker had already left the review" }]);
    expect((await contributionsOf(roundtable)).map((contribution) => contribution.text)).toEqual(["Before"]);
  });

  test("a second time is refused and adds nothing, until it is undone as a whole", async () => {
    const roundtable = await makeRoundtable(review);
    const file = { roundtableId: roundtable.id, text: "text,speaker\nOne,Ada Lane\nTwo," };
    const { id: importId } = await importFile(facilitator, file);
    await expect(importFile(facilitator, file)).rejects.toThrow(
      /already been imported.*2 contributions\. Nothing was added/,
    );
    expect(await contributionsOf(roundtable)).toHaveLength(2);
    expect(await heardIn(roundtable)).toBe(1);
    await undoImport(facilitator, { importId });
    await undoImport(facilitator, { importId });
    expect(await contributionsOf(roundtable)).toHaveLength(0);
    expect(await heardIn(roundtable)).toBe(0);
    expect(await db().contribution.count({ where: { roundtableId: roundtable.id } })).toBe(2);
    expect(await importFile(facilitator, file)).toMatchObject({ state: "visible", rows: 2 });
    expect(await listImports(facilitator, roundtable.id)).toMatchObject([
      { state: "visible" },
      { state: "undone", rows: 2 },
    ]);
  });

  test("the same file while it is still being previewed leads to the first import", async () => {
    const roundtable = await makeRoundtable(review);
    const file = { roundtableId: roundtable.id, fileName: "a.csv", bytes: bytes("text\nOne") };
    const first = await chooseFile(facilitator, file);
    expect(await chooseFile(facilitator, file)).toEqual(first);
    expect(await db().import.count({ where: { roundtableId: roundtable.id } })).toBe(1);
  });

  test("remembers what the columns of a shape hold", async () => {
    const columns = "Wer,Was,Anderes\n";
    const first = await makeRoundtable(review);
    const { importId } = await chooseFile(facilitator, {
      roundtableId: first.id,
      fileName: "a.csv",
      bytes: bytes(`${columns}Ada,One,x`),
    });
    const asked = { importId, wording: "verbatim" as const };
    await expect(settleColumns(facilitator, { ...asked, entries: { "0": "speaker" } })).rejects.toMatchObject(
      { fieldErrors: { "column-0": expect.stringContaining("words") as string } },
    );
    await expect(
      settleColumns(facilitator, { ...asked, entries: { "0": "speaker", "1": "speaker" } }),
    ).rejects.toMatchObject({
      fieldErrors: { "column-1": expect.stringContaining("Two columns") as string },
    });
    await settleColumns(facilitator, { ...asked, entries: { "0": "speaker", "1": "text" } });
    const second = await makeRoundtable(review);
    const again = await chooseFile(facilitator, {
      roundtableId: second.id,
      fileName: "b.csv",
      bytes: bytes(`${columns}Ben,Two,y`),
    });
    expect((await getImport(facilitator, second.id, again.importId)).columns).toMatchObject({
      fields: ["speaker", "text", null],
      wording: "verbatim",
    });
  });

  test("stores two thousand contributions of several hundred speakers in few statements", async () => {
    const roundtable = await makeRoundtable(review);
    const rows = Array.from({ length: 2_200 }, (_, n) => `"Words, number ${n}",Speaker ${n % 700}`);
    const query = vi.spyOn(pg.Client.prototype, "query");
    onTestFinished(() => query.mockRestore());
    const text = ["text,speaker", ...rows].join("\n");
    expect(await importFile(facilitator, { roundtableId: roundtable.id, text })).toMatchObject({
      rows: 2_200,
    });
    // None for each row, nor for each speaker.
    expect(query.mock.calls.length).toBeGreaterThan(0);
    expect(query.mock.calls.length).toBeLessThan(300);
    expect(await db().participant.count({ where: { roundtableId: roundtable.id } })).toBe(700);
    const texts = await db().contribution.findMany({
      where: { roundtableId: roundtable.id },
      orderBy: { sequence: "asc" },
      select: { text: true },
    });
    expect(texts.map((contribution) => contribution.text)).toEqual(rows.map((_, n) => `Words, number ${n}`));
  });

  test("is refused before the session starts", async () => {
    const roundtable = await makeRoundtable(review, { state: "planned" });
    await expect(settleFile(facilitator, { roundtableId: roundtable.id, text: "text\nOne" })).rejects.toThrow(
      /Start it/,
    );
  });

  test("is only for the review's facilitators", async () => {
    const roundtable = await makeRoundtable(review);
    const file = { roundtableId: roundtable.id, text: "text\nOne" };
    const others = await makeOutsiders(review);
    for (const viewer of others)
      await expect(settleFile(viewer, file)).rejects.toMatchObject({ kind: "not-found" });
    const { id: importId } = await importFile(facilitator, file);
    for (const viewer of others) {
      await expect(undoImport(viewer, { importId })).rejects.toMatchObject({ kind: "not-found" });
      await expect(getImport(viewer, roundtable.id, importId)).rejects.toMatchObject({ kind: "not-found" });
      expect(await listImports(viewer, roundtable.id)).toEqual([]);
    }
    await expect(undoImport(facilitator, { importId })).resolves.toBeDefined();
  });
});
