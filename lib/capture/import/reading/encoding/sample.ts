import type { ByteEvidence } from "./byte-evidence";
import { decoded, isSingleByte, tableOf, type Encoding } from "./encodings";

/** A way to read a file, with a piece of its text in which it differs from the others. */
export type Candidate = { encoding: Encoding; sample: string };

const AROUND = 60;

/** The text around the first byte above 127 that the encodings read differently, in each of them. */
export function samplesOf(
  bytes: Uint8Array,
  { high }: ByteEvidence,
  encodings: readonly Encoding[],
): Candidate[] {
  const tables = encodings.filter(isSingleByte).map(tableOf);
  const differs = (at: number) => new Set(tables.map((table) => table[bytes[at] ?? 0])).size > 1;
  const at = (encodings.every(isSingleByte) ? high.find(differs) : undefined) ?? high[0];
  return encodings.map((encoding) => ({
    encoding,
    sample: at === undefined ? "" : textAround(bytes, at, encoding),
  }));
}

/** Of a UTF-16 file, in which every byte may be above 127 or none. */
export function sampleOfStart(bytes: Uint8Array, encoding: Encoding): Candidate {
  const [text = ""] = decoded(bytes.subarray(0, 65_536), encoding);
  const at = text.search(/[^\0-\x7f]/);
  return { encoding, sample: at < 0 ? "" : onOneLine(text.slice(Math.max(0, at - AROUND), at + AROUND)) };
}

function textAround(bytes: Uint8Array, at: number, encoding: Encoding): string {
  let from = Math.max(0, at - AROUND);
  let until = Math.min(bytes.length, at + AROUND);
  // Not in the middle of a character of UTF-8, which has at most four bytes.
  for (let step = 0; step < 3 && from > 0 && isInside(bytes[from]); step++) from--;
  for (let step = 0; step < 3 && until < bytes.length && isInside(bytes[until]); step++) until++;
  return onOneLine([...decoded(bytes.subarray(from, until), encoding)].join(""));
}

const isInside = (byte = 0) => byte >= 0x80 && byte < 0xc0;
const onOneLine = (text: string) => text.replace(/\s+/g, " ").trim();
