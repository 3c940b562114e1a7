import { expect, test } from "vitest";
import { stringsIn, termFinder } from "./erasure-terms";

test("a term is found as whole words, whatever the case and the accents", () => {
  const holds = termFinder(["Zoë O'Neill", "zoe@example.org", "Al"]);
  expect(holds("notes of ZOE O'NEILL.csv")).toBe(true);
  expect(holds("to: Zoe@example.org")).toBe(true);
  expect(holds("Zoe O'Neillson")).toBe(false);
  expect(holds("Al")).toBe(false);
});

test("punctuation in a term is matched literally", () => {
  expect(termFinder(["A. B-C (D)"])("see a. b-c (d)")).toBe(true);
  expect(termFinder(["A.B-C"])("the a.b-c one")).toBe(true);
  expect(termFinder(["A.B-C"])("the axb-c one")).toBe(false);
});

test("strings are found at any depth, and so are names of fields", () => {
  expect(stringsIn({ a: ["b", { c: 1, d: "e" }], f: null })).toEqual(["a", "b", "c", "d", "e", "f"]);
});
