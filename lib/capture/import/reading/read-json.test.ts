import { describe, expect, test } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import { parseJson, readJson } from "./read-json";

const ONE = "Our trust paid for two cohorts.";
const TWO = "Nobody came to the third one.";

const said = (json: unknown) =>
  readJson(json).flatMap(({ speaker, text, time, out }) =>
    out === undefined ? [[speaker, text, time]] : [],
  );
const left = (json: unknown) =>
  readJson(json).flatMap(({ text, out }) => (out === undefined ? [] : [[text, out]]));

/** Words as programs give them one by one. */
const words = (text: string, from: number, step = 0.4) =>
  text.split(" ").map((word, at) => ({
    word: word.toLowerCase().replace(".", ""),
    punctuated_word: word,
    start: from + at * step,
    end: from + at * step + step / 2,
    confidence: 0.9,
  }));
const items = (text: string, from: number) =>
  text
    .replace(".", " .")
    .split(" ")
    .map((content, at) =>
      content === "."
        ? { type: "punctuation", alternatives: [{ confidence: "0.0", content }] }
        : {
            start_time: `${from + at}.14`,
            type: "pronunciation",
            alternatives: [{ confidence: "0.9", content }],
          },
    );
const labels = (speaker: string, text: string, from: number) => ({
  speaker_label: speaker,
  items: text.split(" ").map((_, at) => ({ speaker_label: speaker, start_time: `${from + at}.14` })),
});

const both = (one: string | null, two: string | null, from: string, to: string) => [
  [one, ONE, from],
  [two, TWO, to],
];
const PROGRAMS: [program: string, json: unknown, turns: unknown[]][] = [
  [
    "AssemblyAI",
    {
      text: `${ONE} ${TWO}`,
      words: words(`${ONE} ${TWO}`, 250, 400),
      utterances: [
        { speaker: "A", text: ONE, start: 250, end: 2500, confidence: 0.9, words: words(ONE, 250, 400) },
        { speaker: "B", text: TWO, start: 61_250, end: 64_000, confidence: 0.9, words: [] },
      ],
    },
    both("A", "B", "+0.25", "+61.25"),
  ],
  [
    "Whisper",
    {
      text: `${ONE} ${TWO}`,
      segments: [
        { id: 0, start: 0, end: 3, text: ` ${ONE}`, tokens: [1], avg_logprob: -0.2 },
        { id: 1, start: 61, end: 64, text: ` ${TWO}`, tokens: [1], avg_logprob: -0.2 },
      ],
    },
    both(null, null, "+0", "+61"),
  ],
  [
    "whisper.cpp",
    {
      transcription: [
        { timestamps: { from: "00:00:00,000" }, offsets: { from: 0, to: 3000 }, text: ONE },
        { timestamps: { from: "00:01:01,500" }, offsets: { from: 61_500, to: 64_000 }, text: TWO },
      ],
    },
    both(null, null, "+0", "+61.5"),
  ],
  [
    "Deepgram with utterances",
    {
      results: {
        channels: [{ alternatives: [{ transcript: `${ONE} ${TWO}`, words: words(`${ONE} ${TWO}`, 0.5) }] }],
        utterances: [
          { start: 0.5, end: 3, transcript: ONE, speaker: 0, words: words(ONE, 0.5) },
          { start: 61, end: 64, transcript: TWO, speaker: 1, words: words(TWO, 61) },
        ],
      },
    },
    both("0", "1", "+0.5", "+61"),
  ],
  [
    "Deepgram with words alone",
    {
      results: {
        channels: [
          {
            alternatives: [
              {
                transcript: `${ONE} ${TWO}`,
                words: [
                  ...words(ONE, 0.5).map((word) => ({ ...word, speaker: 0 })),
                  ...words(TWO, 61).map((word) => ({ ...word, speaker: 1 })),
                ],
              },
            ],
          },
        ],
      },
    },
    both("0", "1", "+0.5", "+61"),
  ],
  [
    "Amazon Transcribe",
    {
      results: {
        transcripts: [{ transcript: `${ONE} ${TWO}` }],
        speaker_labels: { segments: [labels("spk_0", ONE, 0), labels("spk_1", TWO, 60)] },
        items: [...items(ONE, 0), ...items(TWO, 60)],
      },
    },
    both("spk_0", "spk_1", "+0.14", "+60.14"),
  ],
  [
    "Google, with speakers in the last result",
    {
      results: [
        { alternatives: [{ transcript: ONE, words: [{ startTime: "0.200s", word: "Our" }] }] },
        {
          alternatives: [
            {
              words: [
                ...ONE.split(" ").map((word, at) => ({ word, startTime: `${at}.200s`, speakerTag: 1 })),
                ...TWO.split(" ").map((word, at) => ({ word, startTime: `6${at}.200s`, speakerTag: 2 })),
              ],
            },
          ],
        },
      ],
    },
    both("1", "2", "+0.2", "+60.2"),
  ],
  [
    "Azure",
    {
      recognizedPhrases: [
        { speaker: 1, offset: "PT1.2S", nBest: [{ lexical: "our trust", display: ONE }] },
        { speaker: 2, offset: "PT1M1S", nBest: [{ display: TWO }] },
      ],
    },
    both("1", "2", "+1.2", "+61"),
  ],
  [
    "Rev AI",
    {
      monologues: [
        {
          speaker: 0,
          elements: ONE.split(/( )/).map((value, at) =>
            value === " " ? { type: "punct", value } : { type: "text", value, ts: 0.5 + at },
          ),
        },
        { speaker: 1, elements: [{ type: "text", value: TWO, ts: 61 }] },
      ],
    },
    both("0", "1", "+0.5", "+61"),
  ],
  [
    "Teams",
    {
      entries: [
        { text: ONE, speakerDisplayName: "Ada Lane", startOffset: "00:00:03.1234567" },
        { text: TWO, speakerDisplayName: "Ben", startOffset: "00:01:01.0000000" },
      ],
    },
    both("Ada Lane", "Ben", "+3.123", "+61"),
  ],
  [
    "Fireflies",
    [
      { sentence: ONE, startTime: "00:03", speaker_name: "Ada" },
      { sentence: TWO, startTime: "01:03", speaker_name: "Ben" },
    ],
    both("Ada", "Ben", "00:03", "01:03"),
  ],
];

