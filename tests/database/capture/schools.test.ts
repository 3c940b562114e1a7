import { createReadStream } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { loadSchools } from "@/lib/capture/people/commands/load-schools";
import { registerParticipant } from "@/lib/capture/people/commands/register-participant";
import { listIdentities } from "@/lib/capture/people/queries/participants";
import { findSchool, getSchoolRegister, searchSchools } from "@/lib/capture/people/queries/schools";
import { firstFile } from "@/lib/capture/people/school-upload";
import { db } from "@/lib/platform/db";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeMember,
  makeReview,
  makeRoundtable,
  makeStranger,
  type TestReview,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";
import { sharedFile } from "@/tests/support/shared-data";

openTestDatabase();

let review: TestReview;
let lead: Viewer;
let facilitator: Viewer;

beforeAll(async () => {
  ({ review, lead, facilitator } = await makeScene({ members: ["lead", "facilitator"] }));
});

const HEADING =
  "URN,LA (name),EstablishmentName,TypeOfEstablishment (name),EstablishmentTypeGroup (name),EstablishmentStatus (name),PhaseOfEducation (name),Town,Trusts (name),GOR (name)";

async function* bytesOf(contributions: string[], encoding: BufferEncoding = "latin1", size = 50) {
  await Promise.resolve();
  const bytes = Buffer.from(contributions.join("\r\n"), encoding);
  for (let at = 0; at < bytes.length; at += size) yield Uint8Array.from(bytes.subarray(at, at + size));
}

const CONTRIBUTIONS = [
  HEADING,
  '900001,Camden,"Café, School",Community school,Local authority maintained schools,Open,Primary,London,,London',
  '900002,Leeds,St Mary\'s Academy,Academy special converter,Academies,"Open, but proposed to close",Not applicable,Leeds,A Trust,Yorkshire and the Humber',
  "900003,Leeds,Old Unit,Pupil referral unit,Local authority maintained schools,Closed,Not applicable,Leeds,,Yorkshire and the Humber",
  "400001,Cardiff,Ysgol,Welsh establishment,Welsh schools,Open,Primary,Cardiff,,Wales (pseudo)",
  "900004,Does not apply,School of Rome,British schools overseas,Other types,Open,Secondary,Rome,,Not Applicable",
  ",Leeds,No number,Community school,Local authority maintained schools,Open,Primary,Leeds,,London",
];

