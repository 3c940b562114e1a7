import { z } from "zod";
import { BearingField } from "@/lib/synthesise/finding/evidence-input";

const optionalId = z.uuid().optional().catch(undefined);

const Search = z.object({
  words: z.string().max(200).catch(""),
  scope: z.enum(["theme", "all"]).catch("theme"),
  /** The slug of a roundtable; empty for all of them. */
  roundtable: z.string().max(200).catch(""),
  after: optionalId,
  removed: optionalId,
  bearing: BearingField.catch("supports"),
});
export type Search = z.infer<typeof Search>;

/** The values in the address; invalid ones count as absent. */
export function readSearch(searchParams: unknown): Search {
  return Search.parse(searchParams);
}
