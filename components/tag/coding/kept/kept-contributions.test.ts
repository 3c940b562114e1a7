import { expect, test } from "vitest";
import { MAX_KEPT, withKept } from "./kept-contributions";

const contributions = (ids: string) => [...ids].map((id) => ({ id }));
const kept = (before: string, now: string) =>
  withKept(contributions(before), contributions(now))
    .map(({ id }) => id)
    .join("");

test("a contribution that its filter no longer finds keeps its place, and following ones come after", () => {
  expect(kept("abc", "ac")).toBe("abc");
  expect(kept("abc", "bcd")).toBe("abcd");
  expect(kept("abc", "")).toBe("abc");
  expect(kept("abc", "xyz")).toBe("abcxyz");
});

test("a new contribution comes in its place among those that are found", () => {
  expect(kept("abcd", "bxd")).toBe("abcxd");
  expect(kept("ab", "ac")).toBe("abc");
  expect(kept("ab", "xb")).toBe("axb");
  expect(kept("", "ab")).toBe("ab");
});

test("what was read again is shown as it is now", () => {
  const [contribution] = withKept([{ id: "a", text: "before" }], [{ id: "a", text: "after" }]);
  expect(contribution?.text).toBe("after");
});

test("only a limited number is kept, the latest of them", () => {
  const before = Array.from({ length: MAX_KEPT + 5 }, (_, at) => ({ id: `${at}` }));
  const after = withKept(before, [{ id: "new" }]);
  expect(after).toHaveLength(MAX_KEPT + 1);
  expect(after[0]?.id).toBe("5");
  expect(after.at(-1)?.id).toBe("new");
});
