import { describe, expect, test } from "vitest";
import type { Npq } from "@/lib/capture/people/vocabulary";
import { splitAt } from "@/lib/capture/contribution/split";
import type { Operation } from "./operation";
import { inRecordOrder, withOperation, type Contributions } from "./record-view";
import { undoing } from "./undo";

const RECORD = (id: string, text: string, sequence = 1, npqs?: Npq[]): Operation => ({
  do: "record",
  id,
  roundtableId: "r",
  source: "identified",
  participantId: "p",
  wording: "gist",
  text,
  saidAt: "2026-03-03T10:00:00.000Z",
  sequence,
  themeIds: ["t"],
  ...(npqs ? { npqs } : {}),
});
const none: Contributions = new Map();
const after = (...operations: Operation[]) =>
  operations.reduce<Contributions>(
    (contributions, operation) => withOperation(contributions, operation, "me"),
    none,
  );
const texts = (contributions: Contributions) =>
  inRecordOrder(contributions.values()).map(({ text, struck }) => (struck ? `[${text}]` : text));

describe("the record with waiting operations applied", () => {
  test("shows a contribution as soon as it is typed, in the order of the record", () => {
    expect(texts(after(RECORD("b", "Second", 2), RECORD("a", "First", 1)))).toEqual(["First", "Second"]);
  });
  test("keeps the NPQs that it was marked with, in both parts where it is split", () => {
    const marked = RECORD("a", "One. Two.", 1, ["NPQH"]);
    const split: Operation = {
      do: "split",
      id: "b",
      contributionId: "a",
      revision: 1,
      at: 4,
      saidAt: "2026-03-03T10:01:00.000Z",
      sequence: 2,
    };
    expect([...after(marked, split).values()].map(({ npqs }) => npqs)).toEqual([["NPQH"], ["NPQH"]]);
  });
  test("counts revisions, so that the next operation gives the right one", () => {
    const edit: Operation = {
      do: "edit",
      id: "e",
      contributionId: "a",
      revision: 1,
      text: "Other",
      wording: "gist",
      source: "unidentified",
    };
    expect(after(RECORD("a", "One"), edit).get("a")).toMatchObject({
      text: "Other",
      revision: 2,
      participantId: null,
    });
  });
  test("an edit that changes nothing makes no revision, as on the server, and neither do themes alone", () => {
    const edit: Operation = {
      do: "edit",
      id: "e",
      contributionId: "a",
      revision: 1,
      text: "One",
      wording: "gist",
      source: "identified",
      participantId: "p",
      themes: { add: ["u"], remove: ["t"] },
    };
    expect(after(RECORD("a", "One"), edit).get("a")).toMatchObject({ revision: 1, themeIds: ["u"] });
  });
  test("ignores operations on unknown contributions", () => {
    const strike: Operation = { do: "strike", id: "s", contributionId: "elsewhere", revision: 1 };
    expect(withOperation(none, strike, "me")).toBe(none);
  });
});

describe("splitting and joining", () => {
  const split: Operation = {
    do: "split",
    id: "b",
    contributionId: "a",
    revision: 1,
    at: 3,
    saidAt: "2026-03-03T10:00:00.000Z",
    sequence: 2,
  };
  test.each([
    ["🙂 b c", 2, "🙂", "b c"],
    ["é́ x", 3, "é́", "x"],
    ["one  two", 4, "one", "two"],
  ])("%j at %d", (text, at, first, second) => {
    expect(splitAt(text, at)).toMatchObject({ first, second });
  });
  test("loses no word and is undone by joining", () => {
    const before = after(RECORD("a", "One two"));
    const now = withOperation(before, split, "me");
    expect(texts(now)).toEqual(["One", "two"]);
    const back = undoing(split, before, now, "u");
    expect(back && texts(withOperation(now, back, "me"))).toEqual(["One two", "[two]"]);
  });
});

describe("undoing the last thing", () => {
  const first = after(RECORD("a", "One"));
  test.each<[string, Operation]>([
    ["a strike", { do: "strike", id: "s", contributionId: "a", revision: 1 }],
    [
      "an edit",
      {
        do: "edit",
        id: "e",
        contributionId: "a",
        revision: 1,
        text: "Two",
        wording: "verbatim",
        source: "group",
      },
    ],
    [
      "an edit of themes, one of which was set before",
      {
        do: "edit",
        id: "e",
        contributionId: "a",
        revision: 1,
        text: "Two",
        wording: "gist",
        source: "identified",
        participantId: "p",
        stance: "ask",
        themes: { add: ["t", "u"], remove: ["v"] },
      },
    ],
  ])("%s gives the contribution back as it was", (_, operation) => {
    const now = withOperation(first, operation, "me");
    const back = undoing(operation, first, now, "u");
    const undone = back && withOperation(now, back, "me").get("a");
    expect(undone).toEqual({ ...first.get("a"), revision: 3 });
  });
  test("a logged contribution is struck out, never deleted", () => {
    const back = undoing(RECORD("a", "One"), none, first, "u");
    expect(back && texts(withOperation(first, back, "me"))).toEqual(["[One]"]);
  });
});
