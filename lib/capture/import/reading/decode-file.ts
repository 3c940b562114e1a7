import { isUtf8 } from "node:buffer";
import { foreignKind } from "./file-kind";
import { refusedFile, requireSize } from "./limits";

export type Encoding = "UTF-8" | "UTF-16" | "Windows-1252";

type Decoded = {
  encoding: Encoding;
  /**
   * The text in pieces with LF for every line end, so that a large file is never held a second time as one
   * string.
   */
  pieces: () => Generator<string>;
};

const HOW = "In a spreadsheet, choose “Save as” and the kind “CSV UTF-8”, then choose that file.";
const PIECE = 256 * 1024;

/**
 * The bytes of a text file as text: UTF-8, UTF-16 with a byte order mark, or Windows-1252 where the bytes are
 * plausible as such. Anything else is refused with what it seems to be, because words read in the wrong
 * encoding would be stored wrong for good.
 */
export function decodePieces(bytes: Uint8Array): Decoded {
  requireSize(bytes.length);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, "utf-16be");
  const foreign = foreignKind(bytes);
  if (foreign) throw refusedFile(`This file cannot be read as text. It seems to be ${foreign}. ${HOW}`);
  if (bytes.includes(0)) throw refusedFile(`This is not a text file, or we cannot tell its encoding. ${HOW}`);
  if (isUtf8(bytes)) return { encoding: "UTF-8", pieces: () => lineFeeds(decoded(bytes, "utf-8")) };
  if (!plausibleWindows1252(bytes))
    throw refusedFile(
      `The characters of this file cannot be read: we do not know its encoding, or it is damaged. ${HOW}`,
    );
  return { encoding: "Windows-1252", pieces: () => lineFeeds(windows1252(bytes)) };
}

/** The same as one text. */
export function decodeFile(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const { encoding, pieces } = decodePieces(bytes);
  return { encoding, text: [...pieces()].join("") };
}

function utf16(bytes: Uint8Array, label: "utf-16le" | "utf-16be"): Decoded {
  const broken = `The characters of this file cannot be read: it is not complete or is damaged. ${HOW}`;
  try {
    for (const piece of decoded(bytes, label)) if (piece.includes("\u0000")) throw refusedFile(broken);
  } catch (error) {
    if (error instanceof TypeError) throw refusedFile(broken);
    throw error;
  }
  return { encoding: "UTF-16", pieces: () => lineFeeds(decoded(bytes, label)) };
}

/** Throws a TypeError where the bytes are not valid in that encoding. Removes a byte order mark. */
function* decoded(bytes: Uint8Array, label: string): Generator<string> {
  const decoder = new TextDecoder(label, { fatal: true });
  for (let at = 0; at < bytes.length; at += PIECE)
    yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
  yield decoder.decode();
}

function* lineFeeds(pieces: Generator<string>): Generator<string> {
  let held = "";
  for (const piece of pieces) {
    const text = held + piece;
    // The line feed after a carriage return may be in the next piece.
    held = text.endsWith("\r") ? "\r" : "";
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, "\n");
  }
  if (held) yield "\n";
}

/** Where Windows-1252 differs from Latin-1: common punctuation. TextDecoder decodes it wrongly on Node 20. */
const WINDOWS_ONLY = new Map([
  [0x80, "€"],
  [0x82, "‚"],
  [0x84, "„"],
  [0x85, "…"],
  [0x91, "‘"],
  [0x92, "’"],
  [0x93, "“"],
  [0x94, "”"],
  [0x95, "•"],
  [0x96, "–"],
  [0x97, "—"],
]);
/** No-break space, pound, section, copyright, guillemets, degree, middle dot, half. */
const LATIN_SIGNS = new Set([0xa0, 0xa3, 0xa7, 0xa9, 0xab, 0xb0, 0xb7, 0xbb, 0xbd]);

function* windows1252(bytes: Uint8Array): Generator<string> {
  for (let at = 0; at < bytes.length; at += PIECE) {
    const latin = Buffer.from(bytes.subarray(at, at + PIECE)).toString("latin1");
    yield latin.replace(/[\x80-\x97]/g, (sign) => WINDOWS_ONLY.get(sign.charCodeAt(0)) ?? sign);
  }
}

const MULTIPLY = 0xd7;
const DIVIDE = 0xf7;

/**
 * Whether the bytes are English or another western language in Windows-1252: bytes above 127 are few, and are
 * letters or common punctuation. A pair that would be one UTF-8 character means a damaged UTF-8 file instead.
 */
function plausibleWindows1252(bytes: Uint8Array): boolean {
  let high = 0;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return false;
    if (byte < 0x80) continue;
    high++;
    const letter = byte >= 0xc0 && byte !== MULTIPLY && byte !== DIVIDE;
    if (!letter && !WINDOWS_ONLY.has(byte) && !LATIN_SIGNS.has(byte)) return false;
    if (byte >= 0xc2 && byte <= 0xf4 && isContinuation(bytes[index + 1])) return false;
  }
  return high / bytes.length < 0.15;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}
