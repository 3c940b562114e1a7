import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { audit, type AuditInput } from "@/lib/platform/audit/audit";
import { chainAuditEntries, checkChain } from "@/lib/platform/audit/audit-chain";
import { db, pool } from "@/lib/platform/db";
import { AUDIT_COLUMNS } from "@/lib/review/audit/audit-entry";
import type { AuditFilter } from "@/lib/review/audit/audit-filter";
import { listAudit, openAuditFile } from "@/lib/review/audit/queries/audit-log";
import { listAuditPeople } from "@/lib/review/audit/queries/audit-subjects";
import { checkAuditChain } from "@/lib/review/audit/queries/chain-check";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeMember,
  makeReview,
  makeRoundtable,
  makeStranger,
  makeUser,
  type TestReview,
  type TestRoundtable,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase({ sessions: 1 });

const ALL: AuditFilter = { kind: null, who: null, roundtableId: null, from: null, to: null };

let review: TestReview;
let lead: Viewer;
let facilitator: Viewer;
let roundtable: TestRoundtable;
let people: { id: string; name: string }[];

type Past = { action: AuditInput["action"]; at: string; actor?: Viewer | null } & Partial<
  Pick<AuditInput, "reviewId" | "subjectType" | "subjectId" | "detail">
>;

/** An entry as it was written at that time. */
async function entry({ action, at, actor = facilitator, ...over }: Past): Promise<string> {
  const subject = { reviewId: review.id, subjectType: "review", subjectId: review.id };
  await audit(db(), { ...subject, actorId: actor?.userId ?? null, action, ...over });
  const { id } = await db().auditEntry.findFirstOrThrow({
    where: { action },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  await pool().query(`ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_immutable`);
  await pool().query(`UPDATE audit_entry SET at = '${at}' WHERE id = '${id}'`);
  await pool().query(`ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_immutable`);
  return id;
}

beforeAll(async () => {
  ({ review, lead, facilitator } = await makeScene({ members: ["lead", "facilitator"] }));
  roundtable = await makeRoundtable(review);
  const elsewhere = await makeReview();
  const other = await makeRoundtable(review);
  const read = (subjectId: string) => ({ subjectType: "roundtable", subjectId });
  await entry({ action: "theme.add", at: "2026-05-01T09:00:00Z", subjectType: "theme", subjectId: null });
  await entry({ action: "contribution.read", at: "2026-05-01T22:59:59Z", ...read(roundtable.id) });
  // After midnight in London, in summer.
  await entry({ action: "contribution.read", at: "2026-05-01T23:00:00Z", ...read(other.id) });
  await entry({ action: "identity.read", at: "2026-05-02T10:00:00Z" });
  await entry({ action: "roundtable.state", at: "2026-05-02T11:00:00Z", ...read(roundtable.id) });
  await entry({ action: "access.refuse", at: "2026-05-02T12:00:00Z", detail: { refused: "audit.read" } });
  await entry({
    action: "session.begin",
    at: "2026-05-03T08:00:00Z",
    actor: lead,
    reviewId: null,
    subjectId: null,
  });
  await entry({
    action: "database.restore",
    at: "2026-05-03T09:00:00Z",
    actor: null,
    reviewId: null,
    subjectId: null,
  });
  // What is none of this review's.
  const stranger = await makeStranger();
  await entry({ action: "session.begin", at: "2026-05-03T10:00:00Z", actor: stranger, reviewId: null });
  await entry({ action: "schools.load", at: "2026-05-03T10:00:00Z", actor: lead, reviewId: null });
  await entry({ action: "theme.change", at: "2026-05-03T10:00:00Z", reviewId: elsewhere.id });
  people = await listAuditPeople(lead, review.id);
});

/** The actions listed, oldest first, without the reading of the log itself. */
async function listed(over: Partial<AuditFilter> = {}): Promise<string[]> {
  const { entries } = await listAudit(lead, { reviewId: review.id, filter: { ...ALL, ...over }, people });
  return entries
    .map(({ action }) => action)
    .filter((action) => action !== "audit.read")
    .reverse();
}

const EVERYTHING = [
  "theme.add",
  "contribution.read",
  "contribution.read",
  "identity.read",
  "roundtable.state",
  "access.refuse",
  "session.begin",
  "database.restore",
];

describe("the audit log", () => {
  test("lists the review's entries, its people's sign-ins and restores, and nothing of other reviews", async () => {
    expect(await listed()).toEqual(EVERYTHING);
  });

  test("by kind", async () => {
    expect(await listed({ kind: "changes" })).toEqual(["theme.add", "roundtable.state", "database.restore"]);
    expect(await listed({ kind: "access" })).toEqual(["access.refuse", "session.begin"]);
    expect(await listed({ kind: "reading" })).toEqual([
      "contribution.read",
      "contribution.read",
      "identity.read",
    ]);
  });

  test("by person", async () => {
    expect(await listed({ who: lead.userId })).toEqual(["session.begin"]);
    expect(await listed({ who: facilitator.userId })).toHaveLength(6);
  });

  test("by day in London, first and last included", async () => {
    const day = (text: string) => new Date(text);
    expect(await listed({ from: day("2026-05-02"), to: day("2026-05-02") })).toEqual([
      "contribution.read",
      "identity.read",
      "roundtable.state",
      "access.refuse",
    ]);
    expect(await listed({ to: day("2026-05-01") })).toEqual(["theme.add", "contribution.read"]);
    expect(await listed({ from: day("2026-05-03") })).toEqual(["session.begin", "database.restore"]);
    expect(await listed({ from: day("2026-05-04"), to: day("2026-05-05") })).toEqual([]);
  });

  test("who has read a roundtable: its own entries, and what holds every roundtable", async () => {
    expect(await listed({ kind: "reading", roundtableId: roundtable.id })).toEqual([
      "contribution.read",
      "identity.read",
    ]);
  });

  test("names the roundtable and the person, and is itself recorded", async () => {
    const asked = { reviewId: review.id, filter: ALL, people };
    const { entries } = await listAudit(lead, asked);
    const facilitatorName = people.find(({ id }) => id === facilitator.userId)?.name;
    expect(entries.find(({ subjectId }) => subjectId === roundtable.id)).toMatchObject({
      actor: facilitatorName,
      subject: roundtable.title,
    });
    expect(entries.find(({ action }) => action === "database.restore")).toMatchObject({
      actor: "Command line",
    });
    expect(entries.filter(({ action }) => action === "audit.read")).toHaveLength(1);
  });

  test("offers members and whoever acted in the review, and nobody else", async () => {
    const former = await makeUser("Former Member");
    await makeUser("Never Here");
    await audit(db(), {
      reviewId: review.id,
      actorId: former.id,
      action: "theme.add",
      subjectType: "theme",
      subjectId: null,
    });
    const offered = (await listAuditPeople(lead, review.id)).map(({ id }) => id);
    expect(offered.sort()).toEqual([lead.userId, facilitator.userId, former.id].sort());
  });

  test("turns its pages without leaving one out or showing one twice, with the filter kept", async () => {
    const { review: own, lead: viewer } = await makeScene({ members: ["lead"] });
    const self = { reviewId: own.id, actorId: viewer.userId, subjectId: null };
    for (let n = 0; n < 70; n++) await audit(db(), { ...self, action: "theme.add", subjectType: "theme" });
    for (let n = 0; n < 45; n++)
      await audit(db(), { ...self, reviewId: null, action: "session.begin", subjectType: "user" });
    for (let n = 0; n < 5; n++) await audit(db(), { ...self, action: "memo.write", subjectType: "memo" });
    const filter = { ...ALL, who: viewer.userId };
    const asked = { reviewId: own.id, filter, people: [{ id: viewer.userId }] };
    const seen: string[] = [];
    let before: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listAudit>> = await listAudit(viewer, asked, before);
      seen.push(...page.entries.map(({ id }) => id));
      before = page.next;
    } while (before !== null);
    // The reading of the log is one more.
    expect(seen).toHaveLength(121);
    expect(new Set(seen).size).toBe(121);
  });

  test.each(["facilitator", "reviewer", "fellow"] as const)("is not for a %s", async (role) => {
    const viewer = await makeMember(review, role);
    const asked = { reviewId: review.id, filter: ALL, people };
    for (const attempt of [
      listAudit(viewer, asked),
      openAuditFile(viewer, asked),
      listAuditPeople(viewer, review.id),
      checkAuditChain(viewer, review.id, 0n),
    ])
      await expect(attempt).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("is not for the lead of another review", async () => {
    const viewer = await makeMember(await makeReview(), "lead");
    const asked = { reviewId: review.id, filter: ALL, people };
    await expect(listAudit(viewer, asked)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(openAuditFile(viewer, asked)).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("the file", () => {
  const fileOf = async (filter: AuditFilter) => {
    const parts = await openAuditFile(lead, { reviewId: review.id, filter, people });
    let text = "";
    for await (const part of parts) text += part;
    return text;
  };

  test("holds exactly what the page lists, with numbers and hashes, and is recorded", async () => {
    await chainAuditEntries();
    const text = await fileOf({ ...ALL, kind: "reading", roundtableId: roundtable.id });
    const [head, ...rows] = text.trimEnd().split("\r\n");
    expect(head).toBe(`\uFEFF${AUDIT_COLUMNS.join(",")}`);
    expect(rows.map((row) => row.split(",")[5])).toEqual(["identity.read", "contribution.read"]);
    const stored = await db().auditEntry.findFirstOrThrow({
      where: { action: "contribution.read", subjectId: roundtable.id },
    });
    expect(rows[1]).toContain(`${stored.position},2026-05-01T22:59:59.000Z`);
    expect(rows[1]).toContain(Buffer.from(stored.hash ?? []).toString("hex"));
    expect(
      await db().auditEntry.count({
        where: { action: "download.take", actorId: lead.userId, reviewId: review.id },
      }),
    ).toBe(1);
  });

  test("a title or a name that a spreadsheet would calculate is made harmless", async () => {
    const { review: own, lead: viewer } = await makeScene({ members: ["lead"] });
    await db().user.update({ where: { id: viewer.userId }, data: { name: '=HYPERLINK("x")' } });
    await audit(db(), {
      reviewId: own.id,
      actorId: viewer.userId,
      action: "theme.add",
      subjectType: "theme",
      subjectId: null,
    });
    let text = "";
    for await (const part of await openAuditFile(viewer, { reviewId: own.id, filter: ALL, people: [] }))
      text += part;
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
  });
});

describe("the chain", () => {
  test("is checked in parts, each going on from the one before", async () => {
    await chainAuditEntries();
    const total = BigInt(await db().auditEntry.count({ where: { position: { not: null } } }));
    const whole = await checkAuditChain(lead, review.id, 0n);
    expect(whole).toMatchObject({ first: 1n, broken: null, more: false, waiting: 0 });
    expect(whole.verified?.position).toBe(total);
    const begun = await checkAuditChain(lead, review.id, 0n, 5);
    expect(begun).toMatchObject({ first: 1n, broken: null, more: true });
    expect(begun.verified?.position).toBe(5n);
    const rest = await checkAuditChain(lead, review.id, 5n, 1_000_000);
    expect(rest).toMatchObject({ first: 6n, broken: null, more: false });
    expect(rest.verified?.position).toBe(total);
  });

  test("says how many wait for their number, and begins at the start after one that does not exist", async () => {
    await audit(db(), {
      reviewId: review.id,
      actorId: null,
      action: "theme.add",
      subjectType: "theme",
      subjectId: null,
    });
    expect(await checkAuditChain(lead, review.id, 999_999_999n)).toMatchObject({ first: 1n, waiting: 1 });
  });

  test("names the first entry that was changed, and the last one before it", async () => {
    await pool().query(`ALTER TABLE audit_entry DISABLE TRIGGER ALL`);
    await pool().query(`UPDATE audit_entry SET actor_id = NULL WHERE position = 4`);
    expect(await checkAuditChain(lead, review.id, 0n)).toMatchObject({
      broken: 4n,
      verified: { position: 3n },
      more: false,
    });
    expect(await checkChain(db(), { most: 3 })).toMatchObject({ broken: null, more: true });
    await pool().query(`DELETE FROM audit_entry WHERE position = 2`);
    expect(await checkAuditChain(lead, review.id, 0n)).toMatchObject({
      broken: 2n,
      verified: { position: 1n },
    });
  });
});
