import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { seededRandom } from "@/lib/platform/random";
import { decodeFile, decodePieces, type Encoding } from "./decode-file";
import { MAX_FILE_BYTES } from "./limits";

const TEXT = "text\nWe’d pay £30 – “no café”\n";
const utf8 = (text: string) => Uint8Array.from(Buffer.from(text, "utf8"));
const utf16 = (text: string) => Uint8Array.from(Buffer.from(text, "utf16le"));

describe("encodings", () => {
  test("UTF-8 with and without a byte order mark", () => {
    for (const text of [TEXT, `\uFEFF${TEXT}`])
      expect(decodeFile(utf8(text))).toMatchObject({ text: TEXT, encoding: "UTF-8", unreadable: 0 });
    expect(decodeFile(utf8("Plain words")).candidates).toEqual([{ encoding: "UTF-8", sample: "" }]);
  });
  test.each(["\uFEFF", ""])("UTF-16 in both byte orders, with the mark %j", (mark) => {
    const little = utf16(`${mark}${TEXT}`);
    const big = Uint8Array.from(Buffer.from(little).swap16());
    expect(decodeFile(little)).toMatchObject({ text: TEXT, encoding: "UTF-16 LE", unreadable: 0 });
    expect(decodeFile(big)).toMatchObject({ text: TEXT, encoding: "UTF-16 BE", unreadable: 0 });
  });
  test("every kind of line end becomes LF, also where a large file is read in pieces", () => {
    const line = "words that were said";
    const text = Array.from({ length: 40_000 }, () => line).join("\r\n");
    expect(decodeFile(utf8(text)).text).toBe(text.replaceAll("\r\n", "\n"));
    expect(decodeFile(utf8("a\rb\r\nc\r")).text).toBe("a\nb\nc\n");
  });
  test("breaks that may stand inside a cell stay", () => {
    const text = "one\u2028two\u2029three\u0085four\vfive\n";
    expect(decodeFile(utf8(text)).text).toBe(text);
  });
});

const SINGLE: Record<string, Encoding> = {
  windows1252: "Windows-1252",
  macroman: "Mac Roman",
  iso885915: "ISO-8859-15",
  cp850: "CP850",
};

describe.each(Object.entries(SINGLE))("%s", (codec, encoding) => {
  const encoded = (text: string) => Uint8Array.from(iconv.encode(text, codec));
  test.each([
    "Speaker,Comment\rAda,It’s the cost: we can’t release staff, and it’s “not covered”\r",
    "We paid £30 – half of it\r\n",
    "It costs £1,200.\n",
    "A café in Zoë’s school.\n",
    "The naïve view of Chloé Ó Briain and Siân\n",
    "Microsoft® Teams™ and ½ a day off… or more\n",
    "• one\n• two – three\n",
    "about €30 each\n",
    "Café\n",
  ])("%j is read as it was written", (text) => {
    const bytes = encoded(text);
    if (iconv.decode(Buffer.from(bytes), codec) !== text) return;
    expect(decodeFile(bytes).text).toBe(text.replace(/\r\n?/g, "\n"));
  });

  test("English prose of any kind is read as it was written", () => {
    let tried = 0;
    for (let seed = 1; seed <= 500; seed++) {
      const text = prose(seed);
      const bytes = encoded(text);
      if (iconv.decode(Buffer.from(bytes), codec) !== text) continue;
      tried++;
      expect(decodeFile(bytes).text, `seed ${seed}`).toBe(text);
    }
    expect(tried).toBeGreaterThan(20);
  });

  test("is taken where it is wanted, and shows what differs", () => {
    const bytes = encoded("A long beginning of plain words. Siân is at the café now, and stays.\n");
    const { candidates } = decodePieces(bytes);
    expect(candidates[0]?.sample).toContain("Siân is at the café now");
    expect(new Set(candidates.map(({ sample }) => sample)).size).toBe(candidates.length);
    for (const one of candidates) {
      const read = decodeFile(bytes, one.encoding);
      expect(read.encoding).toBe(one.encoding);
      expect(read.text).toContain(one.sample);
    }
    expect(decodeFile(bytes, encoding).text).toContain("Siân is at the café");
  });
});

