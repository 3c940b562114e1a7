import { describe, expect, test } from "vitest";
import { choicesFor } from "./choices";
import { openSign, type SignOptions, type SpeakerOption } from "./grammar";
import { leadingSign, takenByTyping, type Taken } from "./typed-sign";

const person = (label: string, knownAs: string | null): SpeakerOption => ({
  value: `identified:${label}`,
  source: "identified",
  participantId: label,
  label,
  description: "Headteacher, primary",
  seat: null,
  name: null,
  knownAs,
});
const options: SignOptions = {
  speakers: [
    person("P01", "Ben Adeyinka-Frost"),
    person("P02", "Ann Smith"),
    person("P03", "Ann Jones"),
    { ...person("P07", "Grace Young"), seat: "12", description: "Middle leader, all-through, London" },
  ],
  themes: [
    { id: "t1", title: "Accessibility and funding", colour: "1", area: false },
    { id: "t2", title: "Assessment consistency", colour: "2", area: false },
  ],
  questions: [],
  tables: [],
  commands: [],
};

const markOf = ({ choice }: Taken): string =>
  choice?.kind === "speaker"
    ? choice.option.label
    : choice?.kind === "theme"
      ? choice.id
      : choice?.kind === "stance"
        ? choice.stance
        : "rest";

/** Types it key by key: the marks that were taken, and the words that are left. */
function typed(keys: string, here = options, asWords: string | null = null) {
  let [before, rest]: [string, readonly string[]] = ["", []];
  const marks: string[] = [];
  for (const key of keys) {
    const after = before + key;
    const sign = openSign(before, before.length);
    const open = sign && choicesFor(sign, here).length > 0 ? sign : null;
    const taken = takenByTyping({ before, after, caret: after.length, open, asWords, rest }, here);
    if (taken) marks.push(markOf(taken));
    before = taken?.text ?? after;
    rest = taken?.rest ?? rest;
  }
  return { marks, words: before };
}

describe("typing makes", () => {
  test.each([
    ["@ben and words", ["P01"], "and words"],
    ["@baf words", ["P01"], "words"],
    ["#fund words", ["t1"], "words"],
    ["@1 #fund +Words", ["P01", "t1", "strength"], "Words"],
    ["- words", ["improvement"], "words"],
    ["words first @ben", [], "words first @ben"],
    ["words first @p07 ", ["P07"], "words first "],
    ["words first @7 ", ["P07"], "words first "],
    ["words first @12 ", ["P07"], "words first "],
    ["@grace Young people", ["P07", "rest"], "people"],
    ["@grace young people leave", ["P07"], "young people leave"],
    ["@ben Adeyinka-Frost words", ["P01", "rest"], "words"],
    ["@ben Frost damages roofs", ["P01"], "Frost damages roofs"],
  ])("from %j the marks %j", (keys, marks, words) => {
    expect(typed(keys)).toEqual({ marks, words });
  });
  test.each([
    "@ann words",
    "@nobody words",
    "#1 priority",
    "-5 degrees",
    "5 + 3",
    "a - b",
    "mail@ben x",
    "@all staff",
    "@london heads",
    "@middle leaders",
    "I told @middle leaders",
    "I told @ben so",
    "we are #fund with it",
    "for @all staff",
  ])("nothing from %j", (keys) => {
    expect(typed(keys)).toEqual({ marks: [], words: keys });
  });
  test("a name once it is there to match, though it was typed before", () => {
    const unnamed = { ...options, speakers: [person("P01", null)] };
    expect(typed("@ben w", unnamed).marks).toEqual([]);
    const after = { before: "@ben w", after: "@ben wo", caret: 7, open: null, asWords: null, rest: [] };
    expect(takenByTyping(after, options)).toMatchObject({ text: "wo", caret: 2 });
    expect(takenByTyping({ ...after, asWords: "@ben" }, options)).toBeNull();
  });
  test("nothing from pasted text", () => {
    const pasted = { before: "", after: "@ben ", caret: 5, open: null, asWords: null, rest: [] };
    expect(takenByTyping(pasted, options)).toBeNull();
  });
});

describe("a sign that the words begin with", () => {
  test.each([
    ["@ben words", "@ben", 1],
    ["@ann smith words", "@ann smith", 1],
    ["@ann words", "@ann", 2],
    ["@nobody at all", "@nobody", 0],
    ["@ben #fund words", "@ben", 1],
    ["#fnd", "#fnd", 0],
  ])("in %j is %j, with %i to choose from", (text, expected, count) => {
    const leading = leadingSign(text, options);
    expect(leading).toMatchObject({ typed: expected });
    expect(leading?.choices).toHaveLength(count);
  });
  test.each(["words @ben", "@ home", "-5", "", "?what"])("is not in %j", (text) => {
    expect(leadingSign(text, options)).toBeNull();
  });
});
