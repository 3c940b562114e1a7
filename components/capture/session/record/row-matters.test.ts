import { expect, test } from "vitest";
import type { Entry } from "@/lib/capture/session/outbox";
import type { Operation } from "@/lib/capture/session/operation";
import { contributionStateOf } from "./contribution-state";
import { NO_MATTER, rowMatters } from "./row-matters";

const entryOf = (operation: Operation, state: Entry["state"] = "waiting"): Entry => ({
  operation,
  order: 1,
  queuedAt: 0,
  state,
  message: null,
  theirs: null,
  kept: true,
});
const strike = entryOf({ do: "strike", id: "s", contributionId: "a", revision: 1 });
const join = entryOf(
  { do: "merge", id: "j", into: "a", intoRevision: 2, from: "b", fromRevision: 1 },
  "refused",
);

test("a contribution has the operations that wait for it, in their order, and no other has any", () => {
  const matters = rowMatters([strike, join], new Map());
  expect(matters.get("a")?.waiting).toEqual([strike, join]);
  expect(matters.get("b")?.waiting).toEqual([join]);
  expect([...matters.keys()]).toEqual(["a", "b"]);
});

test("what arrived late is said until something of it waits or could not be saved", () => {
  const late = new Map([
    ["a", "waits" as const],
    ["c", "contribution-set-aside" as const],
  ]);
  const stateOf = (id: string, entries: readonly Entry[]) =>
    contributionStateOf(rowMatters(entries, late).get(id) ?? NO_MATTER);
  expect(stateOf("a", [])).toBe("waits");
  expect(stateOf("a", [strike])).toBe("waiting");
  expect(stateOf("a", [strike, join])).toBe("failed");
  expect(stateOf("c", [strike])).toBe("contribution-set-aside");
  expect(stateOf("d", [strike])).toBe("saved");
});
