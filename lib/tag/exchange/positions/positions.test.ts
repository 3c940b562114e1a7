import { describe, expect, test } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import { codePointLength, sliceCodePoints } from "@/lib/platform/text/code-points";
import { derivedGuid } from "../format/guid";
import { POSITION_UNITS, type PositionUnit } from "./positions";
import type { ExchangeProject } from "../file/project";
import { readProject } from "../file/read-project";
import { writeProject } from "../file/write-project";

const WORDS = [
  "Funding",
  "cover",
  "the",
  "paid",
  "never",
  "coaching",
  "é",
  "a",
  "naïve",
  "2026",
  "we",
  "schools",
];
const BETWEEN = [" ", " ", " ", " ", ", ", ". ", " 👏👏 ", " – ", " 👩🏽‍🏫 ", "LINE", "LINE", "🎉 "];

/** A text in pieces, words and what is between them, and passages from the beginning of a word to the end of one. */
function randomText(seed: number, lineEnd: string, passages: number) {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pieces = Array.from({ length: 120 }, () => [
    WORDS[below(WORDS.length)] ?? "",
    (BETWEEN[below(BETWEEN.length)] ?? "").replace("LINE", lineEnd),
  ]).flat();
  const marked = Array.from({ length: passages }, () => {
    const first = 2 * below(110);
    const last = first + 2 * below(5);
    return { before: pieces.slice(0, first).join(""), words: pieces.slice(first, last + 1).join("") };
  });
  return { raw: pieces.join(""), marked };
}

/** How many of the unit a text has, as a program would count it. */
function lengthIn(unit: PositionUnit, raw: string): number {
  const text = unit.endsWith("stored") ? raw : raw.replace(/\r?\n/g, unit.endsWith("crlf") ? "\r\n" : "\n");
  return unit.startsWith("utf16") ? text.length : codePointLength(text);
}

type Marked = { before: string; words: string; name?: string };

function projectIn(unit: PositionUnit, raw: string, marked: readonly Marked[], origin = ""): ExchangeProject {
  const none = { description: "", authorGuid: null, at: null, noteGuids: [] };
  const selections = marked.map(({ before, words, name = "" }, n) => ({
    ...none,
    guid: derivedGuid("passage", String(n)),
    name,
    start: lengthIn(unit, before),
    end: lengthIn(unit, before + words),
    codings: [],
  }));
  const source = {
    ...none,
    guid: derivedGuid("source"),
    name: "S",
    text: raw,
    codings: [],
    attributes: [],
    selections,
  };
  const lists = { coders: [], codes: [], variables: [], cases: [], notes: [], sets: [], noteGuids: [] };
  return {
    ...lists,
    title: "",
    description: "",
    origin,
    createdBy: null,
    createdAt: null,
    sources: [source],
  };
}

async function read(project: ExchangeProject, chosen: PositionUnit | null = null) {
  const outcome = await readProject(await writeProject(project), chosen);
  if (!outcome.ok) throw new Error(outcome.reason);
  const [source] = outcome.value.sources;
  const words = source?.selections.map(({ start, end }) => sliceCodePoints(source.text ?? "", start, end));
  return { words, positions: outcome.positions[0] };
}

const asRead = (marked: readonly Marked[]) => marked.map(({ words }) => words.replaceAll("\r\n", "\n"));

describe.each(POSITION_UNITS)("positions in %s", (unit) => {
  test("are read back on the right words, whatever the text", async () => {
    for (let seed = 1; seed <= 12; seed++)
      for (const lineEnd of ["\n", "\r\n"]) {
        const { raw, marked } = randomText(seed, lineEnd, 12);
        const { words, positions } = await read(projectIn(unit, raw, marked));
        expect(words, `seed ${seed}`).toEqual(asRead(marked));
        expect(positions?.reason).not.toBe("open");
      }
  });

  test("are never taken for others of one passage alone, unless nobody asked", async () => {
    for (let seed = 1; seed <= 30; seed++) {
      const { raw, marked } = randomText(seed, "\r\n", 1);
      const { words, positions } = await read(projectIn(unit, raw, marked));
      if (positions?.reason !== "open") expect(words, `seed ${seed}`).toEqual(asRead(marked));
      // What a person chooses is done.
      expect((await read(projectIn(unit, raw, marked), unit)).words).toEqual(asRead(marked));
    }
  });
});

describe("where beginnings and ends do not decide", () => {
  const raw = "👏👏👏👏 aaa bbb ccc ddd eee fff";
  const marked = { before: "👏👏👏👏 aaa ", words: "bbb" };

  test("a person is asked, and shown both", async () => {
    const { words, positions } = await read(projectIn("points-stored", raw, [marked]));
    expect(words).toEqual(["bbb"]);
    expect(positions).toMatchObject({
      reason: "open",
      units: [
        { unit: "points-stored", inside: 1, atWords: 1, examples: ["bbb"] },
        { unit: "utf16-stored", inside: 1, atWords: 1, examples: ["aaa"] },
      ],
    });
  });

  test("the words that a passage is named by do, however they are cut", async () => {
    const { words, positions } = await read(projectIn("utf16-stored", raw, [{ ...marked, name: "bbb..." }]));
    expect([words, positions?.reason]).toEqual([["bbb"], "evidence"]);
  });

  test("nothing is decided where few passages are at words under any", async () => {
    const inWords = [2, 5, 8, 11, 14].map((at) => ({
      before: raw.slice(0, 8 + at),
      words: raw.slice(8 + at, 9 + at),
    }));
    expect((await read(projectIn("points-stored", raw, inWords))).positions?.reason).toBe("open");
  });

  test("a file that was exported from here is in code points", async () => {
    const { words, positions } = await read(projectIn("points-stored", raw, [marked], "NPQ review"));
    expect([words, positions?.reason]).toEqual([["bbb"], "ours"]);
  });
});
