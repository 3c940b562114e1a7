import iconv from "iconv-lite";

/** The encodings that files of English prose come in, the more usual first. */
export const ENCODINGS = [
  "UTF-8",
  "UTF-16 LE",
  "UTF-16 BE",
  "Windows-1252",
  "Mac Roman",
  "ISO-8859-15",
  "CP850",
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Those in which each byte is a character. */
export const SINGLE_BYTE = ["Windows-1252", "Mac Roman", "ISO-8859-15", "CP850"] as const;
export type SingleByte = (typeof SINGLE_BYTE)[number];

const LABELS = { "UTF-8": "utf-8", "UTF-16 LE": "utf-16le", "UTF-16 BE": "utf-16be" } as const;
const CODECS: Record<SingleByte, string> = {
  "Windows-1252": "windows1252",
  "Mac Roman": "macroman",
  "ISO-8859-15": "iso885915",
  CP850: "cp850",
};

const EVERY_BYTE = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
const tables = new Map<SingleByte, readonly string[]>();

/** The character of each byte; U+FFFD where the encoding has none. */
export function tableOf(encoding: SingleByte): readonly string[] {
  const known = tables.get(encoding);
  if (known) return known;
  const table = [...inCodec(EVERY_BYTE, encoding)].map((sign, byte) => (isC1(byte, sign) ? "\uFFFD" : sign));
  tables.set(encoding, table);
  return table;
}

/** Control characters that no program writes into text. */
const isC1 = (byte: number, sign: string) => byte >= 0x80 && sign >= "\u0080" && sign <= "\u009F";

function inCodec(bytes: Buffer, encoding: SingleByte): string {
  const text = iconv.decode(bytes, CODECS[encoding]);
  // Since 1998 Macs write the euro where they wrote the sign for any currency.
  return encoding === "Mac Roman" ? text.replaceAll("¤", "€") : text;
}

const PIECE = 256 * 1024;

/** The text in pieces, U+FFFD for what cannot be read. A byte order mark is taken away. */
export function* decoded(bytes: Uint8Array, encoding: Encoding): Generator<string> {
  if (isSingleByte(encoding)) {
    for (let at = 0; at < bytes.length; at += PIECE)
      yield inCodec(Buffer.from(bytes.subarray(at, at + PIECE)), encoding);
    return;
  }
  const decoder = new TextDecoder(LABELS[encoding]);
  for (let at = 0; at < bytes.length; at += PIECE)
    yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
  yield decoder.decode();
}

export function isSingleByte(encoding: Encoding): encoding is SingleByte {
  return (SINGLE_BYTE as readonly Encoding[]).includes(encoding);
}
