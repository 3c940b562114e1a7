const SIGNATURE_BYTES = 8;
/** Four bytes of length and four of type before a chunk's data, four of CRC behind it. */
const LENGTH_AND_TYPE = 8;
const CRC_BYTES = 4;

/**
 * A PNG with texts in its metadata: an iTXt chunk of UTF-8 for each keyword, behind the header chunk IHDR (W3C PNG,
 * third edition, 11.3.3.4). `png` is the whole file.
 */
export function withPngText(
  png: Uint8Array,
  texts: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const end = SIGNATURE_BYTES + LENGTH_AND_TYPE + view.getUint32(SIGNATURE_BYTES) + CRC_BYTES;
  const chunks = Object.entries(texts).map(([keyword, text]) => textChunk(keyword, text));
  return joined([png.subarray(0, end), ...chunks, png.subarray(end)]);
}

/** Keyword, no compression, no language, no translated keyword, text. */
function textChunk(keyword: string, text: string): Uint8Array<ArrayBuffer> {
  const data = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0${text}`);
  const chunk = new Uint8Array(data.length + 4 + CRC_BYTES);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length - 4);
  chunk.set(data, 4);
  view.setUint32(4 + data.length, crc32(data));
  return chunk;
}

/** The CRC of PNG (ISO 3309), over a chunk's type and data. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
