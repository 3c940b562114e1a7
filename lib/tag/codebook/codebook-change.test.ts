import { describe, expect, test } from "vitest";
import { asShape, blockedBy, standsAfter, type ShapeChange } from "./codebook-change";

const A = "0190a000-0000-7000-8000-00000000000a";
const B = "0190a000-0000-7000-8000-00000000000b";
const C = "0190a000-0000-7000-8000-00000000000c";

let n = 0;
function change(kind: ShapeChange["kind"], themeId: string, otherId: string | null = null, undone = false) {
  n += 1;
  return { id: `change-${n}`, kind, themeId, otherId, at: new Date(n), undoneAt: undone ? new Date() : null };
}

test("a change of the codebook is told from a batch by its kind, and has the other theme", () => {
  const retire = { kind: "retire", detail: {} };
  expect(asShape({ kind: "batch", detail: {} })).toBeNull();
  expect(asShape(retire)).toEqual({ ...retire, otherId: null });
  expect(asShape({ kind: "move", detail: { parentId: B, places: [] } })).toMatchObject({ otherId: B });
});

describe("what has to be undone first", () => {
  const merge = change("merge", A, B);

  test("is a later merge or split of either theme, the last one first", () => {
    const chained = change("merge", B, C);
    const split = change("split", B, C);
    expect(blockedBy(merge, [merge, chained])).toBe(chained);
    expect(blockedBy(merge, [merge, chained, split])).toBe(split);
    expect(blockedBy(chained, [merge, chained])).toBeNull();
  });

  test("is nothing that was undone, came before, or concerns other themes", () => {
    const others = [
      change("merge", C, "d"),
      change("merge", B, C, true),
      change("retire", B),
      change("move", A),
    ];
    expect(blockedBy(merge, [merge, ...others])).toBeNull();
  });

  test("for a theme's retirement is what was done to the theme since", () => {
    const retire = change("retire", A);
    const restore = change("restore", A);
    expect(blockedBy(retire, [retire, restore])).toBe(restore);
    expect(blockedBy(retire, [merge, retire, change("retire", B)])).toBeNull();
    expect(blockedBy(restore, [retire, restore])).toBeNull();
  });
});

test("a theme is where a change put it, until it is moved", () => {
  const moved = { themeId: A, before: { parentId: null, position: 1 }, after: { parentId: B, position: 2 } };
  expect(standsAfter([moved], () => ({ parentId: B, position: 2 }))).toBe(true);
  expect(standsAfter([moved], () => ({ parentId: null, position: 2 }))).toBe(false);
  expect(standsAfter([moved], () => undefined)).toBe(false);
  expect(standsAfter([], () => undefined)).toBe(true);
});
