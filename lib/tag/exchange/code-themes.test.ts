import { expect, test } from "vitest";
import { joinedCodes, themesForCodes, tooManyCodes } from "./code-themes";
import { planCodebook, type KnownTheme } from "./codebook-plan";
import type { ExchangeCode } from "./file/project";
import { derivedGuid } from "./format/guid";
import { themesOfCodes } from "./file/theme-codes";

const code = (name: string, children: ExchangeCode[] = [], guid = crypto.randomUUID()): ExchangeCode => ({
  guid,
  name,
  description: "",
  colour: null,
  isCodable: true,
  noteGuids: [],
  children,
});
const theme = (id: string, title: string, over: Partial<KnownTheme> = {}): KnownTheme => ({
  id,
  slug: id,
  title,
  definition: "",
  includes: "",
  excludes: "",
  signalWords: "",
  axis: "theme",
  colour: "1",
  revision: 1,
  meaningSince: 1,
  parentId: null,
  retired: false,
  ...over,
});
const themes = (codes: ExchangeCode[], known: KnownTheme[] = []) => {
  const read = themesOfCodes(codes, []);
  const found = themesForCodes(read, known);
  return {
    said: found.map((one) => (one.is === "new" ? one.code.title : one.is)),
    joined: joinedCodes(read, found),
  };
};

test("codes with one title under different codes stay separate, by the title of their parent", () => {
  const deep = code("Pay", [code("Positive")]);
  const { said, joined } = themes([
    code("Time", [code("Positive"), code("Other")]),
    code("Cost", [code("positive"), deep]),
  ]);
  expect(said).toEqual(["Time", "Time: Positive", "Other", "Cost", "Cost: positive", "Pay", "Pay: Positive"]);
  expect(joined).toEqual([]);
});

test("a long parent title is cut, so that both fit", () => {
  const { said } = themes([code("a".repeat(60), [code("Positive")]), code("B", [code("Positive")])]);
  expect(said[1]).toBe(`${"a".repeat(49)}…: Positive`);
});

test("a code that is a theme here keeps its title: by its identifier, or under the same parent", () => {
  const known = [theme("time", "Time"), theme("p", "Positive", { parentId: "time" })];
  const renamed = [code("Time", [code("Positive")]), code("Cost", [code("Positive")])];
  expect(themes(renamed, known).said).toEqual(["here", "here", "Cost", "Cost: Positive"]);
  const guid = derivedGuid("p");
  const moved = [code("Pay", [code("Positive", [], guid)]), code("Cost", [code("Positive")])];
  expect(themes(moved, [theme(guid, "Positive")]).said).toEqual(["Pay", "here", "Cost", "Cost: Positive"]);
});

test("a codebook of such codes has no two themes with one title", () => {
  const codes = themesOfCodes([code("Time", [code("Positive")]), code("Cost", [code("Positive")])], []);
  const says = { slug: false, colour: false };
  const file = codes.map((one, index) => ({ ...one, says, row: index + 1 }));
  const { added, problems } = planCodebook(file, []);
  expect(problems).toEqual([]);
  expect(added.map(({ title }) => title)).toEqual(["Time", "Time: Positive", "Cost", "Cost: Positive"]);
});

test("those that become one theme after all are reported", () => {
  const { said, joined } = themes(
    [code("Time"), code("time"), code("Cost", [code("Cover"), code("Cover")]), code("Pay")],
    [theme("t", "Time")],
  );
  expect(said).toEqual(["here", "here", "Cost", "Cost: Cover", "same", "Pay"]);
  expect(joined).toEqual(["Time (2 codes)", "Cost: Cover (2 codes)"]);
});

test("more new codes than a codebook allows are not added at once", () => {
  const codes = Array.from({ length: 501 }, (_, n) => code(`Code ${n}`));
  const found = themesForCodes(themesOfCodes(codes, []), []);
  expect(tooManyCodes(found)).toMatch(
    /^501 codes in the file are not themes yet: left out, because you can add at most 500 at once/,
  );
  expect(tooManyCodes(found.slice(1))).toBeNull();
});
