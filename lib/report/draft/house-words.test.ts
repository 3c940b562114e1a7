import { expect, test } from "vitest";
import { avoidedIn, inHouseWords } from "./house-words";
import { HouseStyleForm, sampleSentence, USUAL_STYLE, wordsToAvoid } from "./house-style";

const style = {
  ...USUAL_STYLE,
  avoid: [
    { word: "going forward", instead: "from now on" },
    { word: "staff", instead: "" },
  ],
};

test("words of the house are found whole, whatever their capitals, and replaced with the same capital", () => {
  expect(avoidedIn("Staffing and STAFF", style.avoid)).toMatchObject([{ word: "staff", start: 13, end: 18 }]);
  expect(inHouseWords("Going forward, staff are going forward.", style)).toBe(
    "From now on, staff are from now on.",
  );
  expect(inHouseWords("Nothing of it.", USUAL_STYLE)).toBe("Nothing of it.");
});

test("the form takes one word a line, with or without what is said in its place, and shows them again", () => {
  const fields = { reviewId: crypto.randomUUID(), people: "Fellows", was: "{}" };
  const parsed = HouseStyleForm.parse({
    ...fields,
    figures: "on",
    avoid: "going forward: from now on\n\nstaff\n",
  });
  expect(parsed).toMatchObject({ people: "Fellows", figures: true, avoid: style.avoid });
  expect(wordsToAvoid(parsed.avoid)).toBe("going forward: from now on\nstaff");
  expect(HouseStyleForm.parse({ ...fields, avoid: "" })).toMatchObject({ figures: false, avoid: [] });
  expect(HouseStyleForm.safeParse({ ...fields, avoid: "x".repeat(61) }).success).toBe(false);
});

test("a sample shows what the style does", () => {
  expect(sampleSentence(style)).toBe("About 10 of the 29 participants spoke about this.");
  expect(sampleSentence({ ...style, people: "Fellows", figures: false })).toBe(
    "Some Fellows spoke about this.",
  );
});
