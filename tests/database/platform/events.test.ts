import { afterAll, beforeAll, expect, test } from "vitest";
import { db, transaction } from "@/lib/platform/db";
import {
  livePosition,
  publish,
  startEvents,
  stopEvents,
  subscribe,
  type LiveEvent,
} from "@/lib/platform/events";
import { isBehind } from "@/lib/platform/live-position";
import { openTestDatabase } from "@/tests/support/database";

openTestDatabase();
beforeAll(() => startEvents());
afterAll(() => stopEvents());

const REVIEW = "0190a000-0000-7000-8000-000000000001";

test("an event is heard after its transaction commits, and not when it rolls back", async () => {
  const heard: LiveEvent[] = [];
  const stop = subscribe((event) => heard.push(event));
  await transaction((tx) => publish(tx, { kind: "contribution", reviewId: REVIEW, ids: ["a"] }));
  await expect.poll(() => heard).toEqual([{ kind: "contribution", reviewId: REVIEW, ids: ["a"] }]);
  const refused = transaction(async (tx) => {
    await publish(tx, { kind: "contribution", reviewId: REVIEW, ids: ["b"] });
    throw new Error("rolled back");
  });
  await expect(refused).rejects.toThrow("rolled back");
  await transaction((tx) => publish(tx, { kind: "contribution", reviewId: REVIEW, ids: ["c"] }));
  await expect.poll(() => heard.map(({ ids }) => ids?.[0])).toEqual(["a", "c"]);
  stop();
  await transaction((tx) => publish(tx, { kind: "contribution", reviewId: REVIEW, ids: ["d"] }));
  expect(heard).toHaveLength(2);
});

test("a listener may read, though the event came from within a transaction", async () => {
  const read: Promise<number>[] = [];
  const stop = subscribe(({ ids }) => {
    // An event of the test before may still be on its way.
    if (ids?.[0] === "e") read.push(Promise.resolve().then(() => db().user.count()));
  });
  await transaction((tx) => publish(tx, { kind: "contribution", reviewId: REVIEW, ids: ["e"] }));
  await expect.poll(() => read.length).toBe(1);
  await expect(Promise.all(read)).resolves.toEqual([0]);
  stop();
});

test("a position from before a change is behind the one after it; presence changes no position", async () => {
  const heard: string[] = [];
  const stop = subscribe(({ kind }) => heard.push(kind));
  const before = livePosition();
  await transaction((tx) => publish(tx, { kind: "presence", reviewId: REVIEW }));
  await expect.poll(() => heard).toEqual(["presence"]);
  expect(isBehind(before, livePosition())).toBe(false);
  await transaction((tx) => publish(tx, { kind: "contribution", reviewId: REVIEW, ids: ["f"] }));
  await expect.poll(() => heard).toEqual(["presence", "contribution"]);
  expect(isBehind(before, livePosition())).toBe(true);
  stop();
});
