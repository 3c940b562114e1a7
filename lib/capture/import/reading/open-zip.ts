import { crc32 } from "node:zlib";
import { Inflate } from "fflate";
import { Refusal } from "@/lib/platform/errors";
import { pause, refusedFile } from "./limits";
import { zipEntries, type ZipEntry } from "./zip-directory";

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
  const entries = new Map<string, Uint8Array>();
  let inflated = 0;
  const count = (length: number) => {
    inflated += length;
    if (inflated > MAX_INFLATED || (inflated > RATIO_FROM && inflated > bytes.length * MAX_RATIO))
      throw refusedFile(BOMB);
  };
  for (const entry of listed(bytes)) {
    if (!wanted(entry.name)) continue;
    const contents = await inflate(bytes, entry, count);
    if (crc32(contents) !== entry.crc) throw refusedFile(DAMAGED);
    entries.set(entry.name, contents);
  }
  return entries;
}

/** All entries, each name once. */
function listed(bytes: Uint8Array): ZipEntry[] {
  const entries = new Map<string, ZipEntry>();
  try {
    for (const entry of zipEntries(bytes)) {
      if (entries.size >= MAX_ENTRIES) throw refusedFile(BOMB);
      if (entries.has(entry.name)) throw refusedFile(DAMAGED);
      entries.set(entry.name, entry);
    }
  } catch (error) {
    throw error instanceof RangeError ? refusedFile(DAMAGED) : error;
  }
  if (entries.size === 0) throw refusedFile(DAMAGED);
  return [...entries.values()];
}

async function inflate(
  bytes: Uint8Array,
  { packing, from, to }: ZipEntry,
  count: (length: number) => void,
): Promise<Uint8Array> {
  const packed = bytes.subarray(from, to);
  if (packing === "other") throw refusedFile(DAMAGED);
  if (packing === "stored") {
    count(packed.length);
    return packed;
  }
  const parts: Uint8Array[] = [];
  const stream = new Inflate((part) => {
    count(part.length);
    parts.push(part);
  });
  try {
    for (let at = 0; at === 0 || at < packed.length; at += STEP) {
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
      if (at % (64 * STEP) === 0) await pause();
    }
  } catch (error) {
    throw error instanceof Refusal ? error : refusedFile(DAMAGED);
  }
  return Buffer.concat(parts);
}

/** Whether the archive ends as a whole one does: with the record that closes its list of entries. */
export function hasEnd(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .subarray(Math.max(0, bytes.length - 70_000))
    .includes(Buffer.from("PK\u0005\u0006", "latin1"));
}
