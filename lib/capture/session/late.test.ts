import { describe, expect, test } from "vitest";
import { lateStateOf, lateStates, type OwnLate } from "./late-state";

const contribution = (state: OwnLate["state"]): OwnLate => ({
  id: "l",
  contributionId: "l",
  kind: "contribution",
  state,
});
const edit = (id: string, state: OwnLate["state"]): OwnLate => ({
  id,
  contributionId: "l",
  kind: "edit",
  state,
});

describe("the author's view of a contribution, after the roundtable was closed", () => {
  test.each([
    ["of the record is nothing special", [], [], null],
    ["waits as soon as it was answered as late", [], ["l"], "waits"],
    ["waits until the lead has decided", [contribution("waits")], ["l"], "waits"],
    ["that was set aside waits no longer", [contribution("set-aside")], ["l"], "contribution-set-aside"],
    ["that was taken in is in the record", [contribution("taken")], ["l"], null],
    ["takes its own late edits along", [contribution("set-aside")], ["l", "e"], "contribution-set-aside"],
    ["whose edit was set aside says so", [edit("e", "set-aside")], ["e"], "edit-set-aside"],
    ["waits again with another edit", [edit("e", "set-aside")], ["e", "f"], "waits"],
    ["stands as the last decision left it", [edit("e", "set-aside"), edit("f", "taken")], [], null],
  ] as const)("%s", (_, entries, answered, expected) => {
    expect(lateStateOf("l", entries, answered)).toBe(expected);
    expect(lateStateOf("another", entries, [])).toBeNull();
  });
});

test("every contribution of which something waits or was set aside has a state, and no other", () => {
  const strike = { do: "strike", id: "s", contributionId: "m", revision: 1 } as const;
  const join = {
    do: "merge",
    id: "j",
    into: "a",
    intoRevision: 1,
    from: "b",
    fromRevision: 1,
  } as const;
  expect(lateStates([contribution("set-aside")], [strike, join])).toEqual(
    new Map([
      ["l", "contribution-set-aside"],
      ["m", "waits"],
      ["a", "waits"],
      ["b", "waits"],
    ]),
  );
  expect(lateStates([contribution("taken")], [])).toEqual(new Map());
});
