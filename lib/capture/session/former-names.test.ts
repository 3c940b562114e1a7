import { expect, test } from "vitest";
import { withCurrentNames } from "./former-names";

test.each([
  [
    { do: "record", kind: "note", source: "room" },
    { do: "record", wording: "gist", source: "group" },
  ],
  [
    { kind: "verbatim", source: "note" },
    { wording: "verbatim", source: "note" },
  ],
  [
    { do: "start-round", text: "One change each" },
    { do: "start-go-round", text: "One change each" },
  ],
  [
    { do: "end-round", roundId: "r" },
    { do: "end-go-round", goRoundId: "r" },
  ],
  [{ roundId: null }, { goRoundId: null }],
])("what was kept under former names is read under today’s: %j", (kept, named) => {
  expect(withCurrentNames(kept)).toEqual(named);
});

test.each([
  [{ do: "pass", goRoundId: "r" }],
  [{ wording: "gist", source: "group" }],
  [null],
  ["text"],
  [["a"]],
])("today’s names, and what is no object, stay as they are: %j", (kept) => {
  expect(withCurrentNames(kept)).toEqual(kept);
});
