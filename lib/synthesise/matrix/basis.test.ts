import { expect, test } from "vitest";
import { changesInWords, changesSince, seenField, SeenField, type Basis, type Gone } from "./basis";

const id = (n: number) => `0198c5e0-0000-7000-8000-00000000000${n}`;
const entry = (n: number, revision = 1, stances: Basis[number]["stances"] = ["ask"]) => ({
  id: id(n),
  revision,
  stances,
});
const ROW = "row";
const THERE: Gone = { struck: false, erased: false, hidden: false, row: ROW };

function changed(basis: Basis, now: Basis, gone: Record<string, Partial<Gone>> = {}) {
  const map = new Map(Object.entries(gone).map(([key, one]) => [key, { ...THERE, ...one }]));
  return changesSince(basis, now, { row: ROW, gone: map });
}

test("nothing has changed where the same words stand with the same stances, in any order", () => {
  const basis = [entry(1, 1, ["ask", "strength"]), entry(2)];
  expect(changed(basis, [entry(2), entry(1, 1, ["strength", "ask"])])).toEqual([]);
});

test("a contribution is new, edited, or has another stance", () => {
  const now = [entry(1, 2), entry(2, 1, ["ask", "strength"]), entry(3)];
  expect(changed([entry(1), entry(2)], now)).toEqual([
    { id: id(1), kind: "edited" },
    { id: id(2), kind: "stance" },
    { id: id(3), kind: "added" },
  ]);
});

test.each([
  [{}, "recoded"],
  [{ row: "another" }, "moved"],
  [{ row: null }, "uncounted"],
  [{ struck: true, row: null }, "struck"],
  [{ erased: true, row: null }, "erased"],
])("what has left the cell and is now %j is %s", (gone, kind) => {
  expect(changed([entry(1)], [], { [id(1)]: gone })).toEqual([{ id: id(1), kind }]);
});

test("what a blind round hides from the viewer is not told as a change", () => {
  expect(changed([entry(1)], [], { [id(1)]: { hidden: true } })).toEqual([]);
});

test("a form sends back what it was shown, and what cannot be read is left out", () => {
  const basis = [entry(1, 12, ["ask", "strength"]), entry(2, 1, [])];
  expect(SeenField.parse(seenField(basis))).toEqual(basis);
  expect(SeenField.parse("")).toEqual([]);
  expect(SeenField.parse(`nonsense ${id(1)}:1:ask`)).toEqual([entry(1)]);
  expect(SeenField.safeParse(`${id(1)}:1:bliss`).success).toBe(false);
});

test("changes are counted in words", () => {
  const of = (...kinds: ("added" | "edited" | "erased")[]) =>
    changesInWords(kinds.map((kind, n) => ({ id: id(n), kind })));
  expect(of()).toBe("");
  expect(of("added")).toBe("1 contribution new");
  expect(of("erased", "added", "edited", "added")).toBe("2 contributions new, 1 edited, 1 erased");
});
