import { DAMAGED, hasEnd } from "./open-zip";

/** The kind of a file that is not text, by its first bytes; null when they match none. */
export function foreignKind(bytes: Uint8Array): string | null {
  const known = SIGNATURES.find(({ starts }) => starts.every((byte, index) => bytes[index] === byte));
  return known?.what ?? foreignText(Buffer.from(bytes.subarray(0, 512)).toString("latin1").trimStart());
}

const ascii = (text: string) => [...Buffer.from(text, "latin1")];

const ARCHIVE = "an Excel or Word file, or a ZIP archive";
const OLDER = "an older Excel or Word file";
const SIGNATURES: { starts: number[]; what: string }[] = [
  { starts: ascii("PK\u0003\u0004"), what: ARCHIVE },
  { starts: ascii("PK\u0005\u0006"), what: "an empty ZIP archive" },
  { starts: ascii("%PDF"), what: "a PDF document" },
  { starts: [0xd0, 0xcf, 0x11, 0xe0], what: OLDER },
  { starts: [0x89, ...ascii("PNG")], what: "a picture" },
  { starts: [0xff, 0xd8, 0xff], what: "a picture" },
  { starts: ascii("GIF8"), what: "a picture" },
  { starts: [0x1f, 0x8b], what: "a compressed archive" },
  { starts: [0x37, 0x7a, 0xbc, 0xaf], what: "a compressed archive" },
  { starts: ascii("Rar!"), what: "a compressed archive" },
  { starts: ascii("SQLite format 3"), what: "a database" },
  { starts: ascii("ID3"), what: "a sound recording" },
  { starts: ascii("RIFF"), what: "a sound recording or a film" },
  { starts: ascii("{\\rtf"), what: "a rich text document" },
];

function foreignText(start: string): string | null {
  return /^(<!doctype html|<html|<\?xml|<table)/i.test(start) ? "a web page" : null;
}

/**
 * Which kind of office file an archive is, by the names of its entries; null for anything that is not an
 * archive.
 */
export function officeKind(bytes: Uint8Array): "xlsx" | "docx" | "odt" | "archive" | null {
  if (foreignKind(bytes) !== ARCHIVE) return null;
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (all.subarray(0, 120).includes("mimetypeapplication/vnd.oasis.opendocument.text")) return "odt";
  // A document may contain a whole workbook, hence this order.
  // Word on the web numbers the part.
  if (all.includes("word/document.xml") || all.includes("word/document2.xml")) return "docx";
  if (all.includes("xl/workbook.xml")) return "xlsx";
  return "archive";
}

const INSTEAD: Record<string, string> = {
  "a PDF document": "Open it, copy its words into a Word document or a text file, and choose that file.",
  "a rich text document": "Open it in Word, choose “Save as” and the kind “Word document (.docx)”.",
};
const TEXT_INSTEAD = "Choose a file that holds the words: CSV, Excel, Word, plain text or subtitles.";

/**
 * Why a file of that kind cannot be read at all, with what to do instead; null where reading it can be tried.
 */
export function unreadableKind(bytes: Uint8Array, fileName: string): string | null {
  const kind = foreignKind(bytes);
  if (kind === null) return null;
  if (kind === OLDER) return older(bytes);
  if (kind !== ARCHIVE) return `This file seems to be ${kind}. ${INSTEAD[kind] ?? TEXT_INSTEAD}`;
  if (!hasEnd(bytes)) return `It seems to be ${ARCHIVE}, but it is cut short. ${DAMAGED}`;
  if (officeKind(bytes) === "archive")
    return /\.(xlsx|docx|odt)$/i.test(fileName)
      ? DAMAGED
      : `It seems to be a ZIP archive or a file from another program. Unpack it, and choose one of the files in it. ${TEXT_INSTEAD}`;
  return null;
}

const PASSWORD = Buffer.from("EncryptedPackage", "utf16le");

function older(bytes: Uint8Array): string {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(PASSWORD))
    return "This file is protected with a password. Open it, remove the password, save it, and choose it again.";
  return `This file seems to be ${OLDER}. Open it, choose “Save as” and the kind “Excel workbook (.xlsx)” or “Word document (.docx)”, and choose that file.`;
}
