import { Link } from "@/components/ui/link";
import { RecordContribution } from "@/components/capture/contribution/record-contribution";
import { StanceSign } from "@/components/capture/contribution/stance-sign";
import { ThemeChip } from "@/components/tag/codebook/theme-chip";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import { timeWords } from "@/lib/capture/contribution/contribution-words";
import type { RoundtableTitle } from "@/lib/capture/roundtable/roundtable";
import { formatDate } from "@/lib/platform/text/dates";
import type { Theme } from "@/lib/tag/codebook/theme";
import type { ContributionTagging } from "@/lib/tag/coding/tagging";

type Props = {
  here: string;
  /** In the order of the list: those of one roundtable stand together. */
  contributions: readonly Contribution[];
  roundtables: readonly RoundtableTitle[];
  taggings: ReadonlyMap<string, readonly ContributionTagging[]>;
  themes: readonly Theme[];
};

/** Contributions, each roundtable's under its title, with how far each has come. */
export function ContributionList({ here, contributions, roundtables, taggings, themes }: Props) {
  const titles = new Map(roundtables.map(({ id, title, heldOn }) => [id, `${title}, ${formatDate(heldOn)}`]));
  const themesById = new Map(themes.map((theme) => [theme.id, theme]));
  const themesOn = (contributionId: string) =>
    [...new Set(taggings.get(contributionId)?.map(({ themeId }) => themeId))].flatMap(
      (id) => themesById.get(id) ?? [],
    );
  return (
    <div className="mt-4">
      {contributions.map((contribution, index) => (
        <div key={contribution.id}>
          {contribution.roundtableId !== contributions[index - 1]?.roundtableId && (
            <h2 className="mt-6 mb-1">{titles.get(contribution.roundtableId)}</h2>
          )}
          <RecordContribution
            contribution={contribution}
            signs={
              <>
                {contribution.stance && <StanceSign stance={contribution.stance} />}
                {themesOn(contribution.id).map(({ id, title, colour, axis }) => (
                  <ThemeChip key={id} title={title} colour={colour} axis={axis} />
                ))}
                <span>{contribution.clearance ? "Cleared" : ""}</span>
              </>
            }
            actions={
              <Link href={`${here}/${contribution.id}`} className="inline-block py-0.5">
                Open
                <span className="sr-only"> the contribution of {timeWords(contribution)}</span>
              </Link>
            }
          />
        </div>
      ))}
    </div>
  );
}
