import { describe, expect, test } from "vitest";
import { can, requireCan, reviewsWhere, ROLES, type Action, type Role, type Viewer } from "./policy";

const MINE = "review-1";
const OTHER = "review-2";
const SOME: readonly Action[] = [
  "review.read",
  "contribution.record",
  "figures.release",
  "identity.read",
  "comment.write",
];

function viewer(role: Role): Viewer {
  return { userId: "user", name: "Name", memberships: [{ reviewId: MINE, reviewSlug: "mine", role }] };
}

describe("may do", () => {
  test("a lead may do whatever a facilitator may", () => {
    for (const action of SOME.filter((one) => can(viewer("facilitator"), one, { reviewId: MINE }))) {
      expect(can(viewer("lead"), action, { reviewId: MINE }), action).toBe(true);
    }
  });

  test.each(ROLES)("a %s may do nothing in a review that they are not a member of", (role) => {
    expect(SOME.filter((action) => can(viewer(role), action, { reviewId: OTHER }))).toEqual([]);
  });

  test("an unknown role, and no role, may do nothing", () => {
    const stranger: Viewer = { userId: "user", name: "Name", memberships: [] };
    // An older process can read such a role from a database that a newer one has migrated.
    const unknown: Viewer = JSON.parse(JSON.stringify(viewer("lead")).replace("lead", "observer"));
    for (const somebody of [stranger, unknown]) {
      expect(SOME.filter((action) => can(somebody, action, { reviewId: MINE }))).toEqual([]);
    }
  });

  test("only facilitators may see names, records and figures that are not released", () => {
    for (const action of ["identity.read", "contribution.record", "figures.live", "review.work"] as const) {
      expect(ROLES.filter((role) => can(viewer(role), action, { reviewId: MINE }))).toEqual([
        "lead",
        "facilitator",
      ]);
    }
  });

  test("a refusal says which action the role does not include", () => {
    expect(() => requireCan(viewer("fellow"), "figures.release", { reviewId: MINE })).toThrow(
      "Your role does not let you release figures.",
    );
    expect(() => requireCan(viewer("lead"), "figures.release", { reviewId: MINE })).not.toThrow();
  });

  test("reviewsWhere gives the reviews in which an action is allowed, and none to a stranger", () => {
    expect(reviewsWhere(viewer("facilitator"), "contribution.record")).toEqual([MINE]);
    expect(reviewsWhere(viewer("reviewer"), "contribution.record")).toEqual([]);
  });
});
