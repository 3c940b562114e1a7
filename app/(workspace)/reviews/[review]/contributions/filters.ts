import { z } from "zod";

// PostgreSQL does not accept NUL in a text.
const one = z
  .string()
  .max(200)
  .refine((text) => !text.includes("\u0000"))
  .optional()
  .catch(undefined);
const id = z.uuid().optional().catch(undefined);

const Filters = z.object({
  roundtable: one,
  question: id,
  speaker: id,
  theme: one,
  words: one,
  left: z.enum(["untagged", "uncleared"]).optional().catch(undefined),
  after: id,
});
export type ContributionFilters = z.output<typeof Filters>;

/** The list's filters from the address; invalid values are left out. */
export function readFilters(query: Record<string, string | string[] | undefined>): ContributionFilters {
  const given = Object.entries(query).filter(([, value]) => typeof value === "string" && value !== "");
  return Filters.parse(Object.fromEntries(given));
}

export function addressOf(here: string, filters: ContributionFilters): string {
  const given = Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const query = new URLSearchParams(given).toString();
  return query === "" ? here : `${here}?${query}`;
}

/** Whether more than the roundtable narrows the list: what is counted can then not be told from it. */
export function narrowsFurther({ question, speaker, theme, words, left }: ContributionFilters): boolean {
  return [question, speaker, theme, words, left].some((value) => value !== undefined);
}
