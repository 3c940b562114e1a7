import { expect, test } from "vitest";
import { groupContributions } from "./group-contributions";

const SAID = [
  "Supply cover for the training days eats the whole training budget.",
  "The training budget goes on supply cover, so nobody else can go.",
  "Cover costs more than the course: the budget for training is gone.",
  "My coach knew special schools and changed how I lead.",
  "A coach from a special school made the difference for me.",
  "I had a coach who knew nothing about special schools.",
];
const contributions = SAID.map((text, n) => ({ id: `c${n}`, text }));
const sets = (groups: { ids: string[] }[]) => groups.map(({ ids }) => [...ids].sort()).sort();

test("puts what is said in similar words together, and names each contribution once", () => {
  expect(sets(groupContributions(contributions, 4))).toEqual([
    ["c0", "c1", "c2"],
    ["c3", "c4", "c5"],
  ]);
});

test("the order in which they come makes no difference", () => {
  const [first, ...rest] = contributions;
  const turned = first ? [...rest, first].reverse() : [];
  for (const fineness of [1, 2, 3, 4, 5])
    expect(groupContributions(turned, fineness)).toEqual(groupContributions(contributions, fineness));
});

test("a finer setting splits groups, and moves nothing between them", () => {
  const coarse = sets(groupContributions(contributions, 4));
  for (const { ids } of groupContributions(contributions, 5))
    expect(coarse.filter((group) => ids.every((id) => group.includes(id)))).toHaveLength(1);
  expect(groupContributions(contributions, 5)).toHaveLength(3);
});

test("the most central one comes first: the one with most in common with the others", () => {
  const [group] = groupContributions(
    [
      { id: "a", text: "Supply cover eats the budget." },
      { id: "b", text: "Supply cover eats the budget, and moderation is rare." },
      { id: "c", text: "Moderation is rare, and nobody says why." },
    ],
    1,
  );
  expect(group?.ids[0]).toBe("b");
});

test("none, one, and the same words twice", () => {
  expect(groupContributions([], 3)).toEqual([]);
  expect(groupContributions([{ id: "a", text: "" }], 5)).toEqual([{ ids: ["a"] }]);
  const twice = ["b", "a", "c"].map((id) => ({ id, text: "Cover costs too much." }));
  expect(groupContributions(twice, 1)).toEqual([{ ids: ["a", "b", "c"] }]);
});
