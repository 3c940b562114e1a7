import { describe, expect, test } from "vitest";
import { UNCODED, type CodingRead, type ContributionTagging } from "@/lib/tag/coding/tagging";
import type { TaggingChange } from "@/lib/tag/coding/tagging-input";
import { inverseOf, shownNpqs, shownTaggings, UNTOUCHED, withRead } from "./pending-changes";

const contributionId = "contribution";
const tagging = (themeId: string, over: Partial<ContributionTagging> = {}): ContributionTagging => ({
  id: `tagging-${themeId}`,
  themeId,
  stance: "ask" as const,
  explicit: true,
  coder: "Somebody",
  mine: true,
  round: null,
  stale: false,
  spanStart: null,
  spanEnd: null,
  ...over,
});
const said = (themeId: string) => ({ contributionId, themeId, stance: "ask" as const });
const set = (themeId: string): TaggingChange => ({ change: "set", ...said(themeId) });
const remove = (themeId: string): TaggingChange => ({
  change: "remove",
  contributionId,
  themeId,
  stance: "ask",
});
const turn = (themeId: string, to: "strength" | "ask"): TaggingChange => ({
  change: "stance",
  contributionId,
  themeId,
  stance: to === "strength" ? "ask" : "strength",
  to,
});
const shown = (saved: ReturnType<typeof tagging>[], ...waiting: TaggingChange[]) =>
  shownTaggings({ ...UNTOUCHED, saved: { ...UNCODED, taggings: saved }, waiting }).map(
    ({ themeId, stance, saving }) => [themeId, stance, saving],
  );

describe("what a contribution shows while changes are being sent", () => {
  test("a theme just set, marked as being saved, and then its other stance", () => {
    expect(shown([tagging("a")], set("b"))).toEqual([
      ["a", "ask", undefined],
      ["b", "ask", true],
    ]);
    expect(shown([], set("b"), turn("b", "strength"))).toEqual([["b", "strength", true]]);
  });

  test("the same theme set twice is shown once, and a colleague's is never taken for one's own", () => {
    expect(shown([tagging("a")], set("a"))).toHaveLength(1);
    expect(shown([tagging("a", { mine: false })], set("a"))).toHaveLength(2);
    expect(shown([tagging("a", { mine: false })], remove("a"))).toHaveLength(1);
    expect(shown([tagging("a", { round: 1 })], remove("a"))).toHaveLength(1);
    expect(shown([tagging("a", { round: 1 })], set("a"))).toHaveLength(2);
  });
});

describe("recoding to another theme and stance", () => {
  const recode = { change: "recode", ...said("a"), toThemeId: "b", to: "strength" } as const;
  const inverse = (taggings: ContributionTagging[]) =>
    inverseOf({ ...UNTOUCHED, saved: { ...UNCODED, taggings } }, recode);

  test("shows only the new one, and once where it was set already", () => {
    expect(shown([tagging("a")], recode)).toEqual([["b", "strength", true]]);
    expect(shown([tagging("a"), tagging("b", { stance: "strength" })], recode)).toHaveLength(1);
  });

  test("when undone, restores the same tagging in place of the new one", () => {
    const back = { ...recode, themeId: "b", stance: "strength", toThemeId: "a", to: "ask" };
    expect(inverse([tagging("a")])).toEqual({ ...back, reopens: "tagging-a" });
    expect(inverse([tagging("a"), tagging("b", { stance: "strength" })])).toEqual({
      change: "reopen",
      contributionId,
      id: "tagging-a",
    });
    expect(inverse([])).toBeNull();
  });
});

