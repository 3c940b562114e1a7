import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { z } from "zod";
import { refusedFile } from "@/lib/capture/import/reading/limits";
import { invalid } from "@/lib/platform/errors";
import { sha256 } from "@/lib/platform/digest";

/** What a page carries from the preview to the confirmation: characters of a form's field. */
const MAX_PAYLOAD = 4 * 1024 * 1024;
const MAX_UNPACKED = 64 * 1024 * 1024;

/**
 * What was read of a file, packed so that the page itself carries it to the confirmation: the file is kept
 * nowhere. It comes back from a browser, and is checked like anything else that does.
 */
export function packPayload(content: unknown): string {
  const packed = deflateRawSync(JSON.stringify(content)).toString("base64");
  if (packed.length > MAX_PAYLOAD)
    throw refusedFile(
      "This file has more in it than we can import at once. Export it in parts, and import them one after the other.",
    );
  return packed;
}

/** What was payload, checked. */
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

/** The same for the same thing: whether what was previewed is still what would be done. */
export function fingerprintOf(thing: unknown): string {
  return Buffer.from(sha256(JSON.stringify(thing))).toString("hex");
}
