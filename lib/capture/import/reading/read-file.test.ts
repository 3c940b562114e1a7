import { describe, expect, test } from "vitest";
import { readFile } from "./read-file";

const utf8 = (text: string) => Uint8Array.from(Buffer.from(text));

async function read(fileName: string, text: string | Uint8Array, roundtableId = "r") {
  const rows: string[][] = [];
  const left: [words: string, why: string][] = [];
  const bytes = typeof text === "string" ? utf8(text) : text;
  const { format } = await readFile({ bytes, fileName, roundtableId }, ({ cells, out }) => {
    if (out === undefined) rows.push(cells);
    else left.push([cells[1] ?? "", out]);
  });
  const turns = rows.map(([speaker = "", words = "", time = ""]) => [speaker, words, time]);
  return { format, turns, rows, left };
}

describe("plain text", () => {
  test("with names keeps a turn of several lines together", async () => {
    const text = "Ada Lane: One.\nStill one.\n\nStill.\nBen: Two: and more.\nAda Lane:\nThree.\n";
    expect((await read("a.txt", text)).turns).toEqual([
      ["Ada Lane", "One.\nStill one.\nStill.", ""],
      ["Ben", "Two: and more.", ""],
      ["Ada Lane", "Three.", ""],
    ]);
  });
  test("with ids in brackets", async () => {
    expect((await read("a.txt", "[id1] hello, I like it.\r\n\r\n[id2] No.\r\n[id1] Yes.")).turns).toEqual([
      ["id1", "hello, I like it.", ""],
      ["id2", "No.", ""],
      ["id1", "Yes.", ""],
    ]);
  });
  test("without names is a turn for each paragraph, even with colons in sentences", async () => {
    const text = "This is what I mean: time.\nIt is short.\n\nNote: there is none.\n\nhttp://example.org";
    expect((await read("a.txt", text)).turns.map(([speaker]) => speaker)).toEqual(["", "", ""]);
    expect((await read("a.txt", "One line\nand another")).turns).toHaveLength(2);
  });
});

describe("subtitles", () => {
  const cue = (from: string, to: string, words: string) => `00:00:${from} --> 00:00:${to}\n${words}\n\n`;
  test("join captions of one speaker, and begin a turn after a silence or at another speaker", async () => {
    const text =
      "WEBVTT\n\nNOTE made by a meeting\n\n" +
      cue("01.000", "02.000", "<v Ada Lane>We need &amp; want</v>") +
      cue("02.500", "04.000", "<v Ada Lane>more <i>time</i>.</v>") +
      cue("04.000", "05.000", "<v Ben>Yes.</v>") +
      cue("09.000", "10.000", "<v Ben>And money.</v>");
    expect(await read("a.vtt", text)).toMatchObject({
      format: "vtt",
      turns: [
        ["Ada Lane", "We need & want more time.", "+1.000"],
        ["Ben", "Yes.", "+4.000"],
        ["Ben", "And money.", "+9.000"],
      ],
      left: [["made by a meeting", "It is a note of the file, not a caption"]],
    });
  });
  test("use names written in the captions themselves", async () => {
    const text = `WEBVTT\n\n${cue("01.000", "02.000", "Ada Lane: One")}${cue("02.000", "03.000", "Ada Lane: two")}`;
    expect((await read("a.vtt", text)).turns).toEqual([["Ada Lane", "One two", "+1.000"]]);
  });
  test("in SRT without names: each caption by itself", async () => {
    const text =
      "1\r\n00:00:01,000 --> 00:00:02,000\r\nOne\r\nline\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\nTwo";
    expect(await read("a.txt", text)).toMatchObject({
      format: "srt",
      turns: [
        ["", "One line", "+1.000"],
        ["", "Two", "+2.000"],
      ],
    });
  });
  test("that are incomplete are refused", async () => {
    await expect(read("a.vtt", cue("01.000", "02.000", "One"))).rejects.toThrow(/begin with the word WEBVTT/);
    await expect(read("a.srt", "1")).rejects.toThrow(/nothing that somebody said/);
  });
});

