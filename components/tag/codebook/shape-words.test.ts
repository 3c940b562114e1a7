import { expect, test } from "vitest";
import { shapeWords } from "./shape-words";

const titleOf = (id: string) => ({ a: "Aims", b: "Budgets" })[id] ?? "";

test("a change is described from the side of the theme whose page it is on", () => {
  const merge = { kind: "merge", themeId: "a", otherId: "b" } as const;
  expect(shapeWords(merge, "a", titleOf)).toBe("Merged into “Budgets”");
  expect(shapeWords(merge, "b", titleOf)).toBe("“Aims” was merged into this theme");
  const split = { ...merge, kind: "split" } as const;
  expect(shapeWords(split, "a", titleOf)).toBe("Split: part of it became “Budgets”");
  expect(shapeWords(split, "b", titleOf)).toBe("Made by splitting “Aims”");
  const move = { ...merge, kind: "move" } as const;
  expect(shapeWords(move, "a", titleOf)).toBe("Moved to a place under “Budgets”");
  expect(shapeWords({ ...move, otherId: null }, "a", titleOf)).toBe("Moved to a place at the top level");
});
