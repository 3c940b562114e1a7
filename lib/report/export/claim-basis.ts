import type { FindingSide } from "@/lib/aggregate/publication/report/figure-ref";
import type { Release } from "@/lib/aggregate/publication/release-contents";
import { asSentence, upperFirst } from "@/lib/aggregate/publication/words/clause";
import { startingSentence } from "@/lib/aggregate/publication/words/published-words";

/** What a claim rests on, as a release has it: a finding, or a theme as a whole. Never a contribution. */
export type ClaimBasis = {
  theme: { slug: string; title: string };
  /** null where the claim tells of the theme as a whole. */
  finding: { id: string; text: string; side: FindingSide } | null;
};

type Rested = { findingId: string | null; side: FindingSide; themeId: string | null };

/** null for a claim that rests on contributions alone, and for what the release does not have. */
export function basisIn(release: Release, { findingId, side, themeId }: Rested): ClaimBasis | null {
  const finding = release.findings.find(({ id }) => id === findingId);
  const theme = release.tables
    .flatMap(({ themes }) => themes)
    .find(({ id }) => id === (finding?.themeId ?? themeId));
  if (!theme) return null;
  return {
    theme: { slug: theme.slug, title: theme.title },
    finding: finding ? { id: finding.id, text: finding.text, side } : null,
  };
}

/** What stands in a footnote of a claim. A finding is worded by facilitators, and stands without quotation marks: "About 15 of 29 people. Finding: Pay for coaches. Theme: Coaching." */
export function evidenceNote({ words, basis }: { words: string | null; basis: ClaimBasis | null }): string {
  const figure = words === null ? "No figure is published of this." : `${startingSentence(words)}.`;
  if (!basis) return figure;
  const theme = `Theme: ${basis.theme.title}.`;
  if (!basis.finding) return `${figure} ${theme}`;
  const { text, side } = basis.finding;
  return `${figure} ${side === "supports" ? "Finding" : "Seen differently from the finding"}: ${asSentence(text)} ${theme}`;
}

/** What a claim says where it stands alone: one of a theme, which may say "this", after the title: "Coaching. This was raised by some." */
export function statementOf({ text, basis }: { text: string; basis: ClaimBasis | null }): string {
  const said = text.trim();
  if (!basis || basis.finding || said.toLowerCase().includes(basis.theme.title.toLowerCase())) return said;
  return `${asSentence(basis.theme.title)} ${upperFirst(said)}`;
}
