import { describe, expect, test } from "vitest";
import {
  afterLogging,
  EMPTY_DRAFT,
  contributionOfDraft,
  withChoice,
  withoutShown,
  withShown,
  withSource,
} from "./draft";

const spoken = { ...EMPTY_DRAFT, source: "identified" as const, participantId: "p", questionId: "q" };

describe("the contribution of a draft", () => {
  test("words in quotation marks are verbatim, others are the gist", () => {
    expect(contributionOfDraft({ ...spoken, text: " “As it was said.” " })).toMatchObject({
      contribution: { text: "As it was said.", kind: "verbatim" },
    });
    expect(contributionOfDraft({ ...spoken, text: "The gist" })).toMatchObject({
      contribution: { kind: "note" },
    });
  });
  test("a facilitator's own note is never verbatim", () => {
    expect(contributionOfDraft({ ...withSource(spoken, "note"), text: "“Hm”" })).toMatchObject({
      contribution: { text: "“Hm”", kind: "note", participantId: null },
    });
  });
  test("says in words what is missing", () => {
    expect(contributionOfDraft(spoken)).toEqual({ problem: "Type what was said first." });
    expect(contributionOfDraft({ ...spoken, text: "🏫".repeat(10_000) })).toHaveProperty("contribution");
    expect(contributionOfDraft({ ...spoken, text: "x".repeat(10_001) })).toEqual({
      problem: "One contribution holds 10,000 characters. This is longer.",
    });
    const hands = {
      ...withSource(spoken, "room"),
      text: "For shorter units",
      hands: { raised: "21", asked: "20" },
    };
    expect(contributionOfDraft(hands)).toEqual({ problem: "Enter how many hands went up, from 0 to 20." });
  });
});

describe("hands and agreement", () => {
  const hands = { hands: { raised: "", asked: "20" }, agreementSeen: false };
  const nods = { hands: null, agreementSeen: true };

  test("are the room’s, and without them the words are again those of whoever was chosen before", () => {
    const counted = withShown(spoken, hands);
    expect(counted).toMatchObject({ source: "room", participantId: null });
    expect(withoutShown(counted)).toEqual(spoken);
    expect(withoutShown(withShown(counted, nods))).toEqual(spoken);
  });
  test("leave the room where the room itself was chosen", () => {
    const room = withSource(spoken, "room");
    expect(withoutShown(withShown(room, hands))).toEqual(room);
    expect(withoutShown(withSource(withShown(spoken, hands), "room"))).toMatchObject({ source: "room" });
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
  test("nothing that an unknown speaker, or the room, spoke about", () => {
    for (const source of ["unidentified", "room"] as const)
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
  test("after hands the earlier speaker is set again", () => {
    const hands = { ...withSource(spoken, "room"), hands: { raised: "1", asked: "2" } };
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
