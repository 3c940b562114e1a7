import { expect, test } from "vitest";
import { withUnchangedParts } from "./unchanged-parts";

const room = () => ({
  heldOn: "2025-03-01",
  people: [
    { id: "a", label: "P01", tags: ["x", "y"] },
    { id: "b", label: "P02", tags: [] },
  ],
  names: { a: "Table 1" } as Record<string, string>,
  late: null as string | null,
});

test("what says the same is the same object", () => {
  const before = room();
  expect(withUnchangedParts(before, room())).toBe(before);
});

test("a change makes new what holds it, and nothing beside it", () => {
  const before = room();
  const changed = room();
  changed.people[1] = { id: "b", label: "P02", tags: ["z"] };
  const after = withUnchangedParts(before, changed);
  expect(after).toEqual(changed);
  expect(after).not.toBe(before);
  expect(after.people[0]).toBe(before.people[0]);
  expect(after.names).toBe(before.names);
});

test.each([
  ["one more", (of: ReturnType<typeof room>) => of.people.push({ id: "c", label: "P03", tags: [] })],
  ["one fewer", (of: ReturnType<typeof room>) => of.people.pop()],
  ["a field more", (of: ReturnType<typeof room>) => (of.names.b = "Table 2")],
  ["a field fewer", (of: ReturnType<typeof room>) => delete of.names.a],
  ["something for nothing", (of: ReturnType<typeof room>) => (of.late = "waits")],
])("%s is told", (_, change) => {
  const before = room();
  const changed = room();
  change(changed);
  expect(withUnchangedParts(before, changed)).toEqual(changed);
});
