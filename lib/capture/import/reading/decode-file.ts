import { isUtf8 } from "node:buffer";
import {
  byteEvidence,
  hasControls,
  isDamagedUtf8,
  utf16WithoutMark,
  type ByteEvidence,
} from "./encoding/byte-evidence";
import { decoded, isSingleByte, tableOf, type Encoding } from "./encoding/encodings";
import { sampleOfStart, samplesOf, type Candidate } from "./encoding/sample";
import { looksLikeProse, scoredSingleByte } from "./encoding/single-byte";
import { foreignKind } from "./file-kind";
import { refusedFile, requireSize } from "./limits";

export type { Encoding } from "./encoding/encodings";

export type Decoded = {
  /** The encoding that was concluded, or the one that was wanted. */
  encoding: Encoding;
  /** The encodings in which the file can be read, the likeliest first, each with a piece of the text in it. */
  candidates: readonly Candidate[];
  /** How many characters could not be read: each is U+FFFD in the text. */
  unreadable: number;
  /**
   * The text in pieces with LF for every line end, so that a large file is never held a second time as one
   * string.
   */
  pieces: () => Generator<string>;
};

const HOW = "In a spreadsheet, choose “Save as” and the kind “CSV UTF-8”, then choose that file.";

/**
 * The bytes of a text file as text, in the encoding that looks most like English prose, or in the one that is wanted.
 * A file with a few broken characters is read without them. What is no text, or in another script, is refused with what it
 * seems to be, because words read in the wrong encoding would be stored wrong for good.
 */
export function decodePieces(bytes: Uint8Array, wanted?: Encoding): Decoded {
  requireSize(bytes.length);
  const marked = byMark(bytes);
  if (!marked) requireText(bytes);
  const utf16 = marked ?? (bytes.includes(0) ? utf16WithoutMark(bytes) : null);
  if (utf16) return inEncoding(bytes, wanted ?? utf16, [sampleOfStart(bytes, utf16)]);
  if (bytes.includes(0)) throw refusedFile(`This is not a text file, or we cannot tell its encoding. ${HOW}`);
  const evidence = byteEvidence(bytes);
  const encodings = possibleEncodings(bytes, evidence, wanted !== undefined);
  const [likeliest = "UTF-8"] = encodings;
  return inEncoding(bytes, wanted ?? likeliest, samplesOf(bytes, evidence, encodings), evidence);
}

/** The same as one text. */
export function decodeFile(bytes: Uint8Array, wanted?: Encoding): Omit<Decoded, "pieces"> & { text: string } {
  const { pieces, ...rest } = decodePieces(bytes, wanted);
  return { ...rest, text: [...pieces()].join("") };
}

function byMark(bytes: Uint8Array): "UTF-16 LE" | "UTF-16 BE" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "UTF-16 LE";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "UTF-16 BE" : null;
}

function requireText(bytes: Uint8Array): void {
  const foreign = foreignKind(bytes);
  if (foreign) throw refusedFile(`This file cannot be read as text. It seems to be ${foreign}. ${HOW}`);
}

/** The likeliest first. Valid UTF-8 is nothing else; the others are told apart by what they make of the text. */
function possibleEncodings(bytes: Uint8Array, evidence: ByteEvidence, isChosen: boolean): Encoding[] {
  if (isUtf8(bytes)) return ["UTF-8"];
  const scored = hasControls(evidence) ? [] : scoredSingleByte(bytes, evidence);
  const others = scored.map(({ encoding }) => encoding);
  if (isDamagedUtf8(evidence)) return ["UTF-8", ...others];
  if (looksLikeProse(scored, bytes, evidence) || isChosen) return others;
  throw refusedFile(
    `The characters of this file cannot be read: we do not know its encoding, or it is damaged. ${HOW}`,
  );
}

function inEncoding(
  bytes: Uint8Array,
  encoding: Encoding,
  candidates: readonly Candidate[],
  evidence?: ByteEvidence,
): Decoded {
  return {
    encoding,
    candidates,
    unreadable: unreadableIn(bytes, encoding, evidence),
    pieces: () => lineFeeds(decoded(bytes, encoding)),
  };
}

const BROKEN = `The characters of this file cannot be read: it is not complete or is damaged. ${HOW}`;
const UNREADABLE = Buffer.from("\uFFFD");

function unreadableIn(bytes: Uint8Array, encoding: Encoding, evidence?: ByteEvidence): number {
  if (evidence && isSingleByte(encoding)) {
    const table = tableOf(encoding);
    return evidence.counts.reduce((sum, count, byte) => sum + (table[byte] === "\uFFFD" ? count : 0), 0);
  }
  if (
    evidence &&
    isUtf8(bytes) &&
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(UNREADABLE) < 0
  )
    return 0;
  let unreadable = 0;
  for (const piece of decoded(bytes, encoding)) {
    if (piece.includes("\0")) throw refusedFile(BROKEN);
    unreadable += piece.split("\uFFFD").length - 1;
  }
  return unreadable;
}

/** CR, LF and CR LF are line ends. Other breaks may stand inside a cell of a table, and stay as they are. */
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
