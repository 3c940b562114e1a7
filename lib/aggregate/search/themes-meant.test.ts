import { expect, test } from "vitest";
import { readQuery } from "./query";
import { themesMeant } from "./themes-meant";

const THEMES = [
  { id: "1", slug: "coaching", title: "Coaching", signalWords: "mentor, coach" },
  { id: "2", slug: "funding", title: "Accessibility and funding", signalWords: "cost, scholarship, budget" },
  { id: "3", slug: "delivery", title: "Delivery", signalWords: "online" },
];

const meant = (typed: string, facets: Parameters<typeof themesMeant>[2] = null) =>
  themesMeant(readQuery(typed), THEMES, facets).map(({ slug }) => slug);

test("words lead to the themes that they are signal words of, in any form, those with most of them first", () => {
  expect(meant("mentors")).toEqual(["coaching"]);
  expect(meant("online costs and scholarships")).toEqual(["funding", "delivery"]);
  expect(meant("geese")).toEqual([]);
});

test("words that are left out, and queries that name a theme, lead to none", () => {
  expect(meant("mentor -online")).toEqual(["coaching"]);
  expect(meant("mentor theme:delivery")).toEqual([]);
});

test("the theme that most results stand under comes first, whether its signal words are looked for or not", () => {
  const under = (value: string, count: number) => ({ name: "theme" as const, value, count });
  expect(meant("online", [under("delivery", 1), under("funding", 3)])).toEqual(["funding", "delivery"]);
  expect(meant("online", [under("delivery", 3)])).toEqual(["delivery"]);
  expect(meant("geese", [{ name: "type", value: "finding", count: 9 }])).toEqual([]);
});
