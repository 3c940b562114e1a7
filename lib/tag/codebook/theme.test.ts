import { describe, expect, test } from "vitest";
import { BUILT_IN_CODEBOOK } from "./codebook";
import { byPlace, changesMeaning, choiceWords, codebookOrder, isStale, nextColour } from "./theme";
import { NewThemeInput } from "./theme-input";

test("a new theme gets the least used hue", () => {
  expect(nextColour([])).toBe("1");
  expect(nextColour(["1", "2", "4"])).toBe("3");
  expect(nextColour(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "1"])).toBe("2");
});

test("themes come before areas, each in its place, those without a place last", () => {
  const order = [
    { axis: "area", position: 1, title: "SEND" },
    { axis: "theme", position: null, title: "Zeal" },
    { axis: "theme", position: 2, title: "Coaching" },
    { axis: "theme", position: 1, title: "Delivery" },
  ] as const;
  expect([...order].sort(byPlace).map(({ title }) => title)).toEqual([
    "Delivery",
    "Coaching",
    "Zeal",
    "SEND",
  ]);
});

test("children follow their theme, and one whose parent is not shown is at the top", () => {
  const place = (id: string, parentId: string | null, position: number) =>
    ({ axis: "theme", id, parentId, position, title: id }) as const;
  const themes = [
    place("b1", "b", 1),
    place("a", null, 1),
    place("x1", "x", 3),
    place("b", null, 2),
    place("a1", "a", 2),
    place("a0", "a", 1),
  ];
  expect(codebookOrder(themes).map(({ id }) => id)).toEqual(["a", "a0", "a1", "b", "b1", "x1"]);
  const third = [...themes, place("a00", "a0", 3)];
  expect(codebookOrder(third).map(({ id }) => id)).toEqual(["a", "a0", "a1", "b", "b1", "a00", "x1"]);
});

test("a choice of themes shows which are children and which are retired", () => {
  const theme = { title: "Coaching", parentId: null, retired: false };
  expect(choiceWords(theme)).toBe("Coaching");
  expect(choiceWords({ ...theme, parentId: "a" })).toBe("– Coaching");
  expect(choiceWords({ ...theme, retired: true })).toBe("Coaching (retired)");
});

describe("what a change does to earlier taggings", () => {
  const texts = {
    title: "Coaching",
    definition: "It.",
    includes: "This.",
    excludes: "That.",
    signalWords: "",
  };

  test("a title is wording; a text changes the meaning, unless the author says that it is wording", () => {
    expect(changesMeaning(texts, { ...texts, title: "Mentoring", changes: "meaning" })).toBe(false);
    expect(changesMeaning(texts, { ...texts, includes: "More." })).toBe(true);
    expect(changesMeaning(texts, { ...texts, includes: "More.", changes: "meaning" })).toBe(true);
    expect(changesMeaning(texts, { ...texts, includes: "More.", changes: "wording" })).toBe(false);
  });

  test("taggings made under an earlier meaning are stale", () => {
    expect(isStale({ themeRevision: 2 }, { meaningSince: 3 })).toBe(true);
    expect(isStale({ themeRevision: 3 }, { meaningSince: 3 })).toBe(false);
  });
});

describe("the built-in codebook", () => {
  const of = (axis: string) => BUILT_IN_CODEBOOK.filter((entry) => entry.axis === axis);

  test("has eleven themes, each with a hue of its own, and DfE's four areas", () => {
    expect(new Set(of("theme").map(({ colour }) => colour)).size).toBe(11);
    expect(of("area").map(({ slug }) => slug)).toEqual([
      "send",
      "progression",
      "workload",
      "operational-leadership",
    ]);
    expect(new Set(BUILT_IN_CODEBOOK.map(({ slug }) => slug)).size).toBe(15);
  });

  test("could have been typed into the form", () => {
    const reviewId = "0190a000-0000-7000-8000-000000000001";
    for (const entry of BUILT_IN_CODEBOOK)
      expect(NewThemeInput.parse({ ...entry, reviewId })).toMatchObject({
        title: entry.title,
        includes: entry.includes,
      });
  });
});