test.each(PROGRAMS)("a file of %s", (_, json, turns) => {
  expect(said(json)).toEqual(turns);
});

describe("a JSON file", () => {
  test("tells what stands beside the turns, and once what is said again", () => {
    const json = {
      title: "The roundtable",
      turns: [{ speaker: "Ada Lane", text: "We paid", translation: "Nous avons payé" }, 7, null, { id: 1 }],
      whole: "We paid",
      status: "completed",
    };
    expect(said(json)).toEqual([
      ["Ada Lane", "We paid", ""],
      [null, "", ""],
      [null, "", ""],
      [null, "", ""],
    ]);
    expect(left(json)).toEqual([
      ["title: The roundtable", "It stands beside the list of what was said"],
      ["turns.translation: Nous avons payé", "It stands beside the list of what was said"],
      ["whole: We paid", "It says again what the turns say"],
    ]);
  });
  test("of one object a line, or of texts alone, is read too", () => {
    expect(said(parseJson('{"speaker":"Ada","text":"Yes"}\n{"speaker":"Ben","text":"No"}\n'))).toHaveLength(
      2,
    );
    expect(said(["Ada: We paid", "Ben: Yes", "Ada: Twice"])).toEqual([
      ["Ada", "We paid", ""],
      ["Ben", "Yes", ""],
      ["Ada", "Twice", ""],
    ]);
  });
  test("with a message in parts has all of them", () => {
    const json = { messages: [{ from: "Ada", text: ["We ", { type: "bold", text: "paid" }, " twice"] }] };
    expect(said(json)).toEqual([["Ada", "We paid twice", ""]]);
  });

  test("accounts for every word: in a turn, or told as left out", () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = seededRandom(seed);
      const upTo = (n: number) => Math.floor(random() * (n + 1));
      let count = 0;
      const text = () => Array.from({ length: 2 + upTo(6) }, () => `w${(count += 1)}x`).join(" ");
      const turn = (): unknown => ({
        ...(random() < 0.8 ? { speaker: `Name${upTo(2)} Last` } : {}),
        [random() < 0.7 ? "text" : "words"]: text(),
        ...(random() < 0.2 ? { alternatives: [{ transcript: text() }, { transcript: text() }] } : {}),
        ...(random() < 0.2 ? { note: { of: [text()] } } : {}),
        start: upTo(5_000),
      });
      const turns = Array.from({ length: 1 + upTo(8) }, () => (random() < 0.1 ? { id: 3 } : turn()));
      const more = { summary: text(), other: [{ deep: { list: [text(), text()] } }] };
      const json: unknown =
        random() < 0.3 ? turns : { ...more, [random() < 0.5 ? "utterances" : "data"]: turns };
      if (!JSON.stringify(turns).includes("w")) continue;
      const rows = readJson(json).map((row) => row.text);
      const wordsOf = (some: string) => some.match(/w\d+x/g)?.sort() ?? [];
      expect(wordsOf(rows.join(" ")), `seed ${seed}`).toEqual(wordsOf(JSON.stringify(json)));
    }
  });
});
