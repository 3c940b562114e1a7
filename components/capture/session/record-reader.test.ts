import { expect, test } from "vitest";
import { wantedBy } from "./record-reader";

test.each([
  ["a connection that stands again", { kind: "connected" }, { ids: [], all: true, session: true }],
  [
    "named contributions",
    { kind: "contribution.edit", ids: ["a", "b"] },
    { ids: ["a", "b"], all: false, session: false },
  ],
  [
    "contributions without saying which",
    { kind: "contribution.import" },
    { ids: [], all: true, session: false },
  ],
  ["the coding of one", { kind: "tagging", contributionId: "a" }, { ids: ["a"], all: false, session: false }],
  ["coding anywhere", { kind: "tagging" }, { ids: [], all: true, session: false }],
  ["anything else", { kind: "participant" }, { ids: [], all: false, session: true }],
])("a notice of %s", (_, notice, expected) => {
  expect(wantedBy(notice, "here")).toEqual(expected);
  expect(wantedBy({ ...notice, roundtableId: "here" }, "here")).toEqual(expected);
  expect(wantedBy({ ...notice, roundtableId: "elsewhere" }, "here")).toBeNull();
});

test("who is writing is not read from the record", () => {
  expect(wantedBy({ kind: "presence", roundtableId: "here" }, "here")).toBeNull();
});
