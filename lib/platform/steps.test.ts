import { expect, test } from "vitest";
import { inOneGo, inStretches, type Steps } from "./steps";

/** Ten steps of work, each longer than a stretch. */
function* work(): Steps<string> {
  for (let step = 0; step < 10; step++) {
    const until = performance.now() + 16;
    while (performance.now() < until);
    yield;
  }
  return "done";
}

test("whatever else waits has its turn between the stretches of long work", async () => {
  let turns = 0;
  let working = true;
  const other = () => {
    turns++;
    if (working) setImmediate(other);
  };
  setImmediate(other);
  expect(await inStretches(work())).toBe("done");
  working = false;
  expect(turns).toBeGreaterThanOrEqual(9);
});

test("in one go it gives the same", () => {
  expect(inOneGo(work())).toBe("done");
});
