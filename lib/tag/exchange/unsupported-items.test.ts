import { expect, test } from "vitest";
import { randomProject } from "@/tests/support/worlds/random-project";
import type { ExchangeCode, ExchangeProject } from "./file/project";
import { codesOfThemes } from "./file/theme-codes";
import { codesChanged, unsupportedItems, unsupportedSets } from "./unsupported-items";

const named = (name: string) => ({ guid: name, name, description: "" });
const code = (name: string, children: ExchangeCode[] = [], isCodable = true): ExchangeCode => ({
  ...named(name),
  colour: null,
  isCodable,
  noteGuids: [],
  children,
});
const set = (name: string) => ({ ...named(name), codeGuids: [], sourceGuids: [], noteGuids: [] });

test("cases, variables, attributes of texts and sets are reported", () => {
  const { sources, ...project } = randomProject(3);
  const one = { codeGuids: [], sourceGuids: [], selectionGuids: [], attributes: [] };
  const cases = ["Ann", "Ben", "Cy", "Di", "Ed", "Flo"].map((name) => ({ ...named(name), ...one }));
  const value = { variableGuid: "v", type: "Boolean" as const, value: true };
  const full: ExchangeProject = {
    ...project,
    cases,
    variables: [{ ...named("Age"), type: "Text" }],
    sets: [set("Themes"), set("Mine")],
    sources: sources.map((source, at) => ({ ...source, attributes: at === 0 ? [value] : [] })),
  };
  expect(unsupportedItems(full)).toEqual([
    "6 cases left out, with their attributes: Ann, Ben, Cy, Di, Ed and others. Speakers and their details here do not change.",
    "Attributes of 1 text left out.",
    "1 set left out: Mine.",
  ]);
  expect(unsupportedItems({ ...full, cases: [], sources: [], sets: [] })).toEqual(["1 variable left out."]);
  expect(unsupportedItems({ ...full, cases: [], variables: [], sources: [], sets: [] })).toEqual([]);
});

test("folders and codes below the second level are reported, where they are new", () => {
  const codes = [code("Top", [code("Mid", [code("Leaf", [code("Tip")])])], false), code("Known", [], false)];
  expect(codesChanged(codes, (guid) => guid !== "Known")).toEqual([
    "1 code that the file does not use for coding. As themes, you can set them like any other: Top.",
    "2 codes below the second level: moved up to it, because themes can only have two levels: Leaf, Tip.",
  ]);
  expect(codesChanged([code("Known", [], false)], () => false)).toEqual([]);
});

test("the sets of the axes are recognised, whatever their identifier", () => {
  const { sets } = codesOfThemes([]);
  expect(unsupportedSets([...sets, set("Themes"), set("DfE areas")])).toEqual([]);
  expect(unsupportedSets([set("One"), set("")])).toEqual(["2 sets left out: One."]);
});