/** Sentences with signs and names as people write them. */
function prose(seed: number): string {
  const random = seededRandom(seed);
  const some = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? "";
  const WORDS = [
    "we",
    "paid",
    "for",
    "cover",
    "in",
    "school",
    "two",
    "days",
    "it",
    "mentors",
    "never",
    "came",
  ];
  const SPECIAL = [
    ...["it’s", "don’t", "we’d", "they’re", "I’ve", "the head’s", "teachers’", "“not covered”", "“No,”"],
    ...["‘why’", "– and", "then…", "£30", "£1,200", "café", "Zoë", "Siân", "Éva", "naïve", "O’Neill", "José"],
    ...["½", "10–12", "Teams®", "20°", "role—and", "Müller", "Łukasz", "don´t", "crème", "façade"],
  ];
  const kinds = Array.from({ length: 1 + Math.floor(random() * 5) }, () => some(SPECIAL));
  const sentence = () =>
    Array.from({ length: 8 + Math.floor(random() * 12) }, () => (random() < 0.2 ? some(kinds) : some(WORDS)));
  const lines = Array.from({ length: 1 + Math.floor(random() * 6) }, () => `${sentence().join(" ")}.`);
  return `${lines.join("\n")}\n`;
}

test("Mac Roman as Macs write it now has the euro", () => {
  const bytes = Uint8Array.from([
    ...utf8("It costs "),
    0xdb,
    ...utf8("30 and can"),
    0xd5,
    ...utf8("t be paid"),
  ]);
  expect(decodeFile(bytes)).toMatchObject({ text: "It costs €30 and can’t be paid", encoding: "Mac Roman" });
});

describe("a damaged file is read without what is broken, and says how much that is", () => {
  test.each([
    [
      "UTF-8 cut in the middle of a character",
      utf8("text\nCafés and é").slice(0, -1),
      "text\nCafés and \uFFFD",
    ],
    ["UTF-16 cut in the middle of a character", utf16("\uFEFFWe pay").slice(0, -1), "We pa\uFFFD"],
    [
      "UTF-8 with one broken character",
      Uint8Array.from([...utf8("“One” "), 0xe2, 0x80, ...utf8(" ‘two’")]),
      "“One” \uFFFD ‘two’",
    ],
    ["UTF-8 that was broken before", utf8("It\uFFFDs broken"), "It\uFFFDs broken"],
  ])("%s", (_, bytes, text) => {
    expect(decodeFile(bytes)).toMatchObject({ text, unreadable: 1 });
  });
});

describe("a file that is not text is refused with what it seems to be", () => {
  test.each([
    ["an Excel file", utf8("PK\u0003\u0004rest"), /Excel or Word/],
    ["a PDF", utf8("%PDF-1.7"), /PDF/],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), /picture/],
    ["a web page", utf8("<!DOCTYPE html><p>"), /web page/],
    ["an empty file", new Uint8Array(), /empty/],
    ["a file with NUL bytes", utf8("text\na\u0000b"), /not a text file/],
    ["UTF-16 with NUL characters", utf16("\uFEFFa\u0000b"), /not complete/],
    [
      "Cyrillic in a code page of its own",
      Uint8Array.from([...utf8("text\n"), ...new Uint8Array(50).fill(0xe4)]),
      /encoding/,
    ],
    ["random bytes", Uint8Array.from({ length: 60 }, (_, at) => 0x80 + ((at * 37) % 128)), /encoding/],
    ["too large a file", new Uint8Array(MAX_FILE_BYTES + 1).fill(0x61), /50 MB/],
  ])("%s", (_, bytes, words) => {
    expect(() => decodeFile(bytes)).toThrow(words);
  });
});
