import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import { BUILT_IN_CODEBOOK } from "@/lib/tag/codebook/codebook";
import { readCodebook, writeCodebook } from "./codebook-file";
import { colourOfHue, nearestHue } from "../format/colour";
import { derivedGuid } from "../format/guid";
import { codesOfThemes, themesOfCodes, type ThemeOfCode } from "../file/theme-codes";
import { themeDescription, themeTexts } from "../file/theme-description";

const bytes = (xml: string) => new TextEncoder().encode(xml);
const themes = BUILT_IN_CODEBOOK.map((entry): ThemeOfCode => {
  const parent = entry.slug === "networks" ? "coaching" : null;
  return { ...entry, guid: derivedGuid("test", entry.slug), parent };
});

describe("a codebook file", () => {
  test("is equal after a round trip", async () => {
    const codebook = { origin: "NPQ review", ...codesOfThemes(themes) };
    const read = await readCodebook(bytes(writeCodebook(codebook)));
    expect(read).toEqual({ ok: true, value: codebook, warnings: [] });
  });

  test("gives the same themes, with their axes and levels, and slugs made from titles", () => {
    const { codes, sets } = codesOfThemes(themes);
    const read = themesOfCodes(codes, sets);
    const without = (list: readonly ThemeOfCode[]) =>
      list.map((theme) => ({ ...theme, slug: "", parent: "", above: "" }));
    const byGuid = (list: readonly ThemeOfCode[]) =>
      [...without(list)].sort((a, b) => a.guid.localeCompare(b.guid));
    expect(byGuid(read)).toEqual(byGuid(themes));
    expect(read.filter(({ parent }) => parent !== null)).toMatchObject([
      { title: "Peer learning and standing", slug: "peer-learning-and-standing", parent: "coaching" },
    ]);
    const [again] = themesOfCodes(codes, sets, ["leadership-development"]);
    expect(again?.slug).toBe("leadership-development-2");
  });

  test("of another program is flattened to two levels, with the nearest hues", () => {
    const code = { description: "", colour: null, isCodable: true, noteGuids: [] };
    const leaf = { ...code, guid: "c", name: "Leaf", colour: "#a02020", children: [] };
    const tree = {
      ...code,
      guid: "a",
      name: "Top",
      children: [{ ...code, guid: "b", name: "Mid", children: [leaf] }],
    };
    expect(
      themesOfCodes([tree], [{ guid: "s", name: "DfE areas", description: "", codeGuids: ["a"] }]),
    ).toMatchObject([
      { slug: "top", parent: null, axis: "area", colour: "1" },
      { slug: "mid", parent: "top", axis: "area", colour: "2" },
      { slug: "leaf", parent: "top", axis: "area", colour: "8" },
    ]);
  });

  test("of a set with missing members is read without them; a file that is not one is refused", async () => {
    const guid = derivedGuid("one");
    const set = { guid, name: "S", description: "", codeGuids: [derivedGuid("two")] };
    const code = {
      guid,
      name: "A",
      description: "",
      colour: null,
      isCodable: true,
      noteGuids: [],
      children: [],
    };
    expect(await readCodebook(bytes(writeCodebook({ origin: "", codes: [code], sets: [set] })))).toEqual({
      ok: true,
      value: { origin: "", codes: [code], sets: [{ ...set, codeGuids: [] }] },
      warnings: ["1 reference to something that is not here was left out."],
    });
    expect(await readCodebook(bytes("title,definition"))).toEqual({
      ok: false,
      reason: "This file is not a REFI-QDA codebook: it is not valid XML at line 1.",
    });
  });
});

describe("a theme's text as one description", () => {
  test("reads as paragraphs", () => {
    const texts = {
      definition: "What it is.",
      includes: "This; that.",
      excludes: "The other.",
      signalWords: "this, that",
    };
    expect(themeDescription(texts)).toBe(
      "What it is.\n\nInclude: This; that.\n\nExclude: The other.\n\nSignal words: this, that",
    );
    expect(themeTexts("Somebody else’s words.\nInclude nothing.")).toEqual({
      definition: "Somebody else’s words.\nInclude nothing.",
      includes: "",
      excludes: "",
      signalWords: "",
    });
  });

  test("is split again exactly, whatever the words", () => {
    const random = seededRandom(4);
    const pieces = ["Include: ", "Exclude: ", "Signal words: ", "\n\n", "\n", "\\", "a", " "];
    const words = () =>
      Array.from({ length: random() * 9 }, () => pieces[Math.floor(random() * 8)])
        .join("")
        .trim();
    for (let n = 0; n < 800; n++) {
      const texts = { definition: words(), includes: words(), excludes: words(), signalWords: words() };
      expect(themeTexts(themeDescription(texts))).toEqual(texts);
    }
  });
});

describe("the colours in files", () => {
  const light = readFileSync("app/globals.css", "utf8").split("\n@media")[0] ?? "";
  test("are those of the page", () => {
    const hues = [...light.matchAll(/--color-hue-(\d+): (#[0-9a-f]{6});/g)];
    expect(hues.map(([, hue = ""]) => [hue, colourOfHue(hue)])).toEqual(
      hues.map(([, hue, colour]) => [hue, colour]),
    );
    expect(hues).toHaveLength(11);
    for (const [, hue, colour = ""] of hues) expect(nearestHue(colour)).toBe(hue);
  });
  test("are absent for a number that is not a hue", () => {
    expect(colourOfHue("12")).toBeNull();
  });
});
