import { Zip, ZipDeflate } from "fflate";

/** A file of an archive; its text in parts is never all in memory. */
export type ZippedFile = { name: string; parts: Iterable<string> | AsyncIterable<string> };

/** A ZIP archive in parts: each part of a file is compressed and given on before the next one is made. */
export async function* zipStream(
  files: readonly ZippedFile[],
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const out: Uint8Array<ArrayBuffer>[] = [];
  const faults: Error[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) faults.push(error);
    else out.push(Uint8Array.from(chunk));
  });
  const taken = () => {
    const [fault] = faults;
    if (fault) throw fault;
    return out.splice(0);
  };
  const encoder = new TextEncoder();
  for (const { name, parts } of files) {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    for await (const part of parts) {
      entry.push(encoder.encode(part));
      yield* taken();
    }
    entry.push(new Uint8Array(), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
