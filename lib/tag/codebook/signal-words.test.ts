import { describe, expect, it } from "vitest";
import {
  MAX_SIGNAL_WORDS,
  mergedSignalWords,
  partedSignalWords,
  signalWordsInput,
  signalWordsOf,
} from "./signal-words";

const messageFor = (typed: string) => signalWordsInput.safeParse(typed).error?.issues[0]?.message;

describe("signal words", () => {
  it("are separated by commas, semicolons and line ends, and each is kept once", () => {
    const typed = " coach,mentor ;\r\none  to one\n\nMentor,, supervision ";
    expect(signalWordsInput.parse(typed)).toBe("coach, mentor, one to one, supervision");
    expect(signalWordsOf("coach, mentor, one to one")).toEqual(["coach", "mentor", "one to one"]);
    expect(signalWordsInput.parse(undefined)).toBe("");
  });

  it("are limited in number and length, and the error names the one that is not valid", () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => `word ${at}`).join("\n");
    expect(signalWordsOf(signalWordsInput.parse(many(MAX_SIGNAL_WORDS)))).toHaveLength(MAX_SIGNAL_WORDS);
    expect(messageFor(many(41))).toBe("Signal words: enter 40 or fewer. There are 41");
    expect(signalWordsInput.safeParse("é".repeat(40)).success).toBe(true);
    expect(messageFor(`coach, ${"long ".repeat(9)}`)).toMatch(/“long long .*…” is longer than 40 characters/);
    expect(messageFor("a\u0000b")).toMatch(/cannot be saved/);
  });

  it("of a merged theme come after the theme's own, and are removed with the merge", () => {
    const merged = mergedSignalWords("coach, mentor", "Mentor, buddy");
    expect(merged).toBe("coach, mentor, buddy");
    expect(partedSignalWords(merged, "coach, mentor", merged)).toBe("coach, mentor");
    expect(partedSignalWords("mentor, buddy, tutor", "coach, mentor", merged)).toBe("mentor, tutor");
  });

  it("of a merged theme are left out where there would be too many", () => {
    const full = Array.from({ length: MAX_SIGNAL_WORDS }, (_, at) => `word ${at}`).join(", ");
    expect(mergedSignalWords(full, "one more")).toBe(full);
  });
});
