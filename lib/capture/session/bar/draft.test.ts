import { describe, expect, test } from "vitest";
import {
  afterLogging,
  EMPTY_DRAFT,
  offeredNpqs,
  withChoice,
  withoutLastMark,
  withoutShown,
  withShown,
  withSource,
} from "./draft";

const spoken = { ...EMPTY_DRAFT, source: "identified" as const, participantId: "p", questionId: "q" };

describe("hands and agreement", () => {
  const hands = { hands: { raised: "", asked: "20" }, agreementSeen: false };
  const nods = { hands: null, agreementSeen: true };

  test("are the group’s, and without them the words are again those of whoever was chosen before", () => {
    const counted = withShown(spoken, hands);
    expect(counted).toMatchObject({ source: "group", participantId: null });
    expect(withoutShown(counted)).toEqual(spoken);
    expect(withoutShown(withShown(counted, nods))).toEqual(spoken);
  });
  test("leave the group as the source where it was chosen itself", () => {
    const group = withSource(spoken, "group");
    expect(withoutShown(withShown(group, hands))).toEqual(group);
    expect(withoutShown(withSource(withShown(spoken, hands), "group"))).toMatchObject({ source: "group" });
  });
});

test("NPQs that the words name are offered until they are chosen, and stay with no other contribution", () => {
  const draft = { ...spoken, text: "The NPQH repeats the NPQSL" };
  expect(draft.npqs).toEqual([]);
  expect(offeredNpqs(draft)).toEqual(["NPQH", "NPQSL"]);
  const chosen = withChoice(draft, { kind: "npq", code: "NPQH", name: "Headship" });
  expect(chosen.npqs).toEqual(["NPQH"]);
  expect(offeredNpqs(chosen)).toEqual(["NPQSL"]);
  expect(withoutLastMark(chosen).npqs).toEqual([]);
  expect(afterLogging(chosen, spoken).npqs).toEqual([]);
});

describe("the mark that was chosen last", () => {
  const marked = { ...spoken, themeIds: ["a", "b"], stance: "ask" as const };

  test("goes alone: the themes, then hands or agreement, then the stance", () => {
    const shown = withShown(marked, { hands: null, agreementSeen: true });
    const one = withoutLastMark(withoutLastMark(shown));
    expect(one).toMatchObject({ themeIds: [], agreementSeen: true, stance: "ask" });
    expect(withoutLastMark(one)).toMatchObject({ agreementSeen: false, participantId: "p", stance: "ask" });
    expect(withoutLastMark(withoutLastMark(one))).toEqual(spoken);
  });
  test("comes after all that stayed from the contribution before; speaker and question stay", () => {
    const staying = { ...marked, themesStay: true, stanceStays: true };
    expect(withoutLastMark(staying)).toEqual(spoken);
  });
});

describe("what stays for the next contribution", () => {
  const full = { ...spoken, text: "x", stance: "ask" as const, themeIds: ["t"] };
  const theme = (id: string) =>
    ({ kind: "theme", id, title: "T", colour: "1", area: false, digit: null }) as const;
  const speaker = { value: "", label: "", description: "", seat: null, name: null, knownAs: null };

  test("speaker and question stay, and what one person speaks about", () => {
    const next = { ...full, text: "", themesStay: true, stanceStays: true };
    expect(afterLogging(full, EMPTY_DRAFT)).toEqual(next);
  });
  test("nothing of what somebody not known, or the group, spoke about", () => {
    for (const source of ["unidentified", "group"] as const)
      expect(afterLogging({ ...full, source, participantId: null }, EMPTY_DRAFT)).toMatchObject({
        stance: null,
        themeIds: [],
        themesStay: false,
      });
  });
  test("another speaker or question removes what stayed, and not what was chosen", () => {
    const after = afterLogging(full, EMPTY_DRAFT);
    const other = {
      kind: "speaker",
      option: { ...speaker, source: "identified", participantId: "o" },
    } as const;
    const question = { kind: "question", id: "other", position: 1, text: "" } as const;
    for (const choice of [other, question]) {
      expect(withChoice(after, choice)).toMatchObject({ stance: null, themeIds: [] });
      expect(withChoice(full, choice)).toMatchObject({ stance: "ask", themeIds: ["t"] });
    }
  });
  test("another theme replaces the one that stayed, with its stance; choosing the same one confirms it", () => {
    const after = afterLogging(full, EMPTY_DRAFT);
    expect(withChoice(after, theme("u"))).toMatchObject({ stance: null, themeIds: ["u"], themesStay: false });
    expect(withChoice(after, theme("t"))).toMatchObject({
      stance: "ask",
      themeIds: ["t"],
      themesStay: false,
    });
    const both = withChoice(withChoice(after, { kind: "stance", stance: "strength" }), theme("u"));
    expect(both).toMatchObject({ stance: "strength", themeIds: ["u"] });
  });
  test("a stance that stayed is confirmed by its sign, and another replaces it", () => {
    const after = afterLogging(full, EMPTY_DRAFT);
    const kept = withChoice(after, { kind: "stance", stance: "ask" });
    expect(kept).toMatchObject({ stance: "ask", stanceStays: false, themeIds: ["t"] });
    expect(withChoice(kept, { kind: "stance", stance: "ask" }).stance).toBeNull();
  });
  test("after hands whoever spoke before speaks again", () => {
    const hands = { ...withSource(spoken, "group"), hands: { raised: "1", asked: "2" } };
    expect(afterLogging(hands, { source: "identified", participantId: "p" })).toMatchObject({
      source: "identified",
      participantId: "p",
      hands: null,
    });
  });
});

test("a theme chosen twice is removed again", () => {
  const theme = { kind: "theme", id: "t", title: "T", colour: "1", area: false, digit: null } as const;
  expect(withChoice(withChoice(spoken, theme), theme).themeIds).toEqual([]);
});
