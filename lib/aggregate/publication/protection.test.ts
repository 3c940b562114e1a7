import { expect, test } from "vitest";
import { deducible } from "./deduction";
import { protect } from "./protection";

const NONE = new Map<string, string[]>();

/** x, y and z are in two sums, one of which leaves z over. */
const VALUES = new Map(Object.entries({ x: 4, y: 6, z: 5, some: 10, all: 15 }));
const RELATIONS = [
  { total: "some", parts: ["x", "y"] },
  { total: "all", parts: ["x", "y", "z"] },
];

test("two sums together give a value that neither gives alone", () => {
  expect(deducible(VALUES, new Set(["x", "y", "z"]), RELATIONS)).toEqual(new Set(["z"]));
  expect(deducible(VALUES, new Set(["x", "y"]), RELATIONS)).toEqual(new Set());
});

test("a sum at its minimum gives its parts", () => {
  const values = new Map(Object.entries({ x: 1, y: 1, both: 2 }));
  expect(deducible(values, new Set(["x", "y"]), [{ total: "both", parts: ["x", "y"] }])).toEqual(
    new Set(["x", "y"]),
  );
});

test("a relation that does not add up gives nothing", () => {
  const values = new Map(Object.entries({ x: 4, y: 6, some: 9 }));
  expect(deducible(values, new Set(["x"]), [{ total: "some", parts: ["x", "y"] }])).toEqual(new Set());
});

test("more figures are hidden until nothing can be deduced", () => {
  const hidden = protect({ values: VALUES, relations: RELATIONS, dependants: NONE }, ["x", "z"], 5);
  expect([...hidden]).toEqual(expect.arrayContaining(["x", "y", "z"]));
  expect(deducible(VALUES, hidden, RELATIONS)).toEqual(new Set());
  expect(hidden.size).toBeLessThan(VALUES.size);
});

test("a part of a hidden total is hidden, or the parts would add up to it; so is what depends on a hidden figure", () => {
  const values = new Map(Object.entries({ x: 3, y: 5, both: 8 }));
  const relations = [{ total: "both", parts: ["x", "y"] }];
  expect(protect({ values, relations, dependants: NONE }, ["both"], 5)).toEqual(new Set(["both", "x"]));
  const dependants = new Map([["both", ["x", "y"]]]);
  expect(protect({ values, relations, dependants }, ["both"], 5)).toEqual(new Set(["both", "x", "y"]));
});

test("a zero is never hidden, and nothing is hidden where nothing is small", () => {
  const values = new Map(Object.entries({ x: 0, y: 3, z: 9, all: 12 }));
  const relations = [{ total: "all", parts: ["x", "y", "z"] }];
  expect(protect({ values, relations, dependants: NONE }, ["y"], 5)).toEqual(new Set(["y", "z"]));
  expect(protect({ values, relations, dependants: NONE }, [], 5)).toEqual(new Set());
});
