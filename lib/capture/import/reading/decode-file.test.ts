import { describe, expect, test } from "vitest";
import { decodeFile } from "./decode-file";
import { MAX_FILE_BYTES } from "./limits";

const TEXT = "text\nWe’d pay £30 – “no café”\n";
const utf8 = (text: string) => Uint8Array.from(Buffer.from(text, "utf8"));
const utf16 = (text: string) => Uint8Array.from(Buffer.from(text, "utf16le"));

describe("encodings", () => {
  test("UTF-8 with and without a byte order mark", () => {
    expect(decodeFile(utf8(TEXT))).toEqual({ text: TEXT, encoding: "UTF-8" });
    expect(decodeFile(utf8(`\uFEFF${TEXT}`))).toEqual({ text: TEXT, encoding: "UTF-8" });
  });
  test("UTF-16 with a byte order mark, in both byte orders", () => {
    const little = utf16(`\uFEFF${TEXT}`);
    expect(decodeFile(little)).toEqual({ text: TEXT, encoding: "UTF-16" });
    expect(decodeFile(Uint8Array.from(Buffer.from(little).swap16())).text).toBe(TEXT);
  });
  test("every kind of line end becomes LF, also where a large file is read in pieces", () => {
    const line = "words that were said";
    const text = Array.from({ length: 40_000 }, () => line).join("\r\n");
    expect(decodeFile(utf8(text)).text).toBe(text.replaceAll("\r\n", "\n"));
    expect(decodeFile(utf8("a\rb\r\nc\r")).text).toBe("a\nb\nc\n");
  });
  test("Windows-1252 where it is plausible", () => {
    const bytes = Uint8Array.from([
      ...utf8("text\nWe"),
      0x92,
      ...utf8("d pay "),
      0xa3,
      ...utf8("30 at the caf"),
      0xe9,
      0x0a,
    ]);
    expect(decodeFile(bytes)).toEqual({ text: "text\nWe’d pay £30 at the café\n", encoding: "Windows-1252" });
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
    ["UTF-16 without its mark", utf16(TEXT), /not a text file/],
    ["UTF-16 cut in the middle of a character", utf16(`\uFEFF${TEXT}`).slice(0, -1), /not complete/],
    ["UTF-8 cut in the middle of a character", utf8("text\nCafés and é").slice(0, -1), /encoding/],
    [
      "Cyrillic in a code page of its own",
      Uint8Array.from([...utf8("text\n"), ...new Uint8Array(50).fill(0xe4)]),
      /encoding/,
    ],
    ["random bytes", Uint8Array.from([0x61, 0x81, 0x62, 0x8d]), /encoding/],
    ["too large a file", new Uint8Array(MAX_FILE_BYTES + 1).fill(0x61), /50 MB/],
  ])("%s", (_, bytes, words) => {
    expect(() => decodeFile(bytes)).toThrow(words);
  });
});
