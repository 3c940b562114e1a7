import { describe, expect, test } from "vitest";
import { choicesFor, openSign, withoutSign, type Room, type SpeakerOption } from "./grammar";

const person = (label: string, description: string, more: Partial<SpeakerOption> = {}): SpeakerOption => ({
  value: `identified:${label}`,
  source: "identified",
  participantId: label,
  label,
  description,
  seat: null,
  name: null,
  ...more,
});

const room: Room = {
  speakers: [
    person("P01", "Headteacher, primary, London"),
    person("P07", "SENCO, secondary, North West", { name: "Zoë Harcourt-Bell", seat: "12" }),
    person("P17", "Middle leader, primary, London", { name: "Ann O'Hara", seat: "7" }),
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
  commands: [{ command: "undo", words: ["undo"] }],
};

const at = (text: string) => openSign(text, text.length);
const found = (typed: string) => {
  const sign = at(typed);
  return sign ? choicesFor(sign, room) : [];
};
const labels = (typed: string) =>
  found(typed).flatMap((choice) => (choice.kind === "speaker" ? [choice.option.label] : []));

describe("a sign", () => {
  test.each(["@", "word @", "line\n#", "word +", "/un"])("opens a list in %j", (typed) => {
    expect(at(typed)).not.toBeNull();
  });
  test.each(["word", "mail@school", "5-3", "5 - 3", "x #", "really?", "and/or"])("is text in %j", (typed) => {
    const sign = at(typed.endsWith("#") ? `${typed} ` : typed);
    expect(sign === null || choicesFor(sign, room).length === 0).toBe(true);
  });
  test("is looked for before the caret alone", () => {
    expect(openSign("@p0 and more", 3)).toEqual({ sign: "@", query: "p0", start: 0, end: 3 });
    expect(openSign("and @p0", 2)).toBeNull();
  });
  test("leaves the text when it is chosen, and no double space behind", () => {
    const typed = "before @p07 after";
    const sign = openSign(typed, 11);
    expect(sign && withoutSign(typed, sign)).toEqual({ text: "before after", caret: 7 });
  });
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
  });
});
