import { expect, test } from "vitest";
import type { ContributionTagging } from "@/lib/tag/coding/tagging";
import { packPage, unpackPage } from "./packed-page";
import type { ContributionInWords } from "../shown-contribution";

const themes = [{ id: "theme-a" }, { id: "theme-b" }];
const said: ContributionInWords = {
  id: "one",
  who: "P01",
  about: "",
  text: "Words.",
  verbatim: false,
  time: "14:00",
  stance: null,
  participants: true,
};
const tagging: ContributionTagging = {
  id: "t1",
  themeId: "theme-a",
  stance: "strength",
  explicit: true,
  coder: "",
  mine: true,
  round: null,
  stale: false,
  spanStart: null,
  spanEnd: null,
};
const coded = (taggings: ContributionTagging[]) => ({
  taggings,
  memos: [],
  flag: null,
  npqs: [],
  decided: [],
  blindRound: null,
});

test("a page is the same after it was packed", () => {
  const page = {
    contributions: [
      said,
      {
        ...said,
        id: "two",
        verbatim: true,
        stance: "observation" as const,
        where: "Leeds",
        newMemoId: "memo",
      },
      { ...said, id: "three", participants: false, about: "3 of 4 hands" },
    ],
    coding: {
      readAt: 17,
      coding: {
        one: coded([
          tagging,
          {
            ...tagging,
            id: "t2",
            themeId: "theme-b",
            stance: "observation",
            explicit: false,
            spanStart: 0,
            spanEnd: 5,
          },
          { ...tagging, id: "t3", coder: "Priya", mine: false, stale: true, round: 2 },
          { ...tagging, id: "t4", coder: "Ben", mine: false, spanStart: 2, spanEnd: 5 },
        ]),
        two: { ...coded([]), npqs: ["NPQH"], flag: { by: "Priya", at: new Date(5) } },
        three: coded([]),
      },
    },
  };
  expect(unpackPage(packPage(page, themes), themes)).toEqual(page);
});

test("what nobody has coded, and what is most often the case, takes no room", () => {
  const page = packPage(
    { contributions: [said], coding: { readAt: 1, coding: { one: coded([tagging]) } } },
    themes,
  );
  expect(page).toEqual({
    contributions: [["one", "Words.", "P01", "", "14:00", 0, 0, "", [["t1"]]]],
    readAt: 1,
    coders: [],
    more: {},
  });
});
