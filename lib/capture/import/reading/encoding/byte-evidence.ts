/** What one pass over the bytes of a file finds. */
export type ByteEvidence = {
  /** How often each byte occurs. */
  counts: Uint32Array;
  /** Where the first bytes above 127 are: enough to judge an encoding by. */
  high: number[];
  /** Characters of several bytes that are right in UTF-8, and places that are wrong. */
  utf8: { right: number; wrong: number; cutAtEnd: boolean };
};

const ENOUGH = 4_000;

export function byteEvidence(bytes: Uint8Array): ByteEvidence {
  const counts = new Uint32Array(256);
  const high: number[] = [];
  const utf8 = { right: 0, wrong: 0, cutAtEnd: false };
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    counts[byte] = (counts[byte] ?? 0) + 1;
    if (byte < 0x80) continue;
    if (high.length < ENOUGH) high.push(at);
    const length = sequenceLength(byte);
    let found = 1;
    while (found < length && isContinuation(bytes[at + found])) found++;
    if (length > 1 && found === length) utf8.right++;
    else utf8.wrong++;
    if (length > 1 && found < length && at + found === bytes.length) utf8.cutAtEnd = true;
    for (let inside = 1; inside < found; inside++) {
      const one = bytes[at + inside] ?? 0;
      counts[one] = (counts[one] ?? 0) + 1;
      if (high.length < ENOUGH) high.push(at + inside);
    }
    at += found - 1;
  }
  return { counts, high, utf8 };
}

function sequenceLength(byte: number): number {
  if (byte >= 0xc2 && byte < 0xe0) return 2;
  if (byte >= 0xe0 && byte < 0xf0) return 3;
  return byte >= 0xf0 && byte < 0xf5 ? 4 : 1;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}

/** Whether the text is UTF-8 in which a few characters are broken, or that was cut in the middle of one. */
export function isDamagedUtf8({ utf8 }: ByteEvidence): boolean {
  const { right, wrong, cutAtEnd } = utf8;
  return right > 0 && (right >= 2 * wrong || (cutAtEnd && wrong === 1));
}

/** UTF-16 without its mark: in English every other byte is zero, and no others are. */
export function utf16WithoutMark(bytes: Uint8Array): "UTF-16 LE" | "UTF-16 BE" | null {
  const start = bytes.subarray(0, 65_536);
  const zeros = [0, 0];
  for (let at = 0; at < start.length; at++) if (start[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const pairs = start.length / 2;
  const [even = 0, odd = 0] = zeros;
  if (odd >= pairs * 0.5 && even <= pairs * 0.02) return "UTF-16 LE";
  return even >= pairs * 0.5 && odd <= pairs * 0.02 ? "UTF-16 BE" : null;
}

/** Bytes below 32 that stand in texts: tab, the ends of lines and pages, and the end of a file of DOS. */
const IN_TEXTS = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a]);

export function hasControls({ counts }: ByteEvidence): boolean {
  return counts.subarray(0, 0x20).some((count, byte) => count > 0 && !IN_TEXTS.has(byte));
}
