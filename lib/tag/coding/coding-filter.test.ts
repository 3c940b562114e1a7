import { expect, test } from "vitest";
import { codingAddress, isNarrowed, searchOf, setFilters } from "./coding-filter";
import { readCodingAddress } from "./coding-address";

const contribution = "0b54a2a6-3a1c-4a52-9d8c-111111111111";

test("the address gives back what it was made from", () => {
  const filters = readCodingAddress({
    left: "stale",
    roundtable: "north",
    words: "a & b",
    after: contribution,
  });
  const address = codingAddress("/coding", filters);
  const query = Object.fromEntries(new URLSearchParams(address.split("?")[1]));
  expect(readCodingAddress(query)).toEqual(filters);
});

test("invalid parts of an address count as absent", () => {
  const filters = readCodingAddress({
    left: "everything",
    question: "7",
    theme: "",
    role: ["a", "b"],
    x: "y",
  });
  expect(isNarrowed(filters)).toBe(false);
  expect(codingAddress("/coding", filters)).toBe("/coding");
});

test("the search leaves out the page, the open contribution, and what was just done", () => {
  const filters = readCodingAddress({ left: "mine", after: contribution, contribution, batch: contribution });
  expect(codingAddress("", searchOf(filters))).toBe("?left=mine");
  expect(isNarrowed(readCodingAddress({ after: contribution }))).toBe(false);
});

test("each filter can be removed alone, and a question is removed with its roundtable", () => {
  const filters = readCodingAddress({
    left: "untagged",
    roundtable: "north",
    question: contribution,
    role: "SENCO",
    words: "coach",
    after: contribution,
  });
  const set = setFilters(filters, { roundtable: "Heads of the north", question: "What works?" });
  expect(set.map(({ words }) => words)).toEqual([
    "Without a theme",
    "Heads of the north",
    "What works?",
    "SENCO",
  ]);
  const without = (name: string) => codingAddress("", set.find((one) => one.name === name)?.without ?? {});
  expect(without("role")).toBe(`?roundtable=north&question=${contribution}&left=untagged&words=coach`);
  expect(without("roundtable")).toBe("?left=untagged&role=SENCO&words=coach");
  expect(setFilters(readCodingAddress({ after: contribution }), {})).toEqual([]);
});
