import { expect, test } from "vitest";
import { chainHash, detailDigest, isDetailWhole, type ChainedEntry } from "./chain-hash";

const PREVIOUS = new Uint8Array(32);
const entry: ChainedEntry = {
  id: "0190a000-0000-7000-8000-000000000001",
  reviewId: "0190a000-0000-7000-8000-000000000002",
  at: new Date("2026-11-29T10:00:00.123Z"),
  actorId: "0190a000-0000-7000-8000-000000000003",
  action: "theme.add",
  subjectType: "theme",
  subjectId: "coaching",
  detail: { b: 1, a: ["x"] },
  ...detailDigest({ a: ["x"], b: 1 }),
  format: 2,
};
const hash = (over: Partial<ChainedEntry> = {}) =>
  Buffer.from(chainHash(PREVIOUS, { ...entry, ...over })).toString("hex");

const CHANGED: Partial<ChainedEntry>[] = [
  { id: "0190a000-0000-7000-8000-000000000009" },
  { reviewId: null },
  { at: new Date("2026-11-29T10:00:00.124Z") },
  { actorId: null },
  { action: "theme.retire" },
  { subjectType: "finding" },
  { subjectId: null },
  { digest: new Uint8Array(32) },
  { format: 1 },
];

test.each(CHANGED)("the hash is another one with %j", (over) => {
  expect(hash(over)).not.toBe(hash());
});

test("what was null cannot be passed off as empty", () => {
  expect(hash({ subjectId: "" })).not.toBe(hash({ subjectId: null }));
});

test("the detail is checked against its digest, in whatever order its keys come back", () => {
  expect(isDetailWhole(entry)).toBe(true);
  expect(isDetailWhole({ ...entry, detail: { b: 2, a: ["x"] } })).toBe(false);
  expect(isDetailWhole({ ...entry, detail: {} })).toBe(false);
});

test("an erased detail is empty, and nothing can stand in its place", () => {
  expect(isDetailWhole({ ...entry, detail: {}, salt: null })).toBe(true);
  expect(isDetailWhole({ ...entry, detail: { b: 2 }, salt: null })).toBe(false);
});

test("an entry of format 1 verifies as it was hashed then", () => {
  expect(hash({ format: 1, digest: new Uint8Array(32) })).toBe(
    "08e0b60d1a9e05e66aaf6974576bd94796e49d0ee970c1bd66b03c8897ee7934",
  );
});
