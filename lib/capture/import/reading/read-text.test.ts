import { describe, expect, test } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import { hasHeads, readText } from "./read-text";

const said = (text: string) =>
  readText(text).flatMap(({ speaker, text: words, time = "", out }) =>
    out === undefined ? [[speaker, words, time]] : [],
  );
const left = (text: string) =>
  readText(text).flatMap(({ text: words, out }) => (out === undefined ? [] : [[words, out]]));

const TURNS = [
  ["Ada Lane", "Welcome: it is 10:30.\nAnd I begin at 11:00", "0:03"],
  ["Ben", "Thanks.", "24:05"],
  ["Ada Lane", "Yes", "1:02:07"],
] as const;

const HEADS: Record<string, (name: string, time: string) => string> = {
  Otter: (name, time) => `${name}  ${time}  \n`,
  Teams: (name, time) => `${name} (Guest)   ${time}\n`,
  "one space": (name, time) => `${name} ${time}\n`,
  tab: (name, time) => `${name}\t${time}\n`,
  Rev: (name, time) => `${name} (${time}):\n`,
  Fireflies: (name, time) => `${name} - ${time}\n`,
  Descript: (name, time) => `[${time}] ${name}: `,
  "Word’s Transcribe": (name, time) => `${time} ${name}\n`,
  Sonix: (name, time) => `${name}: [${time}] `,
  "time, dash and name": (name, time) => `[${time}] - ${name}\n`,
  "name above time": (name, time) => `${name} (External)\n${time}\n`,
  "time above name": (name, time) => `${time}\n${name}\n`,
  "name, bar and time": (name, time) => `${name} | ${time}\n`,
  "name, colon and time": (name, time) => `${name}: ${time}\n`,
  "time with its end": (name, time) => `${name} [${time} - 1:05:00]\n`,
  "a table without titles": (name, time) => `${time}\t${name}\t`,
};

describe.each(Object.entries(HEADS))("a transcript with heads of %s", (_, head) => {
  const body = TURNS.map(([name, words, time]) => `${head(name, time)}${words}\n\n`).join("");
  test("has its speakers, times and words", () => {
    expect(hasHeads(body)).toBe(true);
    expect(said(body)).toEqual(TURNS);
  });
  test("below a title and keywords, and above the program’s name", () => {
    const before =
      "Our roundtable\nTue, May 12, 2026 2:00PM • 1:30:02\n\nSUMMARY KEYWORDS\ncohort, trust\n\n";
    const text = `${before}${body}\n\nTranscribed by https://example.org`;
    expect(said(text)).toEqual(TURNS);
    expect(left(text).map(([words]) => words)).toEqual([
      "Our roundtable\nTue, May 12, 2026 2:00PM • 1:30:02",
      "SUMMARY KEYWORDS\ncohort, trust",
      "Transcribed by https://example.org",
    ]);
  });
});

