import { z } from "zod";
import { citeFinding, citeTheme } from "@/lib/aggregate/publication/words/citation";
import { tableOf, type Release } from "@/lib/aggregate/publication/release-contents";

const optionalId = z.preprocess((value) => (value === "" ? null : value), z.uuid().nullable()).default(null);

/** Which figure or finding of a release somebody cites. */
export const KeepCitationInput = z.object({
  reviewId: z.uuid(),
  release: z.coerce.number().int().positive(),
  themeId: z.uuid(),
  /** null: the figure of the whole review. */
  roundtableId: optionalId,
  /** null: how many people raised the theme. */
  findingId: optionalId,
});
export type KeepCitationInput = z.output<typeof KeepCitationInput>;

export const CitationIdInput = z.object({ id: z.uuid() });

export type Cited = Pick<KeepCitationInput, "themeId" | "findingId"> & {
  roundtable: { slug: string; title: string } | null;
};

/** What the cited figure says in that release, before where it is from; null where the release does not tell it. */
export function citedWords({ themeId, findingId, roundtable }: Cited, release: Release): string | null {
  const table = tableOf(release, roundtable?.slug ?? null);
  if (!table) return null;
  if (findingId !== null) {
    const finding = release.findings.find(({ id }) => id === findingId);
    return finding ? citeFinding(finding, table) : null;
  }
  const theme = table.themes.find(({ id }) => id === themeId);
  return theme ? citeTheme(theme, table, release) : null;
}

/** Whether the latest release still says what was cited. */
export type CitationState = { is: "same" } | { is: "changed"; words: string } | { is: "gone" };

/** Compares what a reader reads: a figure whose words stay the same has not changed. */
export function citationState(cited: Cited, then: Release, latest: Release): CitationState {
  const words = citedWords(cited, latest);
  if (words === null) return { is: "gone" };
  return words === citedWords(cited, then) ? { is: "same" } : { is: "changed", words };
}
