"use client";

import { Link } from "@/components/ui/link";
import {
  RecordContribution,
  type RecordedContribution,
} from "@/components/capture/contribution/record-contribution";
import { StanceSign } from "@/components/capture/contribution/stance-sign";
import { ThemeChip } from "@/components/tag/codebook/theme-chip";
import type { ShownTheme } from "@/components/tag/coding/taggings";
import { timeWords } from "@/lib/capture/contribution/contribution-words";
import type { Stance } from "@/lib/capture/contribution/stance";

export type ListedContribution = RecordedContribution & {
  /** Its roundtable, where it is the first of that. */
  heading: string | null;
  stance: Stance | null;
  themeIds: readonly string[];
  cleared: boolean;
};

type Props = {
  here: string;
  contributions: readonly ListedContribution[];
  themes: readonly Pick<ShownTheme, "id" | "title" | "colour" | "axis">[];
};

/**
 * Contributions, each roundtable's under its title, with how far each has come. A client component, so that the page holds
 * each of them as HTML and as short data, and not as HTML twice.
 */
export function ContributionList({ here, contributions, themes }: Props) {
  return (
    <div className="mt-4">
      {contributions.map((contribution) => (
        <div key={contribution.id}>
          {contribution.heading !== null && <h2 className="mt-6 mb-1">{contribution.heading}</h2>}
          <RecordContribution
            contribution={contribution}
            signs={
              <>
                {contribution.stance && <StanceSign stance={contribution.stance} />}
                {contribution.themeIds.map((themeId) => {
                  const theme = themes.find(({ id }) => id === themeId);
                  return theme && <ThemeChip key={themeId} {...theme} />;
                })}
                {contribution.cleared && <span>Cleared</span>}
              </>
            }
            actions={
              <Link href={`${here}/${contribution.id}`}>
                Open<span className="sr-only">{` the contribution of ${timeWords(contribution)}`}</span>
              </Link>
            }
          />
        </div>
      ))}
    </div>
  );
}
