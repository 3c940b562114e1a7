import { z } from "zod";
import type { Left } from "./coding-filter";

const word = z
  .string()
  .trim()
  .min(1)
  .max(200)
  // PostgreSQL does not accept NUL in a text.
  .refine((text) => !text.includes("\u0000"))
  .optional()
  .catch(undefined);
const id = z.uuid().optional().catch(undefined);
const LEFT_KEYS = ["untagged", "stale", "flagged", "disagreed", "mine"] as const satisfies Left[];

/** The filters in the coding page's address; invalid values count as absent. */
const Address = z.object({
  roundtable: word,
  question: id,
  left: z.enum(LEFT_KEYS).optional().catch(undefined),
  theme: word,
  role: word,
  phase: word,
  setting: word,
  region: word,
  words: word,
  after: id,
  before: id,
  contribution: id,
  /** The batch that was just made, for undoing it. */
  batch: id,
});
export type CodingAddress = z.infer<typeof Address>;

export function readCodingAddress(query: Record<string, string | string[] | undefined>): CodingAddress {
  return Address.parse(query);
}
