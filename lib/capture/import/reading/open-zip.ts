import { crc32 } from "node:zlib";
import { fromBufferPromise, getFileNameLowLevel, type Entry, type ZipFile } from "yauzl";
import { Refusal } from "@/lib/platform/errors";
import { refusedFile } from "./limits";

/** Office files of a thousand pages have about a hundred entries. */
const MAX_ENTRIES = 2_000;
/** For all entries together, decompressed: a book of about ten million words. */
const MAX_INFLATED = 256 * 1024 * 1024;
/** XML that people wrote compresses to a twentieth at best; this ratio is beyond any of it. */
const MAX_RATIO = 400;
const RATIO_FROM = 8 * 1024 * 1024;

const BOMB =
  "This file unpacks to far more data than it should, as harmful files do, so we did not open it. Save the words as CSV or as plain text instead.";
export const DAMAGED =
  "This file cannot be opened because it is damaged or not complete. Open it in the program that made it, save it again, and choose that file.";

/**
 * The entries of a ZIP file that are `wanted`, decompressed piece by piece. A file that grows beyond the
 * limits is refused on the way, whatever sizes it declares (a "ZIP bomb").
 */
export async function openZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Promise<Map<string, Uint8Array>> {
  try {
    return await inflated(bytes, wanted);
  } catch (error) {
    throw error instanceof Refusal ? error : refusedFile(DAMAGED);
  }
}

async function inflated(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Promise<Map<string, Uint8Array>> {
  // Nothing is written to disk, so any name is accepted, even one that would lead out of a folder.
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    decodeStrings: false,
  });
  let size = 0;
  const count = (length: number) => {
    size += length;
    if (size > MAX_INFLATED || (size > RATIO_FROM && size > bytes.length * MAX_RATIO))
      throw refusedFile(BOMB);
  };
  const entries = new Map<string, Uint8Array>();
  for (const [name, entry] of await listed(zip))
    if (wanted(name)) entries.set(name, await contentsOf(zip, entry, count));
  return entries;
}

/** All entries, each name once. */
async function listed(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
    const name = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
    if (entries.size >= MAX_ENTRIES) throw refusedFile(BOMB);
    if (entries.has(name)) throw refusedFile(DAMAGED);
    entries.set(name, entry);
  }
  if (entries.size === 0) throw refusedFile(DAMAGED);
  return entries;
}

async function contentsOf(zip: ZipFile, entry: Entry, count: (length: number) => void): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  const stream: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry);
  for await (const part of stream) {
    count(part.length);
    parts.push(part);
  }
  const contents = Buffer.concat(parts);
  if (crc32(contents) !== entry.crc32) throw refusedFile(DAMAGED);
  return contents;
}

/** Whether the archive is complete: it ends with the end of central directory record. */
export function hasEnd(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .subarray(Math.max(0, bytes.length - 70_000))
    .includes(Buffer.from("PK\u0005\u0006", "latin1"));
}