describe("loading the register", () => {
  test("imports England, keeps closed schools as closed, and changes nothing the second time", async () => {
    const load = (encoding: BufferEncoding) =>
      loadSchools(lead, { reviewId: review.id, bytes: bytesOf(CONTRIBUTIONS, encoding) });
    const counts = { loaded: 3, outsideEngland: 2, unreadable: 1 };
    expect(await load("latin1")).toEqual(counts);
    // One that was opened and saved again is in UTF-8.
    expect(await load("utf8")).toEqual(counts);
    expect(await getSchoolRegister(lead, review.id)).toMatchObject({ schools: 3, open: 2 });
    expect(await findSchool(facilitator, 900001)).toMatchObject({ name: "Café, School", phase: "Primary" });
    expect(await findSchool(facilitator, 900002)).toMatchObject({
      setting: "Special schools",
      region: "Yorkshire and The Humber",
      trust: "A Trust",
      open: true,
    });
    expect(await findSchool(facilitator, 900003)).toMatchObject({
      setting: "Pupil referral unit or alternative provision",
      open: false,
    });
  });

  test("refuses a file that is not an extract", async () => {
    const load = (contributions: string[]) =>
      loadSchools(lead, { reviewId: review.id, bytes: bytesOf(contributions) });
    await expect(load(["Name,Town", "A,B"])).rejects.toThrow(/needs the columns/);
    await expect(load([])).rejects.toThrow(/empty/);
    await expect(load([HEADING, `"never closed ${"x".repeat(100_000)}`])).rejects.toThrow(/damaged/);
  });

  test("is only for the lead", async () => {
    const attempt = (viewer: Viewer) =>
      loadSchools(viewer, { reviewId: review.id, bytes: bytesOf(CONTRIBUTIONS) });
    await expect(attempt(facilitator)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(getSchoolRegister(facilitator, review.id)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(attempt(await makeMember(await makeReview(), "lead"))).rejects.toMatchObject({
      kind: "not-found",
    });
    await expect(attempt(lead)).resolves.toBeDefined();
  });

  test("reads the register's own sample", async (context) => {
    const file = sharedFile("reference/gias_sample.csv");
    if (!file) return context.skip();
    const counts = await loadSchools(lead, { reviewId: review.id, bytes: createReadStream(file) });
    expect(counts).toEqual({ loaded: 48, outsideEngland: 51, unreadable: 0 });
  });
});

describe("looking a school up", () => {
  test("finds words of its name and town, and its number, open ones first", async () => {
    const found = async (asked: string) =>
      (await searchSchools(facilitator, asked)).map(({ urn }) => urn).filter((urn) => urn > 900_000);
    expect(await found("cafe")).toContain(900001);
    expect(await found("st marys")).toContain(900002);
    expect(await found("leeds unit")).toEqual([900003]);
    expect(await found("900002")).toEqual([900002]);
    expect(await found("%")).toEqual([]);
    expect(await found("100%_")).toEqual([]);
  });

  test("is for people who register participants", async () => {
    for (const viewer of [
      await makeMember(review, "reviewer"),
      await makeMember(review, "fellow"),
      await makeStranger(),
    ]) {
      await expect(searchSchools(viewer, "leeds")).rejects.toMatchObject({ kind: "forbidden" });
      await expect(findSchool(viewer, 900001)).rejects.toMatchObject({ kind: "forbidden" });
    }
    await expect(searchSchools(facilitator, "leeds")).resolves.not.toEqual([]);
  });

  test("its number is kept in the identity, and only under its own name", async () => {
    const { id: roundtableId } = await makeRoundtable(review);
    const register = (organisation: string) =>
      registerParticipant(facilitator, { roundtableId, name: "Ada", organisation, schoolUrn: 900001 });
    const [right, wrong] = [await register("Café, School"), await register("Some other school")];
    const identities = await listIdentities(facilitator, roundtableId);
    expect(identities.get(right.id)?.schoolUrn).toBe(900001);
    expect(identities.get(wrong.id)?.schoolUrn).toBeNull();
    const participants = await db().participant.findMany({ where: { roundtableId } });
    expect(JSON.stringify(participants)).not.toContain("900001");
  });
});

describe("a file in a posted form", () => {
  const form = (content: string, tail = "\r\n--XyZ--\r\n") =>
    `--XyZ\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n${content}${tail}`;

  const streamOf = (chunks: Uint8Array[]) =>
    new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const chunk of chunks) controller.enqueue(chunk);
        controller.close();
      },
    });

  async function read(text: string, size: number, type = "multipart/form-data; boundary=XyZ") {
    const bytes = Buffer.from(text);
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      Uint8Array.from(bytes.subarray(index * size, (index + 1) * size)),
    );
    const got: Uint8Array[] = [];
    for await (const chunk of firstFile(streamOf(chunks), type)) got.push(chunk);
    return Buffer.concat(got).toString();
  }

  test.each([1, 7, 1000])("is read whole in pieces of %s bytes", async (size) => {
    const content = "one,two\r\n--Xy,--XyQ\r\n";
    expect(await read(form(content), size)).toBe(content);
  });

  test("that was cut short or is too large is refused, and so is a form without a file", async () => {
    await expect(read(form("half", ""), 10)).rejects.toThrow(/did not arrive/);
    const large = firstFile(streamOf([new Uint8Array(11)]), "multipart/form-data; boundary=XyZ", 10);
    await expect(large.next()).rejects.toMatchObject({ kind: "too-large" });
    await expect(read("a=b", 10, "text/plain")).rejects.toThrow(/Choose the extract/);
  });
});
