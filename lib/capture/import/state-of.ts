import { canonicalJson } from "@/lib/platform/canonical-json";
import { sha256 } from "@/lib/platform/digest";

type State = { format: string; rows: number; mapping: unknown; reading: unknown; speakers: unknown };

/** How a file that waits is read and set up, as a digest: a form says which state it was filled in for. */
export function stateOf({ format, rows, mapping, reading, speakers }: State): string {
  const state = canonicalJson([format, rows, mapping, reading, speakers]);
  return Buffer.from(sha256(state)).toString("hex").slice(0, 32);
}
