import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { ShownContribution } from "@/lib/capture/session/record-view";
import { shownContribution } from "@/tests/support/worlds/shown-contribution";
import { changedParts, partOf, partsOf } from "./seen-parts";

const contribution = () => shownContribution(randomUUID());
const record = Array.from({ length: 2_000 }, contribution);
const parts = partsOf(record);

test("every contribution is in one part, and no part has a large share of them", () => {
  expect(parts.flat().sort(byId)).toEqual([...record].sort(byId));
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(record.length / 20);
});

test("at first all parts are written, those without a contribution too: something may be left in them", () => {
  expect(changedParts(partsOf([contribution()]), null)).toHaveLength(parts.length);
  expect(changedParts(partsOf(record), parts)).toEqual([]);
});

test("what is new, changed or gone is written with its part alone", () => {
  const added = contribution();
  expect(changedParts(partsOf([...record, added]), parts)).toEqual([partOf(added.id)]);
  const [first] = record;
  if (!first) throw new Error("There is no contribution.");
  const changed = record.map((one) => (one === first ? { ...one, text: "Other words" } : one));
  expect(changedParts(partsOf(changed), parts)).toEqual([partOf(first.id)]);
  expect(changedParts(partsOf(record.slice(1)), parts)).toEqual([partOf(first.id)]);
});

function byId(a: ShownContribution, b: ShownContribution): number {
  return a.id < b.id ? -1 : 1;
}