describe("chats", () => {
  test("of Zoom, without messages to one person", async () => {
    const text =
      "10:02:13 From  Ada Lane  to  Everyone:\n\tMore time\n10:02:40 From Ben To Ada Lane(Direct Message):\n\tDo not say that\n10:03:01 From Ben : Agreed: yes";
    const { format, turns, left } = await read("chat.txt", text);
    expect(format).toBe("chat");
    expect(turns).toEqual([
      ["Ada Lane", "More time", "10:02:13"],
      ["Ben", "Agreed: yes", "10:03:01"],
    ]);
    expect(left).toEqual([["Do not say that", "It was a message to one person, not to everybody"]]);
  });
  test.each([
    ["[10:02] Ada Lane\nMore time\nand money\n[2:03 PM] Ben: Agreed", "brackets"],
    ["Ada Lane  10:02\nMore time\nand money\n\nBen\t2:03 PM\nAgreed", "blocks"],
  ])("of Teams, %j in %s", async (text) => {
    expect((await read("chat.txt", text)).turns).toEqual([
      ["Ada Lane", "More time\nand money", "10:02"],
      ["Ben", "Agreed", "2:03 PM"],
    ]);
  });
});

describe("JSON", () => {
  test("as a list of turns under many names", async () => {
    const turns = [["Ada", "One", ""]];
    const shapes = [
      { meeting_transcripts: [{ speaker: "Ada", content: "One" }] },
      [{ name: "Ada", text: "One" }],
      { segments: [{ speaker: { name: "Ada" }, utterance: " One " }] },
    ];
    for (const shape of shapes) expect((await read("a.json", JSON.stringify(shape))).turns).toEqual(turns);
    const timed = [{ speaker: 1, text: "One", start: 2.5 }];
    expect((await read("a.json", JSON.stringify(timed))).turns).toEqual([["1", "One", "+2.5"]]);
  });
  test("without turns, or broken, is refused", async () => {
    await expect(read("a.json", "{}")).rejects.toThrow(/cannot read what was said/);
    await expect(read("a.json", '[{"id": 1}]')).rejects.toThrow(/cannot read what was said/);
    await expect(read("a.json", '[{"text": "One"')).rejects.toThrow(/damaged/);
  });
  test.each([
    ["contributions", 2],
    ["lines", 1],
  ])("of waiting %s, version %i, is taken back where they wait, and nowhere else", async (kept, version) => {
    const format = `npq-review waiting ${kept}`;
    const file = (said: string) => JSON.stringify({ format: said, roundtable: "r", [kept]: [{ id: "1" }] });
    const known = file(`${format} ${version}`);
    expect(await read("a.json", known)).toMatchObject({ format: "waiting", rows: [['{"id":"1"}']] });
    await expect(read("a.json", known, "another")).rejects.toThrow(/another roundtable/);
    await expect(read("a.json", file(`${format} ${version + 1}`))).rejects.toThrow(/newer version/);
  });
});

test.each([
  ["a.pdf", utf8("%PDF-1.7"), /PDF/],
  ["a.csv", Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), /picture/],
  ["a.rtf", utf8("{\\rtf1 words}"), /rich text/],
  ["a.doc", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), /older Excel or Word/],
  [
    "a.xlsx",
    Uint8Array.from(
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from("EncryptedPackage", "utf16le")]),
    ),
    /password/,
  ],
  ["a.docx", utf8("PK\u0003\u0004 and nothing more"), /cut short/],
  ["a.txt", utf8("   \n\n"), /nothing that somebody said/],
  ["a.csv", new Uint8Array(), /empty/],
])("%s that cannot be read is refused with what it is", async (name, bytes, words) => {
  await expect(read(name, bytes)).rejects.toThrow(words);
});
