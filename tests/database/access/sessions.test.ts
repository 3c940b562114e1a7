import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { endOtherSessions, endOwnSession, listOwnSessions, signOut } from "@/lib/access/sign-in/own-sessions";
import { noteUse, USE_MS } from "@/lib/access/sign-in/session-use";
import { adapter, createSession, forgetEndedSessions } from "@/lib/access/sign-in/sessions";
import { viewerOfSession } from "@/lib/access/viewer";
import { db, transaction } from "@/lib/platform/db";
import { removeMember } from "@/lib/review/member/commands/change-members";
import { openTestDatabase } from "@/tests/support/database";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

const HOUR = 3_600_000;

let reviewId: string;
let lead: Viewer;
let fellow: Viewer;
let token: string;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  const scene = await makeScene({ members: ["lead", "fellow"] });
  ({ lead, fellow } = scene);
  reviewId = scene.review.id;
  token = await begin(fellow);
});
afterEach(() => void vi.useRealTimers());

async function begin({ userId }: Viewer, browser = "Firefox on Windows"): Promise<string> {
  return (await transaction((tx) => createSession(tx, userId, browser))).token;
}

const goesOn = async (one = token) => {
  const viewer = await viewerOfSession(one);
  const nextAuth = await adapter.getSessionAndUser?.(one);
  expect(viewer === null).toBe(nextAuth === null);
  return viewer !== null;
};
const pass = (ms: number) => void vi.setSystemTime(Date.now() + ms);

describe("a session", () => {
  test("ends when nobody has used it for four hours", async () => {
    pass(4 * HOUR - 1000);
    expect(await goesOn()).toBe(true);
    pass(2000);
    expect(await goesOn()).toBe(false);
  });

  test("goes on through a day that is used, and ends after 24 hours all the same", async () => {
    for (let hour = 3; hour < 24; hour += 3) {
      pass(3 * HOUR);
      expect(await goesOn(), `after ${hour} hours`).toBe(true);
      await noteUse(token);
    }
    pass(3 * HOUR - 1000);
    expect(await goesOn()).toBe(true);
    pass(2000);
    expect(await goesOn()).toBe(false);
  });

  test("is written to once in five minutes, however much it is used", async () => {
    const usedAt = async () =>
      (await db().session.findFirstOrThrow({ where: { userId: fellow.userId } })).usedAt;
    pass(HOUR);
    await noteUse(token);
    const used = await usedAt();
    expect(used).toEqual(new Date());
    pass(USE_MS - 1000);
    await noteUse(token);
    expect(await usedAt()).toEqual(used);
    pass(1000);
    await noteUse(token);
    expect(await usedAt()).toEqual(new Date());
  });

  test("is forgotten once it has ended, and others are not", async () => {
    pass(4 * HOUR + 1000);
    const other = await begin(lead);
    await forgetEndedSessions();
    expect(await db().session.count({ where: { userId: fellow.userId } })).toBe(0);
    expect(await goesOn(other)).toBe(true);
  });

  test("that somebody signs out of opens nothing, and the audit log says so", async () => {
    await signOut(token);
    expect(await goesOn()).toBe(false);
    expect(await ended()).toEqual([{ how: "sign-out", sessions: 1 }]);
  });
});

const ended = async () => {
  const entries = await db().auditEntry.findMany({
    where: { reviewId, action: "session.end", actorId: fellow.userId, subjectId: fellow.userId },
    orderBy: { at: "asc" },
  });
  return entries.map(({ detail }) => detail);
};

describe("where somebody is signed in", () => {
  let phone: string;
  beforeEach(async () => {
    pass(1000);
    phone = await begin(fellow, "Safari on iPhone");
    await begin(lead);
  });

  test("is listed for them, this browser first, without what has ended", async () => {
    const here = { browser: "Firefox on Windows", here: true };
    const there = { browser: "Safari on iPhone", here: false };
    expect(await listOwnSessions(fellow, token)).toMatchObject([here, there]);
    await db().session.updateMany({
      where: { browser: "Safari on iPhone" },
      data: { expires: new Date(Date.now() - 1) },
    });
    expect(await listOwnSessions(fellow, token)).toMatchObject([here]);
  });

  test("can be ended one by one, by its owner alone", async () => {
    const [, there] = await listOwnSessions(fellow, token);
    const id = there?.id ?? "";
    await expect(endOwnSession(lead, { id })).rejects.toMatchObject({ kind: "not-found" });
    expect(await goesOn(phone)).toBe(true);
    await endOwnSession(fellow, { id });
    expect(await goesOn(phone)).toBe(false);
    expect(await goesOn()).toBe(true);
    expect(await ended()).toEqual([{ how: "elsewhere", sessions: 1 }]);
  });

  test("can be ended everywhere else at once, and nobody else is signed out", async () => {
    const others = await begin(lead);
    await begin(fellow, "Edge on Windows");
    await endOtherSessions(fellow, token);
    expect(await listOwnSessions(fellow, token)).toMatchObject([{ here: true }]);
    expect(await goesOn(others)).toBe(true);
    expect(await ended()).toEqual([{ how: "elsewhere", sessions: 2 }]);
  });
});

describe("somebody who is removed from a review", () => {
  const remove = async () => {
    const where = { reviewId, userId: fellow.userId };
    const { id } = await db().membership.findFirstOrThrow({ where });
    await removeMember(lead, { membershipId: id });
  };

  test("is signed out everywhere, and their links open nothing", async () => {
    const { email } = await db().user.findUniqueOrThrow({ where: { id: fellow.userId } });
    const expires = new Date(Date.now() + HOUR);
    await db().verificationToken.create({ data: { identifier: email, token: `hash of ${email}`, expires } });
    await remove();
    expect(await goesOn()).toBe(false);
    expect(await db().verificationToken.count({ where: { identifier: email } })).toBe(0);
  });

  test("stays signed in where they are a member of another review", async () => {
    const other = await makeScene({ members: ["lead"] });
    await db().membership.create({
      data: { reviewId: other.review.id, userId: fellow.userId, role: "reviewer" },
    });
    await remove();
    expect(await goesOn()).toBe(true);
  });
});