describe("undoing", () => {
  const inverse = (taggings: ContributionTagging[], change: TaggingChange) =>
    inverseOf({ ...UNTOUCHED, saved: { ...UNCODED, taggings } }, change);

  test("reverses what was done", () => {
    expect(inverse([], set("a"))).toEqual(remove("a"));
    const reopen = { change: "reopen", contributionId, id: "tagging-a" };
    expect(inverse([tagging("a")], remove("a"))).toEqual(reopen);
    expect(inverse([tagging("a", { stale: true })], { ...said("a"), change: "keep" })).toEqual(reopen);
    const theirs = tagging("a", { mine: false });
    expect(inverse([theirs], { change: "remove-other", contributionId, id: theirs.id })).toEqual(reopen);
    expect(inverse([tagging("a")], turn("a", "strength"))).toEqual(turn("a", "ask"));
  });

  test("does nothing where nothing was changed", () => {
    expect(inverse([tagging("a")], set("a"))).toBeNull();
    expect(inverse([], remove("a"))).toBeNull();
    expect(inverse([tagging("a", { round: 1 })], remove("a"))).toBeNull();
  });

  test("restores the one of two taggings that became equal to the other", () => {
    const both = [tagging("a"), tagging("a", { id: "other", stance: "strength" })];
    const reopen = { change: "reopen", contributionId, id: "tagging-a" };
    expect(inverse(both, turn("a", "strength"))).toEqual(reopen);
  });

  test("identifies what was set on some words by those words", () => {
    const words = { spanStart: 2, spanEnd: 5 };
    const onWords: TaggingChange = { ...set("a"), ...words };
    expect(inverse([tagging("a")], onWords)).toEqual({ ...remove("a"), ...words });
    expect(inverse([tagging("a", words)], onWords)).toBeNull();
    expect(inverse([tagging("a", words)], remove("a"))).toBeNull();
    const unsaved = { ...UNTOUCHED, waiting: [onWords] };
    expect(inverseOf(unsaved, { ...said("a"), ...words, change: "remove" })).toEqual(onWords);
  });

  test("reverses a flag, and a rejected suggestion", () => {
    expect(inverse([], { change: "flag", contributionId })).toEqual({ change: "unflag", contributionId });
    const reject: TaggingChange = { change: "reject", contributionId, themeId: "a" };
    expect(inverse([], reject)).toEqual({ ...reject, change: "reconsider" });
    expect(inverseOf({ ...UNTOUCHED, rejected: ["a"] }, reject)).toBeNull();
  });
});

test("an NPQ and an inferred stance show at once, and are undone by their opposite", () => {
  const about = { change: "about" as const, contributionId, npq: "NPQH" as const };
  const state = { ...UNTOUCHED, saved: { ...UNCODED, npqs: ["NPQSL"] }, waiting: [about] };
  expect(shownNpqs(state)).toEqual(["NPQH", "NPQSL"]);
  expect(inverseOf(UNTOUCHED, about)).toEqual({ ...about, change: "not-about" });
  expect(inverseOf(state, about)).toBeNull();
  const inferred = { change: "inferred" as const, ...said("a") };
  const coded = { ...UNTOUCHED, saved: { ...UNCODED, taggings: [tagging("a")] } };
  expect(shownTaggings({ ...coded, waiting: [inferred] })).toMatchObject([{ themeId: "a", explicit: false }]);
  expect(inverseOf(coded, inferred)).toEqual({ ...inferred, change: "explicit" });
});

test("what was read before a change was saved, and arrives after it, replaces nothing", () => {
  const read = (readAt: number, ...taggings: ContributionTagging[]): CodingRead => ({
    readAt,
    coding: taggings.length > 0 ? { [contributionId]: { ...UNCODED, taggings } } : {},
  });
  const inferred = withRead(UNTOUCHED, read(2, tagging("a", { explicit: false })), contributionId);
  expect(withRead(inferred, read(1, tagging("a")), contributionId)).toBe(inferred);
  expect(withRead(inferred, read(2, tagging("b")), contributionId).saved.taggings[0]?.themeId).toBe("b");
  expect(withRead(inferred, read(3), contributionId).saved).toBe(UNCODED);
});
