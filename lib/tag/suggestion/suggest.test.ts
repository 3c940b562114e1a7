import { describe, expect, it } from "vitest";
import { sliceCodePoints } from "@/lib/platform/text/code-points";
import { suggest } from "./suggest";
import { METHOD, trainModel } from "./train";
import type { LabelledContribution, Model, ThemeWords } from "./types";

function theme(id: string, title: string, includes = "", excludes = ""): ThemeWords {
  return { id, title, definition: "", includes, excludes, signalWords: "" };
}

const THEMES = [
  theme("coaching", "Coaching", "personalised coaching and mentoring"),
  theme("funding", "Accessibility and funding", "cost, scholarships, travel", "supply of a mentor"),
  theme("repetition", "Framework repetition", "overlap between courses"),
  theme("delivery", "Delivery", "online, in person, local sessions"),
];

const CONTRIBUTIONS: LabelledContribution[] = [
  { text: "My mentor met me every fortnight and it changed how I lead.", themeIds: ["coaching"] },
  { text: "Being coached by a serving head was the best part.", themeIds: ["coaching"] },
  { text: "We could not afford the supply teacher for the study days.", themeIds: ["funding"] },
  { text: "Scholarships ended and two colleagues dropped out.", themeIds: ["funding"] },
  { text: "The third module said again what the first had said.", themeIds: ["repetition"] },
  { text: "I had heard all of it on my early career course.", themeIds: ["repetition"] },
  { text: "Evening webinars suit parents.", themeIds: ["delivery"] },
  { text: "Face to face days in the village hall were lively.", themeIds: ["delivery"] },
  { text: "The mentor cost our school money.", themeIds: ["coaching", "funding"] },
];

function first(model: Model, text: string) {
  return suggest(model, text)[0];
}

function probability(model: Model, text: string, themeId: string): number {
  return suggest(model, text).find((suggestion) => suggestion.themeId === themeId)?.probability ?? Number.NaN;
}

describe("with nothing tagged", () => {
  const model = trainModel(THEMES, []);

  it("starts from the codebook's words", () => {
    expect(first(model, "More mentors, please")?.themeId).toBe("coaching");
    expect(first(model, "There was overlap with the other course")?.themeId).toBe("repetition");
    expect(first(model, "The scholarship made it possible")).toMatchObject({
      themeId: "funding",
      suggested: true,
    });
  });

  it("what a theme excludes counts against it", () => {
    const without = trainModel([theme("a", "Funding"), theme("b", "Coaching")], []);
    const excluding = trainModel([theme("a", "Funding", "", "overlap"), theme("b", "Coaching")], []);
    const text = "Funding and overlap";
    expect(probability(excluding, text, "a")).toBeLessThan(probability(without, text, "a"));
  });

  it("names its method and version", () => {
    expect(model).toMatchObject(METHOD);
  });
});