describe("a text", () => {
  test("with times and nobody named is joined into sentences", () => {
    const text = "0:00\nwe paid\n0:04\nfor two.\n0:09\nNobody came.\n1:00:09\nThanks.";
    const turns = [
      [null, "we paid for two.", "0:00"],
      [null, "Nobody came.", "0:09"],
      [null, "Thanks.", "1:00:09"],
    ];
    expect(said(text)).toEqual(turns);
    expect(said(text.replace(/(\d)\n/g, "$1 "))).toEqual(turns);
  });
  test("with names below times keeps both", () => {
    expect(said("0:00\nAda: We paid.\n0:04\nBen: Yes.\n0:09\nAda: Two.")).toEqual([
      ["Ada", "We paid.", "0:00"],
      ["Ben", "Yes.", "0:04"],
      ["Ada", "Two.", "0:09"],
    ]);
  });
  test("with names, and times alone now and then, is by names", () => {
    const text =
      "00:00:00\n\nAda: We paid.\nBen: Yes.\nAda: For two.\n\n00:05:00\n\nBen: Thanks.\nMeeting ended after 00:35:12";
    expect(said(text).map(([name]) => name)).toEqual(["Ada", "Ben", "Ada", "Ben"]);
    expect(left(text)).toHaveLength(3);
  });
  test("with names above words, and times nowhere, is by names", () => {
    const text = "Notes\n\nAda Lane\nWe paid.\n\nFor two.\n\nSpeaker 2\nYes.\n\nAda Lane\nThanks.";
    expect(said(text)).toEqual([
      ["Ada Lane", "We paid.\nFor two.", ""],
      ["Speaker 2", "Yes.", ""],
      ["Ada Lane", "Thanks.", ""],
    ]);
    expect(left(text)).toEqual([["Notes", "It stands before the first turn"]]);
    const headings = "Coaching\nIt helped.\n\nCover\nNone.\n\nMoney\nNone.";
    expect(said(headings).map(([name]) => name)).toEqual([null, null, null]);
  });
  test("has a turn for each time that stands alone below a name", () => {
    expect(said("Ada  00:03\nWe paid.\n\n00:24\nFor two.\n\nBen  00:44\nYes.")).toEqual([
      ["Ada", "We paid.", "00:03"],
      ["Ada", "For two.", "00:24"],
      ["Ben", "Yes.", "00:44"],
    ]);
  });
  test("of notes with times is not joined where lines begin with capital letters", () => {
    const notes =
      "10:02 Coaching was liked\n10:05 Meetings were short.\n10:20 Cover is not paid\n10:31 Windows";
    expect(said(notes).map(([, words, time]) => [words, time])).toEqual([
      ["Coaching was liked", "10:02"],
      ["Meetings were short.", "10:05"],
      ["Cover is not paid", "10:20"],
      ["Windows", "10:31"],
    ]);
  });
  test("with times that people type has its speakers", () => {
    expect(said("9.30 Ada: We paid.\n9.35 Ben: Yes.\n9am Ada: 9.30 is early.")).toEqual([
      ["Ada", "We paid.", "9.30"],
      ["Ben", "Yes.", "9.35"],
      ["Ada", "9.30 is early.", "9am"],
    ]);
  });
  test("in Markdown has its speakers, and no heading is anybody's words", () => {
    expect(said("# Notes\n\n- **Ada**: We paid.\n- **Ben:** Yes.\n\n## Cover\n\n- **Ada**: None.")).toEqual([
      [null, "# Notes", ""],
      ["Ada", "We paid.", ""],
      ["Ben", "Yes.", ""],
      [null, "## Cover", ""],
      ["Ada", "None.", ""],
    ]);
    expect(said("**Ada:** [0:03] We paid.\n\n**Ben:** [0:24] Yes.\n")).toEqual([
      ["Ada", "We paid.", "0:03"],
      ["Ben", "Yes.", "0:24"],
    ]);
  });
  test("of Zoom with names in brackets has its times", () => {
    expect(said("[Ada Lane] 14:02:11\nWe paid.\n\n[Ben] 14:02:31\nYes.\n")).toEqual([
      ["Ada Lane", "We paid.", "14:02:11"],
      ["Ben", "Yes.", "14:02:31"],
    ]);
  });
  test("with signs where somebody else speaks gives nobody's words to another", () => {
    expect(said(">> ADA: We paid.\n>> BEN: Yes.\nAll.\n>> No.\n>> ADA: Why?").map(([name]) => name)).toEqual([
      "ADA",
      "BEN",
      null,
      "ADA",
    ]);
  });
  test("with numbered questions has one speaker for all, and keeps the numbers", () => {
    expect(said("Q1 Ada Lane: Why?\nBen: Cover.\nQ2 Ada Lane: And?")).toEqual([
      ["Ada Lane", "Q1 Why?", ""],
      ["Ben", "Cover.", ""],
      ["Ada Lane", "Q2 And?", ""],
    ]);
  });
  test("that is an agenda names nobody", () => {
    const agenda =
      "Programme\n09:30 – 10:00 Arrival\n10:00 – 10:15 Welcome: Ada\n10:15 – 11:00 Tables: money\n11:00 – 11:15 Break";
    expect(said(agenda).map(([name]) => name)).toEqual([null, null, null, null]);
  });
  test("with topics in a list, or what notes begin with, names nobody", () => {
    for (const text of [
      "- Coaching: liked by most\n- Cover: not paid",
      "Note: few came.\nAction: write.\nAction: ask.",
      "Present: Ada\nApologies: Ben",
    ])
      expect(said(text).map(([name]) => name)).not.toContainEqual(expect.any(String));
  });
  test("leaves out what is marked as private, in any program's chat", () => {
    const chat =
      "Ada to Ben (privately)  14:02\nI hated it.\n\nAda to all  14:03\nWelcome.\n\nBen  14:04\nYes.";
    expect(left(chat)).toEqual([["I hated it.", "It was a message to one person, not to everybody"]]);
  });
  test("that speaks of times has no heads", () => {
    for (const text of [
      "We met on 12 May 2026 at 14:00.\n\nBreak at 10:30\n\nThey left at 15:00. Thank you.",
      "Ada: We met at 10:30\nBen: And left at 11:00",
      "One.\n\nTwo.",
    ])
      expect(hasHeads(text), text).toBe(false);
  });
  test("ends its lines also at the breaks of word processors", () => {
    for (const end of ["\u2028", "\u2029", "\u0085", "\v", "\f"])
      expect(said(`Ada: One.${end}Ben: Two.${end}Ada: Three.`)).toHaveLength(3);
  });
});

const WORDS = ["we", "paid", "Cover:", "“two”", "10:30", "0:03", "Ada", "Lane", "👍", "NPQ-SENCO", "(Guest)"];

test("every word of a transcript is in a turn, or told as left out", () => {
  const shapes = Object.values(HEADS);
  for (let seed = 1; seed <= 400; seed++) {
    const random = seededRandom(seed);
    const upTo = (n: number) => Math.floor(random() * (n + 1));
    const line = (most: number) =>
      Array.from({ length: upTo(most) }, () => WORDS[upTo(WORDS.length - 1)] ?? "").join(" ");
    const head = shapes[upTo(shapes.length - 1)];
    const turns = Array.from({ length: upTo(12) }, () => {
      const lines = Array.from({ length: upTo(4) }, () => line(6)).join("\n");
      return `${head?.(random() < 0.5 ? "Ada Lane" : "Zoë", `0:${10 + upTo(40)}`)}${lines}\n${random() < 0.5 ? "\n" : ""}`;
    });
    const text = `${line(5)}\n\n${turns.join("")}${random() < 0.2 ? "Transcribed by a program" : ""}`;
    const rows = readText(text);
    const given = wordsIn(text.replace(/\((Guest|External)\)/g, ""));
    const all = rows.map(({ speaker, text: words, time = "" }) => `${speaker ?? ""} ${words} ${time}`);
    expect(missing(given, wordsIn(all.join(" "))), `seed ${seed}`).toEqual([]);
    const taken = wordsIn(rows.map(({ text: words }) => words).join(" "));
    expect(missing(taken, wordsIn(text)), `seed ${seed}`).toEqual([]);
  }
});

const wordsIn = (text: string) => text.match(/\p{L}+/gu) ?? [];

/** The words that the other list has less often. */
function missing(words: readonly string[], others: readonly string[]): string[] {
  const rest = [...others];
  return words.filter((word) => {
    const at = rest.indexOf(word);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}
