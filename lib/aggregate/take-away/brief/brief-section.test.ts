import { expect, test } from "vitest";
import { fittedSections, heightOf, ROOM, type BriefSection } from "./brief-section";

const section = (title: string, letters: number, of: Partial<BriefSection> = {}): BriefSection => ({
  title,
  items: Array.from({ length: 12 }, (_, at) => ({ statement: `${at}`.padEnd(letters, "x") })),
  most: 8,
  least: 2,
  rest: (left) => `${left.length} more`,
  ...of,
});

test("a brief whose lines are short has as many as it may, and says how many more there are", () => {
  const [one, two] = fittedSections([section("One", 60), section("Two", 60, { most: 20 })]);
  expect(one?.items).toHaveLength(8);
  expect(one?.rest).toBe("4 more");
  expect(two?.items).toHaveLength(12);
  expect(two?.rest).toBeNull();
});

test("the longest lists lose their last lines until two pages hold the brief", () => {
  const sections = ["One", "Two", "Three"].map((title) => section(title, 900));
  expect(heightOf(sections.map(({ items, ...rest }) => ({ ...rest, items, rest: null })))).toBeGreaterThan(
    ROOM,
  );
  const fitted = fittedSections(sections);
  expect(heightOf(fitted)).toBeLessThanOrEqual(ROOM);
  const kept = fitted.map(({ items }) => items.length);
  expect(Math.max(...kept) - Math.min(...kept)).toBeLessThanOrEqual(1);
  expect(Math.min(...kept)).toBeGreaterThan(2);
  expect(fitted.map(({ rest }) => rest)).toEqual(kept.map((shown) => `${12 - shown} more`));
});

test("a section without items is left out, and no section loses its least", () => {
  const fitted = fittedSections([section("Long", 9_000), section("None", 0, { items: [] })]);
  expect(fitted.map(({ title }) => title)).toEqual(["Long"]);
  expect(fitted[0]?.items).toHaveLength(2);
});
