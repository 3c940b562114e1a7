import { describe, expect, test } from "vitest";
import type { SpeakerOption } from "./grammar";
import { mayNameSomebody, pastedParts, shownParts } from "./pasted";

const person = (label: string, name: string | null = null): SpeakerOption => ({
  value: `identified:${label}`,
  source: "identified",
  participantId: label,
  label,
  description: "",
  seat: null,
  name: null,
  knownAs: name,
});
const SPEAKERS: SpeakerOption[] = [
  person("P01"),
  person("P03", "Zoë Harcourt-Bell"),
  person("P13", "Ann O’Hara"),
  person("P14", "Ann O'Hara"),
  { ...person("Note"), source: "note", participantId: null, value: "note" },
];
const parts = (text: string) =>
  pastedParts(text, SPEAKERS, "identified:P01").map(({ text: said, speaker }) => [
    speaker.replace("identified:", ""),
    said,
  ]);

describe("a pasted text", () => {
  test("is split at blank lines, and keeps line breaks inside a paragraph", () => {
    expect(parts("  One\nstill one\r\n\r\nTwo\n \n\nThree\n")).toEqual([
      ["P01", "One\nstill one"],
      ["P01", "Two"],
      ["P01", "Three"],
    ]);
  });
  test("without blank lines is split at its lines", () => {
    expect(parts("One\nTwo")).toEqual([
      ["P01", "One"],
      ["P01", "Two"],
    ]);
  });
  test("of one paragraph is one contribution", () => {
    expect(parts("One thing: another")).toEqual([["P01", "One thing: another"]]);
  });
  test("takes the speaker from a label or a whole name, until the next speaker", () => {
    expect(parts("P03: One\n\nGoes on\n\nzoe harcourt-bell: Two\nP1: Three\n\n[P03]: Four")).toEqual([
      ["P03", "One"],
      ["P03", "Goes on"],
      ["P03", "Two"],
      ["P01", "Three"],
      ["P03", "Four"],
    ]);
  });
  test("loses no word before a colon that names nobody, or two people", () => {
    expect(parts("Costs: too high\nP99: Who?\nAnn O'Hara: I\nNote: see this")).toEqual([
      ["P01", "Costs: too high"],
      ["P01", "P99: Who?"],
      ["P01", "Ann O'Hara: I"],
      ["P01", "Note: see this"],
    ]);
  });
  test("a speaker on a line of their own says what follows", () => {
    expect(parts("P03:\nOne\nP01:\nTwo")).toEqual([
      ["P03", "One"],
      ["P01", "Two"],
    ]);
  });
});

describe("a text that was pasted while names were not read", () => {
  const unread = SPEAKERS.map((one) => ({ ...one, knownAs: null }));
  const text = "Zoë Harcourt-Bell: One\n\nTwo";
  const pasted = { text, speaking: "identified:P01", chosen: null };

  test("asks for names where a person may be named, but not for a label or no name", () => {
    expect(mayNameSomebody(text, unread)).toBe(true);
    for (const none of ["P03: One\nP99: Two", "12:30: Three", "No colon"])
      expect(mayNameSomebody(none, unread)).toBe(false);
  });
  test("shows the speakers after names are read", () => {
    expect(shownParts(pasted, unread).map(({ speaker }) => speaker)).toEqual([
      "identified:P01",
      "identified:P01",
    ]);
    expect(shownParts(pasted, SPEAKERS)).toEqual([
      { text: "One", speaker: "identified:P03" },
      { text: "Two", speaker: "identified:P03" },
    ]);
  });
  test("keeps what was chosen by hand", () => {
    const chosen = [{ text: "Two", speaker: "note" }];
    expect(shownParts({ ...pasted, chosen }, SPEAKERS)).toBe(chosen);
  });
});
