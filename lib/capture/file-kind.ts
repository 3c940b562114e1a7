/** What a file seems to be that is no text, by how it begins; null when nothing gives it away. */
export function foreignKind(bytes: Uint8Array): string | null {
  const known = SIGNATURES.find(({ starts }) => starts.every((byte, index) => bytes[index] === byte));
  return known?.what ?? foreignText(Buffer.from(bytes.subarray(0, 512)).toString("latin1").trimStart());
}

const ascii = (text: string) => [...Buffer.from(text, "latin1")];

const SIGNATURES: { starts: number[]; what: string }[] = [
  { starts: ascii("PK\u0003\u0004"), what: "an Excel or Word file, or a ZIP archive" },
  { starts: ascii("PK\u0005\u0006"), what: "an empty ZIP archive" },
  { starts: ascii("%PDF"), what: "a PDF document" },
  { starts: [0xd0, 0xcf, 0x11, 0xe0], what: "an older Excel or Word file" },
  { starts: [0x89, ...ascii("PNG")], what: "a picture" },
  { starts: [0xff, 0xd8, 0xff], what: "a picture" },
  { starts: ascii("GIF8"), what: "a picture" },
  { starts: [0x1f, 0x8b], what: "a compressed archive" },
  { starts: [0x37, 0x7a, 0xbc, 0xaf], what: "a compressed archive" },
  { starts: ascii("SQLite format 3"), what: "a database" },
  { starts: ascii("ID3"), what: "a sound recording" },
  { starts: ascii("RIFF"), what: "a sound recording or a film" },
  { starts: ascii("{\\rtf"), what: "a rich text document" },
];

function foreignText(start: string): string | null {
  if (/^(<!doctype html|<html|<\?xml|<table)/i.test(start)) return "a web page";
  if (/^(\{\s*"|\[\s*[{[])/.test(start)) return "a JSON file";
  if (start.startsWith("WEBVTT")) return "a file of subtitles";
  return null;
}
