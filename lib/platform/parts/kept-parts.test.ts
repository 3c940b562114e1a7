import { expect, test } from "vitest";
import { KeptParts } from "./kept-parts";

test("gives back what was kept, in its order, as often as it is asked for", () => {
  const kept = new KeptParts<string[][]>();
  expect(kept.isEmpty).toBe(true);
  const parts = [[["“Words”, said 🏫", "\u2028=1+1"], [""]], [], [["last"]]];
  for (const part of parts) kept.add(part);
  expect(kept.isEmpty).toBe(false);
  expect([...kept]).toEqual(parts);
  expect([...kept]).toEqual(parts);
});
