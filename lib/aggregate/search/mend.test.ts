import { expect, test } from "vitest";
import { mendWord, typingErrors } from "./mend";

const known = (stem: string, forms: string[], texts = 1) => ({ stem, forms, texts });

test.each([
  ["coach", "coach", 0],
  ["coahc", "coach", 1],
  ["coch", "coach", 1],
  ["coaach", "coach", 1],
  ["couch", "coach", 1],
  ["", "abc", 3],
  ["ca", "abc", 3],
  ["👩‍🏫a", "👩‍🏫b", 1],
])("%s is so many typing errors from %s", (from, to, errors) => {
  expect(typingErrors(from, to)).toBe(errors);
  expect(typingErrors(to, from)).toBe(errors);
});

test("the word fewest errors away is meant, and of those the one in most texts", () => {
  const words = [known("coach", ["coaches", "coaching"], 3), known("poach", ["poaching"], 9)];
  expect(mendWord({ word: "coahcing", stem: "coahc" }, words)?.form).toBe("coaching");
  expect(
    mendWord({ word: "roach", stem: "roach" }, [known("coach", ["coach"], 3), known("poach", ["poach"], 9)]),
  ).toMatchObject({ form: "poach", errors: 1 });
});

test("nothing is meant where no word is near, or the word is too short to tell", () => {
  expect(mendWord({ word: "xylophone", stem: "xylophon" }, [known("coach", ["coach"])])).toBeNull();
  expect(mendWord({ word: "cot", stem: "cot" }, [known("cat", ["cat"])])).toBeNull();
  expect(mendWord({ word: "coach", stem: "coach" }, [])).toBeNull();
});
