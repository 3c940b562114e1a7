import { expect, test } from "vitest";
import { createRotation } from "./rotation";

test("wordings of one kind come in turn and begin again", () => {
  const next = createRotation();
  const told = ["a", "b", "c", "d"].map(() => next("said", ["said that", "observed that", "noted that"]));
  expect(told).toEqual(["said that", "observed that", "noted that", "said that"]);
});

test("each kind has its own turn", () => {
  const next = createRotation();
  next("said", ["said that", "observed that"]);
  expect(next("asked", ["asked for", "wanted"])).toBe("asked for");
  expect(next("said", ["said that", "observed that"])).toBe("observed that");
});
