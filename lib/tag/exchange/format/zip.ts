import { constants, crc32, deflateRawSync } from "node:zlib";

type Entry = { name: Buffer; crc: number; size: number; packed: Buffer; at: number };

/** Bytes that are packed at a time. */
const STEP = 512 * 1024;
/** 1 January 1980, the first day that ZIP knows: the same contents give the same bytes whenever they are written. */
const DATE = 0x21;
const VERSION = 20;
const UTF8_NAMES = 0x800;
const DEFLATED = 8;

/**
 * Files as a ZIP (APPNOTE 6.3.3, sections 4.3 and 4.4), packed a piece at a time: between two steps the process
 * does whatever else waits. Libraries either pack at one go or leave each file's length to be told after it,
 * which readers of streams have to guess.
 */
export function* zipSteps(
  files: Iterable<readonly [name: string, bytes: Uint8Array]>,
): Generator<undefined, Uint8Array> {
  const parts: Buffer[] = [];
  const entries: Entry[] = [];
  let at = 0;
  for (const [name, bytes] of files) {
    const entry = { name: Buffer.from(name), size: bytes.length, at, ...(yield* packed(bytes)) };
    entries.push(entry);
    const head = record(0x04034b50, [[VERSION, 2], ...common(entry)]);
    parts.push(head, entry.name, entry.packed);
    at += head.length + entry.name.length + entry.packed.length;
  }
  const directory = entries.flatMap((entry) => {
    const attributes: Field[] = [...([2, 2, 2, 4] as const).map((width): Field => [0, width]), [entry.at, 4]];
    return [record(0x02014b50, [[VERSION, 2], [VERSION, 2], ...common(entry), ...attributes]), entry.name];
  });
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = entries.length;
  const end: Field[] = [
    ...([0, 0, count, count] as const).map((value): Field => [value, 2]),
    ...([size, at] as const).map((value): Field => [value, 4]),
    [0, 2],
  ];
  return Uint8Array.from(Buffer.concat([...parts, ...directory, record(0x06054b50, end)]));
}

/** Pieces that each end at a whole byte follow one another as one deflated stream (RFC 1951, section 3.2.4). */
function* packed(bytes: Uint8Array): Generator<undefined, { crc: number; packed: Buffer }> {
  const pieces: Buffer[] = [];
  let crc = 0;
  for (let at = 0; at === 0 || at < bytes.length; at += STEP) {
    const piece = bytes.subarray(at, at + STEP);
    const last = at + STEP >= bytes.length;
    crc = crc32(piece, crc);
    pieces.push(deflateRawSync(piece, { finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH }));
    yield;
  }
  return { crc, packed: Buffer.concat(pieces) };
}

/** A number and the bytes that it takes. */
type Field = readonly [value: number, width: 2 | 4];

function common({ name, crc, size, packed }: Omit<Entry, "at">): Field[] {
  return [
    ...([UTF8_NAMES, DEFLATED, 0, DATE] as const).map((value): Field => [value, 2]),
    ...([crc, packed.length, size] as const).map((value): Field => [value, 4]),
    [name.length, 2],
    [0, 2],
  ];
}

function record(signature: number, fields: readonly Field[]): Buffer {
  const all: Field[] = [[signature, 4], ...fields];
  const bytes = Buffer.alloc(all.reduce((sum, [, width]) => sum + width, 0));
  let at = 0;
  for (const [value, width] of all) at = bytes.writeUIntLE(value, at, width);
  return bytes;
}
