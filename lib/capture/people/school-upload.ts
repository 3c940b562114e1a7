import { invalid, tooLarge } from "@/lib/platform/errors";
import { EXTRACT_PROBLEMS } from "./school";

/** The extract has 60 MB, and grows by one or two a year. */
export const MAX_EXTRACT_BYTES = 150 * 1024 * 1024;

/** Refuses by the length that a request declares, before anything is read. */
export function requireExtractSize(declared: string | null): void {
  if (Number(declared ?? 0) > MAX_EXTRACT_BYTES) throw tooLarge(EXTRACT_PROBLEMS.large, "file");
}

const HEAD_END = Buffer.from("\r\n\r\n");
/** The headers of a part are a few lines long. */
const MAX_HEAD = 16 * 1024;

/**
 * The bytes of the first file in a multipart form (RFC 7578), passed on as they arrive, so that a file of 60
 * MB is never held whole. Refuses one that did not arrive completely, or of which more arrives than `maxBytes`.
 */
export async function* firstFile(
  body: ReadableStream<Uint8Array>,
  contentType: string | null,
  maxBytes = MAX_EXTRACT_BYTES,
): AsyncGenerator<Uint8Array> {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType ?? "")?.[1];
  if (!boundary) throw invalid(EXTRACT_PROBLEMS.none, "file");
  const end = Buffer.from(`\r\n--${boundary}`);
  let held = Buffer.alloc(0);
  let inside = false;
  let arrived = 0;
  for await (const chunk of chunksOf(body)) {
    arrived += chunk.length;
    if (arrived > maxBytes) throw tooLarge(EXTRACT_PROBLEMS.large, "file");
    held = Buffer.concat([held, chunk]);
    if (!inside) {
      const head = fileHead(held, end);
      if (head === null) continue;
      held = held.subarray(head);
      inside = true;
    }
    const at = held.indexOf(end);
    if (at >= 0) {
      yield held.subarray(0, at);
      return;
    }
    // What may be the beginning of the boundary waits for the next chunk.
    const sure = held.length - end.length;
    if (sure <= 0) continue;
    yield held.subarray(0, sure);
    held = held.subarray(sure);
  }
  throw invalid(EXTRACT_PROBLEMS.cut, "file");
}

/** Where the file's bytes begin; null until its headers have arrived. */
function fileHead(held: Buffer, end: Buffer): number | null {
  const named = held.indexOf("filename=");
  const head = named < 0 ? -1 : held.indexOf(HEAD_END, named);
  if (head >= 0) return head + HEAD_END.length;
  if (held.length > MAX_HEAD || held.indexOf(`${end.toString()}--`) >= 0)
    throw invalid(EXTRACT_PROBLEMS.none, "file");
  return null;
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}
