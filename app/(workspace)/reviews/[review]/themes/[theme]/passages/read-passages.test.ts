import { expect, test } from "vitest";
import { readFileAddress, readPassagesAddress } from "./read-passages";

test("a file is refused for unknown values in its address, where a page ignores them", () => {
  const unknown: Record<string, string>[] = [
    { stance: "strenght" },
    { roundtable: "" },
    { roundtable: "x".repeat(201) },
  ];
  for (const query of unknown) {
    expect(() => readFileAddress(query)).toThrow("Check the stance and the roundtable");
    expect(readPassagesAddress(query)).toEqual({});
  }
});

test("a file is narrowed by its address", () => {
  expect(readFileAddress({ kind: "own", stance: "strength", roundtable: "leeds" })).toEqual({
    stance: "strength",
    roundtable: "leeds",
  });
  expect(readFileAddress({})).toEqual({});
});
