import { describe, expect, test } from "vitest";
import { choicesFor, onlyChoice } from "./choices";
import { openSign, type SignOptions, type SpeakerOption } from "./grammar";

const person = (label: string, description: string, more: Partial<SpeakerOption> = {}): SpeakerOption => ({
  value: `identified:${label}`,
  source: "identified",
  participantId: label,
  label,
  description,
  seat: null,
  name: null,
  knownAs: null,
  ...more,
});

const options: SignOptions = {
  speakers: [
    person("P01", "Headteacher, primary, London"),
    person("P07", "SENCO, secondary, North West", { knownAs: "Zoë Harcourt-Bell", seat: "12" }),
    person("P17", "Middle leader, primary, London", { knownAs: "Ann O'Hara", seat: "7" }),
    { ...person("A participant, not known", ""), source: "unidentified", participantId: null },
  ],
  themes: [
    { id: "t1", title: "Accessibility and funding", colour: "1", area: false },
    { id: "t2", title: "Assessment consistency", colour: "2", area: false },
  ],
  questions: [
    { id: "q1", position: 1, text: "What works?" },
    { id: "q2", position: 2, text: "What should change?" },
  ],
  tables: [
    { id: "tb1", name: "Blue" },
    { id: "tb2", name: "Window" },
  ],
  commands: [
    { command: "next", words: ["next question", "question"] },
    { command: "names", words: ["hide names"] },
    { command: "undo", words: ["undo"] },
  ],
};

const at = (text: string) => openSign(text, text.length);
const found = (typed: string) => {
  const sign = at(typed);
  return sign ? choicesFor(sign, options) : [];
};
const labels = (typed: string) =>
  found(typed).flatMap((choice) => (choice.kind === "speaker" ? [choice.option.label] : []));

test("every stance can be typed: the one without a key by its word", () => {
  for (const [typed, stance] of [
    ["+", "strength"],
    ["-", "improvement"],
    ["!", "ask"],
    ["·", "observation"],
    ["/observation", "observation"],
  ] as const)
    expect(found(typed), typed).toEqual([{ kind: "stance", stance }]);
});

describe("speakers", () => {
  test.each([
    ["@p07", ["P07"]],
    ["@7", ["P17", "P07"]],
    ["@12", ["P07"]],
    ["@zoe", ["P07"]],
    ["@zhb", ["P07"]],
    ["@harc", ["P07"]],
    ["@senco", ["P07"]],
    ["@ann o'h", ["P17"]],
    ["@not kn", ["A participant, not known"]],
    ["@nobody", []],
  ])("%s finds %j", (typed, expected) => {
    expect(labels(typed)).toEqual(expected);
  });
  test("all are offered before anything is typed", () => {
    expect(labels("@")).toEqual(["P01", "P07", "P17", "A participant, not known"]);
  });
});

describe("other signs", () => {
  test("a theme is found by the beginning of any word", () => {
    expect(found("#fund")).toMatchObject([{ kind: "theme", id: "t1" }]);
    expect(found("#a").map((choice) => choice.kind === "theme" && choice.id)).toEqual(["t1", "t2"]);
  });
  test("a question by its number or a word", () => {
    expect(found("?2")).toMatchObject([{ kind: "question", id: "q2" }]);
    expect(found("?change")).toMatchObject([{ kind: "question", id: "q2" }]);
  });
  test("a stance by its sign alone", () => {
    expect(found("-")).toEqual([{ kind: "stance", stance: "improvement" }]);
    expect(found("-5")).toEqual([]);
  });
  test("a command by its words", () => {
    expect(found("/un")).toEqual([{ kind: "command", command: "undo" }]);
    expect(found("/hide the na")).toEqual([{ kind: "command", command: "names" }]);
    expect(found("/names hide")).toEqual([{ kind: "command", command: "names" }]);
    expect(found("/a word")).toEqual([]);
  });
  test("a table by its name or its place", () => {
    expect(found("/table 2")).toEqual([{ kind: "table", id: "tb2", name: "Window" }]);
    expect(found("/win")).toEqual([{ kind: "table", id: "tb2", name: "Window" }]);
    expect(found("/table").map((choice) => choice.kind === "table" && choice.name)).toEqual([
      "The whole room",
      "Blue",
      "Window",
    ]);
  });
  test("a question after the slash, after the command for the next one", () => {
    expect(found("/question 2")).toMatchObject([{ kind: "question", id: "q2" }]);
    expect(found("/quest").map(({ kind }) => kind)).toEqual(["command", "question", "question"]);
    expect(found("/").some(({ kind }) => kind === "question")).toBe(false);
  });
});

describe("the only possible meaning", () => {
  const ann = person("P02", "Deputy head, primary, London", { knownAs: "Ann Smith" });
  const anna = person("P03", "SENCO, primary, London", { knownAs: "Anna Vale" });
  const only = (typed: string, speakers: SignOptions["speakers"] = options.speakers) => {
    const sign = at(typed);
    const choice = sign && onlyChoice(sign, { ...options, speakers });
    return choice?.kind === "speaker" ? choice.option.label : choice?.kind === "theme" ? choice.id : null;
  };
  test.each([
    ["@7", "P07", [person("P07", ""), person("P70", "")]],
    ["@p1", "P01", [person("P01", ""), person("P10", "")]],
    ["@ann", "P02", [ann, anna]],
    ["@as", "P02", [ann, anna]],
    ["@deputy head, primary, london", "P02", [ann, anna]],
    ["@zoë,", "P07", options.speakers],
    ["@not known", "A participant, not known", options.speakers],
    ["#fund", "t1", []],
    ["#assessment", "t2", []],
  ])("of %s is %s", (typed, expected, speakers) => {
    expect(only(typed, speakers)).toBe(expected);
  });
  test.each([
    ["two people", "@ann", [ann, person("P04", "", { knownAs: "Ann Jones" })]],
    ["two roles", "@primary", [ann, anna]],
    ["the beginning of a role", "@deputy", [ann, anna]],
    ["the beginning of a phase", "@all", [person("P01", "All-through")]],
    ["a region alone", "@london", [person("P01", "Headteacher, primary, London")]],
    ["a seat and a number", "@7", options.speakers],
    ["two themes", "#a", []],
    ["nobody", "@ben", options.speakers],
    ["what people say", "#1", []],
    ["the beginning of more", "@not", options.speakers],
    ["nothing typed yet", "@", [ann]],
    ["a stance", "+", []],
  ])("is nobody where it is %s", (_, typed, speakers) => {
    expect(only(typed, speakers)).toBeNull();
  });
  test("a theme is found by its number in the codebook", () => {
    expect(found("#2")).toMatchObject([{ kind: "theme", id: "t2" }]);
  });
});

test("an NPQ is found behind the hash by its code or name, after the themes, and a Space takes its whole code", () => {
  const codes = (typed: string) =>
    found(typed).flatMap((choice) => (choice.kind === "npq" ? [choice.code] : []));
  expect(codes("#npqh")).toEqual(["NPQH"]);
  expect(codes("#headship")).toEqual(["NPQH"]);
  expect(codes("#np")).toEqual([]);
  expect(found("#acc")[0]).toMatchObject({ kind: "theme" });
  const open = at("#npqsl");
  expect(open && onlyChoice(open, options)).toMatchObject({ kind: "npq", code: "NPQSL" });
});
