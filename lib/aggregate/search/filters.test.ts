import { expect, test } from "vitest";
import { facetGroups } from "./facet-groups";
import { readFilters } from "./filters";
import { markedPieces, MARK_END, MARK_START } from "./hit";
import { readQuery } from "./query";

const choices = {
  kinds: ["contribution", "report"],
  themes: [
    { id: "t1", slug: "assessment", title: "Assessment consistency", signalWords: "" },
    { id: "t2", slug: "access", title: "Accessibility and funding", signalWords: "" },
  ],
  roundtables: [{ id: "r1", slug: "leeds-may-2025", title: "Northern roundtable, Leeds" }],
} as const;
const read = (typed: string) => readFilters(readQuery(typed).filters, choices);

test("a filter names by slug, by words of a title, in the plural and in any case", () => {
  expect(
    read('theme:ASSESSMENT theme:accessib stance:asks type:Contributions role:"assistant head" role:senco')
      .filters,
  ).toEqual({
    kinds: ["contribution"],
    themeIds: ["t1", "t2"],
    stances: ["ask"],
    roles: ["assistant head", "SENCO"],
    roundtableIds: [],
  });
  expect(read("roundtable:leeds").filters.roundtableIds).toEqual(["r1"]);
  expect(read("roundtable:northern-roundtable").filters.roundtableIds).toEqual(["r1"]);
});

test("what names nothing is told with what there is", () => {
  expect(read("theme:sess stance:shout type:memo").faults).toEqual([
    "There is no theme “sess”. Use one of: assessment, access.",
    "There is no stance “shout”. Use one of: strength, improvement, ask, observation.",
    "There is no type “memo”. Use one of: contribution, report.",
  ]);
});

test("a link narrows by one value in place of another, and a chosen one takes it off", () => {
  const query = readQuery("coach theme:assessment type:report");
  const [types, themes] = facetGroups(query, choices, [
    { name: "type", value: "contribution", count: 2 },
    { name: "theme", value: "assessment", count: 2 },
    { name: "theme", value: "access", count: 1 },
  ]);
  expect(types?.links).toMatchObject([
    { words: "Contributions", count: 2, chosen: false, text: "coach theme:assessment type:contribution" },
    { words: "Reports", count: 0, chosen: true, text: "coach theme:assessment" },
  ]);
  expect(themes?.links).toMatchObject([
    { words: "Assessment consistency", chosen: true, text: "coach type:report" },
    { words: "Accessibility and funding", chosen: false, text: "coach type:report theme:access" },
  ]);
});

test("without counts every value is offered; a group without a choice is not", () => {
  const groups = facetGroups(readQuery("coach"), choices, null);
  expect(groups.map(({ name, links }) => [name, links.length])).toEqual([
    ["type", 2],
    ["theme", 2],
    ["stance", 4],
  ]);
});

test("marked pieces are text, in order, whatever stands between the marks", () => {
  expect(markedPieces(`a ${MARK_START}<b>${MARK_END} c${MARK_START}d${MARK_END}`)).toEqual([
    { text: "a ", marked: false },
    { text: "<b>", marked: true },
    { text: " c", marked: false },
    { text: "d", marked: true },
  ]);
  expect(markedPieces(`${MARK_END}a${MARK_START}b`)).toEqual([
    { text: `${MARK_END}a`, marked: false },
    { text: "b", marked: true },
  ]);
});
