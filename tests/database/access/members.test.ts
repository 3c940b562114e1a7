import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { DEMONSTRATION_MADE, listOwnActions } from "@/lib/review/first-steps/queries/first-steps";
import { addMember, changeRole, removeMember } from "@/lib/review/member/commands/change-members";
import { listAudit } from "@/lib/review/audit/queries/audit-log";
import { listMembers } from "@/lib/review/member/queries/members";
import type { Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import { saltedDigest } from "@/lib/platform/digest";
import { openTestDatabase } from "@/tests/support/database";
import { makeMember, makeReview, makeStranger } from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

const input = (reviewId: string, email: string) => ({
  reviewId,
  name: "New member",
  email,
  role: "reviewer" as const,
});

function wholeLog(reviewId: string) {
  const filter = { kind: null, who: null, roundtableId: null, from: null, to: null };
  return { reviewId, filter, people: [] };
}

async function membershipOf(viewer: Viewer) {
  return db().membership.findFirstOrThrow({ where: { userId: viewer.userId } });
}

test("a lead adds a member once, changes the role and ends the membership, each with an entry", async () => {
  const { review, lead } = await makeScene({ members: ["lead"] });
  const first = await addMember(lead, input(review.id, "new@example.org"));
  expect(await addMember(lead, input(review.id, "new@example.org"))).toEqual(first);
  await changeRole(lead, { membershipId: first.id, role: "fellow" });
  expect((await listMembers(lead, review.id)).map(({ role }) => role)).toContain("fellow");
  await removeMember(lead, { membershipId: first.id });
  expect(await listMembers(lead, review.id)).toHaveLength(1);
  const { entries } = await listAudit(lead, wholeLog(review.id));
  expect(entries.map(({ action }) => action)).toEqual([
    "audit.read",
    "member.remove",
    "member.role",
    "member.add",
  ]);
});

test("the last lead stays", async () => {
  const { review, lead } = await makeScene({ members: ["lead"] });
  const { id } = await membershipOf(lead);
  await expect(removeMember(lead, { membershipId: id })).rejects.toThrow(/needs a lead/);
  await expect(changeRole(lead, { membershipId: id, role: "fellow" })).rejects.toThrow(/needs a lead/);
  await makeMember(review, "lead");
  await expect(changeRole(lead, { membershipId: id, role: "fellow" })).resolves.toBeUndefined();
});

test("a facilitator sees the members and may not change them", async () => {
  const { review, facilitator } = await makeScene({ members: ["facilitator"] });
  await expect(listMembers(facilitator, review.id)).resolves.toHaveLength(1);
  await expect(addMember(facilitator, input(review.id, "x@example.org"))).rejects.toMatchObject({
    kind: "forbidden",
  });
  await expect(listAudit(facilitator, wholeLog(review.id))).rejects.toMatchObject({ kind: "forbidden" });
});

test.each(["reviewer", "fellow"] as const)("a %s sees no members", async (role) => {
  const review = await makeReview();
  await expect(listMembers(await makeMember(review, role), review.id)).rejects.toMatchObject({
    kind: "forbidden",
  });
});

test("a lead of another review, and a stranger, find nothing", async () => {
  const { review, fellow } = await makeScene({ members: ["fellow"] });
  const { id } = await membershipOf(fellow);
  for (const outsider of [await makeMember(await makeReview(), "lead"), await makeStranger()]) {
    await expect(addMember(outsider, input(review.id, "x@example.org"))).rejects.toMatchObject({
      kind: "not-found",
    });
    await expect(removeMember(outsider, { membershipId: id })).rejects.toMatchObject({ kind: "not-found" });
  }
});

test("of a demonstration one is told what one has done oneself since it was made, and nobody else's", async () => {
  const { review, lead, fellow: other } = await makeScene({ members: ["lead", "fellow"] });
  const entry = (actorId: string | null, action: string, at: Date, about: object = {}) =>
    db().auditEntry.create({
      data: {
        reviewId: review.id,
        actorId,
        action,
        at,
        subjectType: "review",
        ...saltedDigest("{}"),
        ...about,
      },
    });
  await entry(lead.userId, "figures.release", new Date("2026-01-01"));
  expect(await listOwnActions(lead, review.id)).toBeNull();
  await entry(null, DEMONSTRATION_MADE, new Date("2026-01-02"));
  expect(await listOwnActions(lead, review.id)).toEqual(new Set());
  await entry(lead.userId, "report.publish", new Date("2026-01-03"));
  expect(await listOwnActions(lead, review.id)).toEqual(new Set(["report.publish"]));
  expect(await listOwnActions(other, review.id)).toEqual(new Set());
  expect(await listOwnActions(await makeStranger(), review.id)).toEqual(new Set());

  // A theme that came with a contribution as it was logged does not count as coding; one that is set
  // afterwards does.
  const contributionId = randomUUID();
  const detail = { contributionId };
  await entry(other.userId, "contribution.record", new Date("2026-01-04T10:00:00Z"), {
    subjectId: contributionId,
  });
  await entry(other.userId, "tagging.set", new Date("2026-01-04T10:00:01Z"), { detail });
  expect(await listOwnActions(other, review.id)).toEqual(new Set(["contribution.record"]));
  await entry(other.userId, "tagging.set", new Date("2026-01-04T10:05:00Z"), { detail });
  expect(await listOwnActions(other, review.id)).toEqual(new Set(["contribution.record", "tagging.set"]));
});
