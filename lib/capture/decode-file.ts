import { invalid } from "@/lib/platform/errors";
import { foreignKind } from "./file-kind";

export const MAX_FILE_BYTES = 5 * 1024 * 1024;

export type Encoding = "UTF-8" | "UTF-16" | "Windows-1252";

const HOW = "In a spreadsheet, choose “Save as” and the kind “CSV UTF-8”, then upload that file.";

/**
 * The bytes of a file as text: UTF-8, UTF-16 where its mark says so, or Windows-1252 where the bytes are
 * plausible as such. Anything else is refused with what it seems to be, since words read in the wrong
 * encoding would be stored wrong for good.
 */
export function decodeFile(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (bytes.length === 0) throw refusal("This file is empty.");
  if (bytes.length > MAX_FILE_BYTES)
    throw refusal("This file is larger than 5 MB. Split it in two, and upload one after the other.");
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, "utf-16be");
  const foreign = foreignKind(bytes);
  if (foreign) throw refusal(`This is not a CSV file. It seems to be ${foreign}. ${HOW}`);
  if (bytes.includes(0))
    throw refusal(`This is not a CSV file, or one in an encoding that cannot be told. ${HOW}`);
  const text = decode(bytes, "utf-8");
  if (text !== null) return { text, encoding: "UTF-8" };
  if (!plausibleWindows1252(bytes))
    throw refusal(`The characters of this file cannot be read: its encoding is unknown or broken. ${HOW}`);
  return { text: decodeWindows1252(bytes), encoding: "Windows-1252" };
}

function refusal(message: string) {
  return invalid(message, "file");
}

function decodeUtf16(bytes: Uint8Array, label: "utf-16le" | "utf-16be") {
  const text = decode(bytes, label);
  if (text === null || text.includes("\u0000"))
    throw refusal(`The characters of this file cannot be read: it breaks off or is damaged. ${HOW}`);
  return { text, encoding: "UTF-16" as const };
}

/** Null when the bytes are not valid in that encoding. A byte order mark is taken off. */
function decode(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Where Windows-1252 is not Latin-1: the punctuation of ordinary texts. TextDecoder gets it wrong on Node 20. */
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

function decodeWindows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes).toString("latin1");
  return latin.replace(/[\x80-\x97]/g, (sign) => WINDOWS_ONLY.get(sign.charCodeAt(0)) ?? sign);
}

const MULTIPLY = 0xd7;
const DIVIDE = 0xf7;

/**
 * English or another western language in Windows-1252: bytes above 127 are few, and are letters or common
 * punctuation. A pair that would be one character of UTF-8 is the sign of a damaged UTF-8 file instead.
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