describe("after learning from contributions", () => {
  const model = trainModel(THEMES, CONTRIBUTIONS, {
    background: ["The mentor was kind", "Nobody mentioned parking"],
  });

  it("suggests from words that the codebook does not have", () => {
    expect(first(model, "A fortnight with a serving head")?.themeId).toBe("coaching");
    expect(first(model, "In the village hall")?.themeId).toBe("delivery");
  });

  it("gives the same for the same input", () => {
    const again = trainModel(THEMES, CONTRIBUTIONS, {
      background: ["The mentor was kind", "Nobody mentioned parking"],
    });
    expect(again).toEqual(model);
  });

  it("treats a theme that nobody was asked about as neither present nor absent", () => {
    const text = "Another course in another place, for every district.";
    const coded = { text, themeIds: ["delivery"] };
    const told = trainModel(THEMES, [...CONTRIBUTIONS, coded, coded, coded]);
    const asked = { ...coded, askedIds: ["delivery", "coaching"] };
    const silent = trainModel(THEMES, [...CONTRIBUTIONS, asked, asked, asked]);
    expect(probability(silent, text, "funding")).toBeGreaterThan(probability(told, text, "funding"));
    expect(probability(silent, text, "coaching")).toBeLessThan(0.5);
  });

  it("lowers what was rejected, and only that", () => {
    const text = "The mentor cost our school money.";
    const rejected = { text: "The mentor cost money", themeIds: [], rejectedIds: ["funding"] };
    const contributions = [
      ...CONTRIBUTIONS,
      rejected,
      { ...rejected, text: "A mentor costs our school a day" },
    ];
    const after = trainModel(THEMES, contributions, {
      background: ["The mentor was kind", "Nobody mentioned parking"],
    });
    expect(probability(after, text, "funding")).toBeLessThan(probability(model, text, "funding"));
    expect(first(after, "Being coached by a mentor")?.themeId).toBe("coaching");
  });

  it("explains by the words behind it, in code points", () => {
    const text = "👩‍🏫🎉 Re\u0301ally — my mentor 👍 helped";
    const [suggestion] = suggest(model, text);
    expect(suggestion?.themeId).toBe("coaching");
    const carriers = suggestion?.words.map(({ start, end }) => sliceCodePoints(text, start, end)) ?? [];
    expect(carriers[0]).toBe("mentor");
    expect(carriers.length).toBeLessThanOrEqual(5);
    for (const { themeId, words } of suggest(model, text)) {
      const weights = words.map(({ weight }) => weight);
      expect(weights, themeId).toEqual([...weights].sort((a, b) => b - a));
      for (const { start, end } of words)
        expect(0 <= start && start < end && end <= Array.from(text).length).toBe(true);
    }
  });

  it.each(["", "👍", "Mentor", "zzyzx", "the ".repeat(2000)])("accepts %j without an error", (text) => {
    const suggestions = suggest(model, text);
    expect(suggestions).toHaveLength(THEMES.length);
    for (const { probability } of suggestions) expect(probability > 0 && probability < 1).toBe(true);
  });

  it("suggests nothing where it knows no word", () => {
    expect(suggest(model, "👍 …").some(({ suggested }) => suggested)).toBe(false);
  });
});

describe("signal words", () => {
  const text = "It was too expensive for us, and the bursary came late.";
  const withWords = THEMES.map((one) => ({
    ...one,
    signalWords: one.id === "funding" ? "expensive, bursary" : "",
  }));

  it("find a theme before anything is labelled, which title and definition do not", () => {
    expect(first(trainModel(THEMES, []), text)?.themeId).not.toBe("funding");
    const found = first(trainModel(withWords, []), text);
    expect(found).toMatchObject({ themeId: "funding", suggested: true });
    const carriers = found?.words.map(({ start, end }) => sliceCodePoints(text, start, end));
    expect(carriers?.slice(0, 2).sort()).toEqual(["bursary", "expensive"]);
  });

  it("find it together with what is learned from labels", () => {
    expect(first(trainModel(withWords, CONTRIBUTIONS), text)?.themeId).toBe("funding");
  });
});

describe("at its limits", () => {
  it("accepts a codebook without themes, with one, and themes without words", () => {
    expect(suggest(trainModel([], CONTRIBUTIONS), "Anything")).toEqual([]);
    expect(suggest(trainModel([theme("only", "Coaching")], []), "Coaching")).toHaveLength(1);
    expect(suggest(trainModel([theme("a", ""), theme("b", "")], CONTRIBUTIONS), "Coaching")).toHaveLength(2);
  });

  it("ignores themes that are no longer in the codebook, and stays finite where all contributions are alike", () => {
    const contributions = Array.from({ length: 40 }, () => ({
      text: "Same words",
      themeIds: ["coaching", "gone"],
    }));
    const [suggestion] = suggest(trainModel(THEMES, contributions), "Same words");
    expect(suggestion).toMatchObject({ themeId: "coaching", suggested: true });
    expect(Number.isFinite(suggestion?.probability)).toBe(true);
  });
});
