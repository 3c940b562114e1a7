import { describe, expect, test } from "vitest";
import { errorLinks, errorOf, shownChoices, shownText, shownTextAt } from "./form-values";

const refused = {
  ok: false as const,
  fieldErrors: { title: "Enter a title", day: "Enter a day" },
  values: { title: "", place: "York", topics: ["a", "b"], one: "a" },
};

describe("shownText", () => {
  test("is the default before the form is sent and after it succeeds", () => {
    expect(shownText(null, "place", "Leeds")).toBe("Leeds");
    expect(shownText({ ok: true }, "place", "Leeds")).toBe("Leeds");
  });
  test("is what was sent after a refusal, even where that is empty", () => {
    expect(shownText(refused, "place", "Leeds")).toBe("York");
    expect(shownText(refused, "title", "A default")).toBe("");
  });
  test("falls back to the default for a field that was not sent", () => {
    expect(shownText(refused, "unsent", "Leeds")).toBe("Leeds");
  });
});

test("shownTextAt returns the own text of each field with the same name", () => {
  expect(shownTextAt(null, "topics", 1, "Old")).toBe("Old");
  expect([0, 1, 2].map((at) => shownTextAt(refused, "topics", at, "Old"))).toEqual(["a", "b", "Old"]);
  expect([0, 1].map((at) => shownTextAt(refused, "one", at, "Old"))).toEqual(["a", "Old"]);
});

describe("shownChoices", () => {
  test("keeps one choice and several", () => {
    expect(shownChoices(refused, "one")).toEqual(["a"]);
    expect(shownChoices(refused, "topics", ["c"])).toEqual(["a", "b"]);
  });
  test("does not tick the defaults again when everything was cleared", () => {
    expect(shownChoices(refused, "cleared", ["c"])).toEqual([]);
    expect(shownChoices(null, "cleared", ["c"])).toEqual(["c"]);
  });
});

test("errors are found by name and linked in the order in which they came", () => {
  expect(errorOf(refused, "title")).toBe("Enter a title");
  expect(errorOf({ ok: true }, "title")).toBeUndefined();
  expect(errorLinks(refused, "f1")).toEqual([
    { href: "#f1-title", text: "Enter a title" },
    { href: "#f1-day", text: "Enter a day" },
  ]);
  expect(errorLinks(null, "f1")).toEqual([]);
});
