/** An entry of a ZIP archive as the list at its end has it; `from` and `to` bound its packed bytes. */
export type ZipEntry = {
  name: string;
  /** "other" cannot be read here: under a password, or packed as no office program packs. */
  packing: "stored" | "deflated" | "other";
  crc: number;
  from: number;
  to: number;
};

const [LOCAL, LISTED, END] = [0x04034b50, 0x02014b50, 0x06054b50];
/** The record at the end, and the longest comment after it. */
const END_BYTES = 22;
const LISTED_BYTES = 46;
const LOCAL_BYTES = 30;
const MAX_COMMENT = 0xffff;
const ENCRYPTED = 0x1;
const UTF8 = 0x800;
const PACKINGS = new Map<number, "stored" | "deflated">([
  [0, "stored"],
  [8, "deflated"],
]);
/** Where 32 bits hold no number, an extra field does (APPNOTE 6.3.3, section 4.5.3). */
const ELSEWHERE = 0xffffffff;
const ZIP64 = 0x1;

/**
 * The entries of a ZIP archive by the list at its end (APPNOTE 6.3.3, section 4.3.12), which alone says where each
 * begins and how long it is: what stands between may look like an entry, being an archive itself, and a program
 * that writes as it goes knows no length before the end. Throws RangeError where the archive is not whole.
 */
export function* zipEntries(bytes: Uint8Array): Generator<ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < count; n++) {
    must(view.getUint32(at, true) === LISTED);
    const [names, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const [nameLength, extraLength] = [names ?? 0, extra ?? 0];
    yield entryAt(view, at, nameLength, extraLength);
    at += LISTED_BYTES + nameLength + extraLength + (comment ?? 0);
  }
}

function entryAt(view: DataView, at: number, nameLength: number, extraLength: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const packing = (flags & ENCRYPTED) === 0 ? PACKINGS.get(view.getUint16(at + 10, true)) : undefined;
  const names = new Uint8Array(view.buffer, view.byteOffset + at + LISTED_BYTES, nameLength);
  const numbers = [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ];
  const [, size = 0, offset = 0] = widened(view, numbers, at + LISTED_BYTES + nameLength, extraLength);
  must(view.getUint32(offset, true) === LOCAL);
  const from = offset + LOCAL_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  must(from + size <= view.byteLength);
  return {
    name: Buffer.from(names).toString((flags & UTF8) === 0 ? "latin1" : "utf8"),
    packing: packing ?? "other",
    crc: view.getUint32(at + 16, true),
    from,
    to: from + size,
  };
}

function endOf(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at--)
    if (view.getUint32(at, true) === END) return at;
  throw new RangeError("There is no end.");
}

/** The numbers, those that are elsewhere taken from the extra field, where they stand one after the other. */
function widened(view: DataView, numbers: readonly number[], at: number, length: number): number[] {
  let next = at;
  while (next < at + length && view.getUint16(next, true) !== ZIP64)
    next += 4 + view.getUint16(next + 2, true);
  next += 4;
  return numbers.map((number) => {
    if (number !== ELSEWHERE) return number;
    must(next + 8 <= at + length);
    const wide = Number(view.getBigUint64(next, true));
    next += 8;
    return wide;
  });
}

function must(holds: boolean): void {
  if (!holds) throw new RangeError("The archive is damaged.");
}
