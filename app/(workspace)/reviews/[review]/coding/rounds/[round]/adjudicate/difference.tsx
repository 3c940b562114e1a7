import { shownContribution } from "@/components/tag/coding/shown-contribution";
import { ContributionWords } from "@/components/tag/coding/contribution-words";
import { ThemeWords } from "@/components/tag/rounds/theme-words";
import { ThemeChip } from "@/components/tag/codebook/theme-chip";
import type { DifferenceDetail } from "@/lib/tag/rounds/queries/round-difference";
import type { Theme } from "@/lib/tag/codebook/theme";
import { Memos } from "./choices";

type Props = { detail: DifferenceDetail; theme: Theme | undefined };

/** What a decision is based on: the words, the coders' memos, and the theme's definition. */
export function Difference({ detail: { contribution, memos }, theme }: Props) {
  return (
    <div className="min-w-0 lg:sticky lg:top-4 lg:self-start">
      {contribution.question && (
        <p className="mb-2 max-w-measure text-meta text-soft">{contribution.question.text}</p>
      )}
      <ContributionWords contribution={{ ...shownContribution(contribution), stance: null }} />
      <Memos memos={memos} />
      {theme && (
        <section aria-label="The theme" className="mt-6 text-meta">
          <p className="mb-1">
            <ThemeChip {...theme} />
          </p>
          <ThemeWords theme={theme} />
        </section>
      )}
    </div>
  );
}
