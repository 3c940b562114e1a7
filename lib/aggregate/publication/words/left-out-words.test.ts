import { expect, test } from "vitest";
import type { Held } from "../check/hold-back";
import { leftOutSentence } from "./left-out-words";

const names = {
  themes: new Map([["t", "Coaching"]]),
  roundtables: new Map([["r", "Leeds"]]),
  findings: new Map([["f", "Every participant needs a coach."]]),
  threshold: 5,
};

test.each<[Held, string]>([
  [
    { what: "stance", place: "r", stance: "ask" },
    "Leeds: how many people asked for something under Coaching",
  ],
  [
    { what: "row", place: null },
    "All roundtables: how many people raised Coaching, and what they said about it,",
  ],
  [{ what: "breakdown", attribute: "setting" }, "Coaching by type of school"],
  [
    { what: "finding", findingId: "f", side: "against" },
    "Coaching: how many people disagreed with the finding “Every participant needs a coach.”",
  ],
])("what is left out is named in one sentence", (held, start) => {
  expect(leftOutSentence({ themeId: "t", held }, names)).toBe(
    `${start} is left out, because a number of fewer than five people could be worked out with it.`,
  );
});
