import { describe, expect, test } from "vitest";
import { fasterThanLength, TIMES_SHORTER } from "@/tests/support/text-work/growth";
import { nameFinder, termsOf, type Called, type Meanings } from "./name-terms";

const ALONE: Meanings = { otherNames: [], otherOrganisations: [], inLowerCase: new Set() };
const JANE: Called = {
  names: ["Dr Jane Ann O’Dowd-Smythe"],
  organisations: ["Quokka Lane Primary School"],
  addresses: ["j.smythe@quokka.sch.uk"],
};

function found(text: string, called: Partial<Called> = JANE, meanings: Partial<Meanings> = {}) {
  const all = { names: [], organisations: [], addresses: [], ...called };
  return nameFinder(termsOf([all], { ...ALONE, ...meanings }))(text).map(
    ({ start, end, kind, proposed }) => `${kind}${proposed ? "" : "?"}: ${text.slice(start, end)}`,
  );
}

describe("somebody is found under every way of calling them", () => {
  test.each([
    ["Jane Ann O'Dowd-Smythe said", ["name: Jane Ann O'Dowd-Smythe"]],
    ["JANE ODOWD", ["first-name?: JANE"]],
    ["jane o’dowd smythe, and", ["name: jane o’dowd smythe"]],
    ["O'Dowd-Smythe, Jane", ["name: O'Dowd-Smythe, Jane"]],
    ["talk_JaneODowdSmythe.csv", ["name: JaneODowdSmythe"]],
    ["Ms O’Dowd-Smythe’s view", ["surname: O’Dowd-Smythe"]],
    ["as Jane says", ["first-name?: Jane"]],
    ["Janet and janeway", []],
    ["write to J.Smythe@Quokka.sch.uk today", ["address: J.Smythe@Quokka.sch.uk"]],
    ["At Quokka Lane Primary School", ["organisation: Quokka Lane Primary School"]],
    ["at Quokka Lane", ["organisation-part?: Quokka Lane"]],
    ["a primary school", []],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test("accents and case do not matter", () => {
    expect(found("zoe muller, ZOË MÜLLER", { names: ["Zoë Müller"] })).toEqual([
      "name: zoe muller",
      "name: ZOË MÜLLER",
    ]);
  });
});

describe("what may mean somebody or something else is asked about", () => {
  test("a name that is an everyday word counts with a capital inside a sentence, or after a title", () => {
    const cook = { names: ["Grace Cook"] };
    expect(found("Cook it. We cook with grace. I saw Cook there, and Mr Cook.", cook)).toEqual([
      "surname?: Cook",
      "surname: Cook",
    ]);
    expect(found("as Grace Cook told us", cook)).toEqual(["name: Grace Cook"]);
  });

  test("a surname that others have, or that contributions use as a word", () => {
    const names = { names: ["Jo Fletcher"] };
    expect(found("Fletcher said", names)).toEqual(["surname: Fletcher"]);
    expect(found("Fletcher said", names, { otherNames: ["Ben Fletcher"] })).toEqual(["surname?: Fletcher"]);
    expect(found("Fletcher said", names, { inLowerCase: new Set(["fletcher"]) })).toEqual([
      "surname?: Fletcher",
    ]);
  });

  test("an organisation that others have, that provides NPQs, or that any could be called", () => {
    const at = (...organisations: string[]) => ({ organisations });
    const others = { otherOrganisations: ["quokka lane primary school"] };
    expect(found("Quokka Lane Primary School", at("Quokka Lane Primary School"), others)).toEqual([
      "organisation?: Quokka Lane Primary School",
    ]);
    expect(found("with Teach First", at("Teach First"))).toEqual(["organisation?: Teach First"]);
    expect(found("a primary school", at("Primary School"))).toEqual([]);
    expect(found("in Leeds, at Leeds Primary School", at("Leeds Primary School"))).toEqual([
      "organisation: Leeds Primary School",
    ]);
  });
});

test("the time grows with the length of the text", async () => {
  const find = nameFinder(termsOf([{ ...JANE, names: ["Grace Cook", "Jane Ann O’Dowd"] }], ALONE));
  const took = (text: string, times: number) => {
    const from = performance.now();
    for (let time = 0; time < times; time++) find(text);
    return performance.now() - from;
  };
  for (const part of ["Jane ", "Cook", " \n“ Cook", "Jane. . . ", "     "]) {
    const faster = await fasterThanLength(
      () => took(part.repeat(20_000), 1),
      () => took(part.repeat(200), TIMES_SHORTER),
    );
    expect(faster, part).toBeNull();
  }
});
