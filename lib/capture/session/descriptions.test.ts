import { expect, test } from "vitest";
import { descriptionsOf, withDescriptions, withoutDescriptions } from "./descriptions";

const session = {
  id: "one",
  participants: [
    { id: "a", label: "P01", description: "Headteacher, West Midlands" },
    { id: "b", label: "P02", description: "SENCO" },
  ],
};

test("a page that is kept in the clear names labels, and describes nobody", () => {
  const kept = withoutDescriptions(session);
  expect(JSON.stringify(kept)).not.toMatch(/Headteacher|SENCO/);
  expect(kept.participants.map(({ label }) => label)).toEqual(["P01", "P02"]);
});

test("what was encrypted describes them again, and a newer description stands", () => {
  const [, ...others] = withoutDescriptions(session).participants;
  const page = {
    id: "one",
    participants: [{ id: "a", label: "P01", description: "Deputy head" }, ...others],
  };
  const encrypted = { a: "Headteacher, West Midlands", b: "SENCO" };
  expect(withDescriptions(page, encrypted).participants.map(({ description }) => description)).toEqual([
    "Deputy head",
    "SENCO",
  ]);
});

test("what describes them goes and comes back, and a page that lacks it keeps nothing empty", () => {
  expect(withDescriptions(withoutDescriptions(session), descriptionsOf(session))).toEqual(session);
  expect(descriptionsOf(withoutDescriptions(session))).toEqual({});
});
