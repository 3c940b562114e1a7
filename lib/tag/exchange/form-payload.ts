import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { z } from "zod";
import { refusedFile } from "@/lib/capture/import/reading/limits";
import { invalid } from "@/lib/platform/errors";
import { sha256 } from "@/lib/platform/digest";

/** The most characters of a form's field that a page sends from the preview to the confirmation. */
const MAX_PAYLOAD = 4 * 1024 * 1024;
const MAX_UNPACKED = 64 * 1024 * 1024;

/**
 * The contents of a file, compressed so that the page itself sends them to the confirmation: the file is not
 * stored. They come back from a browser, so they are checked like any input.
 */
export function packPayload(content: unknown): string {
  const packed = deflateRawSync(JSON.stringify(content)).toString("base64");
  if (packed.length > MAX_PAYLOAD)
    throw refusedFile(
      "This file has more in it than we can import at once. Export it in parts, and import them one after the other.",
    );
  return packed;
}

/** Unpacks and checks the payload. */
export function unpackPayload<Schema extends z.ZodType>(packed: string, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(unpacked(packed));
  if (!parsed.success) throw invalid("This page is not complete. Choose the file again.");
  return parsed.data;
}

function unpacked(packed: string): unknown {
  if (packed.length > MAX_PAYLOAD) return undefined;
  try {
    const json = inflateRawSync(Buffer.from(packed, "base64"), { maxOutputLength: MAX_UNPACKED });
    return JSON.parse(json.toString());
  } catch {
    return undefined;
  }
}

/** Equal for equal values: used to check that what was previewed is still what would be done. */
export function fingerprintOf(thing: unknown): string {
  return Buffer.from(sha256(JSON.stringify(thing))).toString("hex");
}
