import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { importContributions } from "@/lib/capture/commands/import-contributions";
import { undoImport } from "@/lib/capture/commands/undo-import";
import { listImports } from "@/lib/capture/queries/imports";
import { listLines } from "@/lib/capture/queries/lines";
import { listParticipants } from "@/lib/capture/queries/participants";
import { db } from "@/lib/platform/db";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeMember,
  makeParticipant,
  makeReview,
  makeRoundtable,
  makeStranger,
  type TestReview,
} from "@/tests/support/factories";

openTestDatabase();

let review: TestReview;
let facilitator: Viewer;

beforeAll(async () => {
  review = await makeReview();
  facilitator = await makeMember(review, "facilitator");
});

const file = (text: string) => Uint8Array.from(Buffer.from(text));
const csv = (roundtableId: string, text: string, over: object = {}) => ({
  roundtableId,
  fileName: "record.csv",
  bytes: file(text),
  unknownSpeakers: "participants" as const,
  ...over,
});

describe("importing a file", () => {
  test("finds speakers by label and by name, and makes participants of the rest", async () => {
    const roundtable = await makeRoundtable(review);
    const known = await makeParticipant(review, roundtable, { name: "Ada Lane" });
    const result = await importContributions(
      facilitator,
      csv(
        roundtable.id,
        `text,speaker,question\nOne,${known.label.toLowerCase()},1\nTwo,ada lane,\nThree,New Person,\nFour,new person ,\nFive,,`,
      ),
    );
    expect(result).toMatchObject({ imported: true, lines: 5, newParticipants: 1, unnamed: 0 });
    const { lines } = await listLines(facilitator, { reviewId: review.id, roundtableId: roundtable.id });
    expect(lines.map(({ text }) => text)).toEqual(["One", "Two", "Three", "Four", "Five"]);
    expect(lines.slice(0, 2).map(({ speaker }) => speaker?.participantId)).toEqual([known.id, known.id]);
    expect(lines[2]?.speaker?.participantId).toBe(lines[3]?.speaker?.participantId);
    expect(lines[2]).toMatchObject({ source: "identified", permission: null });
    expect(lines[4]).toMatchObject({ source: "unidentified", speaker: null });
    expect(lines[0]?.question?.position).toBe(1);
    expect(await db().auditEntry.count({ where: { action: "contribution.import" } })).toBe(1);
  });

  test("leaves unknown speakers unidentified when asked to, without keeping their names", async () => {
    const roundtable = await makeRoundtable(review);
    const result = await importContributions(
      facilitator,
      csv(roundtable.id, "text,speaker\nOne,Nameless Sentinel", { unknownSpeakers: "unidentified" }),
    );
    expect(result).toMatchObject({ imported: true, newParticipants: 0, unnamed: 1 });
    expect(await db().identity.count({ where: { name: { contains: "Sentinel" } } })).toBe(0);
  });

  test("with one bad row stores nothing and names the row", async () => {
    const roundtable = await makeRoundtable(review);
    const result = await importContributions(
      facilitator,
      csv(roundtable.id, "text,speaker\nOne,Somebody\n,Somebody"),
    );
    expect(result).toEqual({
      imported: false,
      problems: [{ line: 3, reason: expect.stringContaining("enter some words") as string }],
    });
    expect(await db().contribution.count({ where: { roundtableId: roundtable.id } })).toBe(0);
    expect(await listParticipants(facilitator, roundtable.id)).toEqual([]);
    expect(await listImports(facilitator, roundtable.id)).toEqual([]);
  });

  test("a second time is refused and adds nothing, until it is undone as one", async () => {
    const roundtable = await makeRoundtable(review);
    const input = csv(roundtable.id, "text\nOne\nTwo");
    const first = await importContributions(facilitator, input);
    await expect(importContributions(facilitator, input)).rejects.toThrow(/already. Nothing was added/);
    const filter = { reviewId: review.id, roundtableId: roundtable.id };
    expect((await listLines(facilitator, filter)).total).toBe(2);
    const importId = first.imported ? first.importId : "";
    await undoImport(facilitator, { importId });
    await undoImport(facilitator, { importId });
    expect((await listLines(facilitator, filter)).total).toBe(0);
    expect(await db().contribution.count({ where: { roundtableId: roundtable.id } })).toBe(2);
    await expect(importContributions(facilitator, input)).resolves.toMatchObject({
      imported: true,
      lines: 2,
    });
    expect(await listImports(facilitator, roundtable.id)).toMatchObject([{ undoneAt: null }, { rows: 2 }]);
  });

  test("takes two thousand lines of several hundred speakers in well under five seconds", async () => {
    const roundtable = await makeRoundtable(review);
    const rows = Array.from({ length: 2_200 }, (_, n) => `"Words, number ${n}",Speaker ${n % 700}`);
    const began = performance.now();
    const result = await importContributions(
      facilitator,
      csv(roundtable.id, ["text,speaker", ...rows].join("\n")),
    );
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(result).toMatchObject({ imported: true, lines: 2_200, newParticipants: 700 });
    const last = await listLines(facilitator, {
      reviewId: review.id,
      roundtableId: roundtable.id,
      words: "number 2199",
    });
    expect(last.lines[0]?.speaker?.label).toBe("P100");
  });

  test("is refused before the session starts", async () => {
    const roundtable = await makeRoundtable(review, { state: "planned" });
    await expect(importContributions(facilitator, csv(roundtable.id, "text\nOne"))).rejects.toThrow(
      /Start it/,
    );
  });

  test("is for the review's facilitators alone", async () => {
    const roundtable = await makeRoundtable(review);
    const input = csv(roundtable.id, "text\nOne");
    const others = [
      await makeMember(review, "reviewer"),
      await makeMember(review, "fellow"),
      await makeMember(await makeReview(), "lead"),
      await makeStranger(),
    ];
    for (const viewer of others)
      await expect(importContributions(viewer, input)).rejects.toMatchObject({ kind: "not-found" });
    const done = await importContributions(facilitator, input);
    const importId = done.imported ? done.importId : "";
    for (const viewer of others)
      await expect(undoImport(viewer, { importId })).rejects.toMatchObject({ kind: "not-found" });
    await expect(undoImport(facilitator, { importId })).resolves.toBeDefined();
  });
});
