import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";

export type WholeFile = { name: string; bytes: Uint8Array };

/** The earliest date that ZIP can store; ZIP has local time. */
const FIRST_DAY = new Date(1980, 0, 1);

/**
 * A ZIP archive of files that are in memory, without times: the same files give the same bytes. Sizes stand before each
 * file, for programs that read from the front. Node compresses them, in a third of the time that a library in JavaScript takes.
 */
export async function zipFile(files: readonly WholeFile[]): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipFile();
  for (const { name, bytes } of files)
    zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), name, {
      mtime: FIRST_DAY,
      forceDosTimestamp: true,
    });
  zip.end();
  return Uint8Array.from(await buffer(zip.outputStream));
}
