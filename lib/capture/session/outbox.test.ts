import { describe, expect, test } from "vitest";
import type { Operation } from "./operation";
import { afterAnswer, nextBatch, statusWords, type Entry } from "./outbox";

const record = (id: string): Operation => ({
  do: "record",
  id,
  roundtableId: "r",
  source: "unidentified",
  wording: "gist",
  text: id,
  saidAt: "2026-03-03T10:00:00.000Z",
  sequence: 1,
  themeIds: [],
});
const strike = (id: string, of: string): Operation => ({ do: "strike", id, contributionId: of, revision: 1 });
const entry = (operation: Operation, order: number, more: Partial<Entry> = {}): Entry => ({
  operation,
  order,
  queuedAt: order,
  state: "waiting",
  message: null,
  theirs: null,
  kept: true,
  ...more,
});
const ids = (entries: readonly Entry[]) => entries.map(({ operation }) => operation.id);

describe("what is sent next", () => {
  test("is everything in the order in which it was typed", () => {
    expect(ids(nextBatch([entry(record("b"), 2), entry(record("a"), 1)]))).toEqual(["a", "b"]);
  });
  test("waits behind a refused operation on the same contribution, but not on another", () => {
    const entries = [
      entry(record("a"), 1, { state: "refused" }),
      entry(strike("s", "a"), 2),
      entry(record("b"), 3),
    ];
    expect(ids(nextBatch(entries))).toEqual(["b"]);
  });
  test("is fifty operations at most", () => {
    const many = Array.from({ length: 60 }, (_, index) => entry(record(`l${index}`), index));
    expect(nextBatch(many)).toHaveLength(50);
  });
});

test("stored entries leave the queue, refused ones stay with the reason, others go on waiting", () => {
  const entries = ["a", "b", "c", "d"].map((id, index) => entry(record(id), index));
  const after = afterAnswer(entries, [
    { id: "a", outcome: "saved", message: null, contribution: null },
    { id: "b", outcome: "refused", message: "Why", contribution: null },
    { id: "c", outcome: "late", message: null, contribution: null },
  ]);
  expect(after.map(({ operation, state, message }) => [operation.id, state, message])).toEqual([
    ["b", "refused", "Why"],
    ["d", "waiting", null],
  ]);
});

describe("the status", () => {
  const time = () => "14:35";
  const words = (entries: Entry[], connection: Parameters<typeof statusWords>[1]) =>
    statusWords(entries, connection, time);
  test.each([
    [[], "All saved"],
    [[entry(record("a"), 1)], "1 contribution waiting to be sent since 14:35."],
    [[entry(record("a"), 1, { state: "refused" })], "1 could not be saved: see below."],
  ])("online with %# entries", (entries, expected) => {
    expect(words(entries, { state: "online" })).toBe(expected);
  });
  test("offline says since when, how many wait, and that they are safe", () => {
    const two = [entry(record("a"), 1), entry(record("b"), 2)];
    expect(words(two, { state: "offline", since: 1 })).toBe(
      "Offline since 14:35. 2 contributions are safe on this computer and will be sent.",
    );
  });
  test("never calls a contribution safe that is only on the page", () => {
    const lost = [entry(record("a"), 1, { kept: false })];
    expect(words(lost, { state: "offline", since: 1 })).not.toContain("safe");
    expect(words(lost, { state: "online" })).toContain("Leave this page open");
  });
});
