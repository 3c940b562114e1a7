import { Unzip, UnzipInflate } from "fflate";
import { pause, refusedFile } from "./limits";

/** Office files of a thousand pages have some hundred entries. */
const MAX_ENTRIES = 2_000;
/** Of all entries together, inflated: a book of some ten million words. */
const MAX_INFLATED = 256 * 1024 * 1024;
/** XML is packed to a twentieth at best where people wrote it; this is beyond any of them. */
const MAX_RATIO = 400;
const RATIO_FROM = 8 * 1024 * 1024;
/** Bytes of the packed file at a time: inflated at most a thousandfold before it is looked at. */
const STEP = 16 * 1024;

const BOMB =
  "This file unpacks to far more than it seems, as files made to do harm do. It was not opened. Save the words as CSV or as plain text instead.";
export const DAMAGED =
  "This file is damaged or not complete, and cannot be opened. Open it in the program that made it, save it again, and choose that file.";

/**
 * The entries of a ZIP file that are `wanted`, inflated step by step: a file that inflates beyond any measure
 * is given up on the way, whatever it says of its own sizes.
 */
export async function openZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Promise<Map<string, Uint8Array>> {
  const entries = new Map<string, Uint8Array[]>();
  const names = new Set<string>();
  let inflated = 0;
  let fault: Error | null = null;
  const unzip = new Unzip((file) => {
    if (names.size >= MAX_ENTRIES) fault ??= refusedFile(BOMB);
    if (names.has(file.name)) fault ??= refusedFile(DAMAGED);
    names.add(file.name);
    if (!wanted(file.name) || fault) return;
    const parts: Uint8Array[] = [];
    entries.set(file.name, parts);
    file.ondata = (error, data) => {
      if (error) fault ??= refusedFile(DAMAGED);
      if (fault) return;
      inflated += data.length;
      if (inflated > MAX_INFLATED || (inflated > RATIO_FROM && inflated > bytes.length * MAX_RATIO))
        fault ??= refusedFile(BOMB);
      else if (data.length > 0) parts.push(data);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && !fault; at += STEP) {
      unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
      if (at % (64 * STEP) === 0) await pause();
    }
  } catch {
    fault ??= refusedFile(DAMAGED);
  }
  if (fault) throw fault;
  if (names.size === 0) throw refusedFile(DAMAGED);
  return new Map([...entries].map(([name, parts]) => [name, Buffer.concat(parts)]));
}

/** Whether the archive ends as a whole one does: with the record that closes its list of entries. */
export function hasEnd(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .subarray(Math.max(0, bytes.length - 70_000))
    .includes(Buffer.from("PK\u0005\u0006", "latin1"));
}
