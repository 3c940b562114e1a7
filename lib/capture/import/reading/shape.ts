import { sha256 } from "@/lib/platform/digest";
import type { Format } from "./format";

/** Files of one shape have the same format and the same headings, in the same order. */
export function shapeOf(format: Format, header: readonly string[]): Uint8Array<ArrayBuffer> {
  return sha256(JSON.stringify([format, ...header.map((title) => title.trim().toLowerCase())]));
}
