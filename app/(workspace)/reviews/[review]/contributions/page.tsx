import type { Metadata } from "next";
import Link from "next/link";
import { RecordContribution } from "@/components/capture/contribution/record-contribution";
import { StanceSign } from "@/components/capture/contribution/stance-sign";
import { ThemeChip } from "@/components/tag/codebook/theme-chip";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/navigation/pagination";
import { forPage, pageViewer } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { listContributions } from "@/lib/capture/contribution/queries/contributions";
import { getRoundtable, listRoundtableTitles } from "@/lib/capture/roundtable/queries/roundtables";
import { countOf } from "@/lib/platform/count-words";
import { timeWords } from "@/lib/capture/contribution/contribution-words";
import { formatDate } from "@/lib/platform/dates";
import { listTaggings } from "@/lib/tag/coding/queries/taggings";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { CountedNote } from "../counted-note";
import { FilterForm } from "./filter-form";
import { addressOf, readFilters } from "./filters";

export const metadata: Metadata = { title: "Contributions" };

export default async function Contributions({
  params,
  searchParams,
}: PageProps<"/reviews/[review]/contributions">) {
  const { review: slug } = await params;
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, slug));
  const filters = readFilters(await searchParams);
  const roundtables = await forPage(listRoundtableTitles(viewer, review.id));
  const themes = await forPage(listThemes(viewer, review.id));
  const roundtable = filters.roundtable
    ? await forPage(getRoundtable(viewer, review.id, filters.roundtable))
    : null;
  const narrowed = [filters.question, filters.speaker, filters.theme, filters.words, filters.left].some(
    Boolean,
  );
  const theme = themes.find((one) => one.slug === filters.theme);
  const { contributions, next, total } = await forPage(
    listContributions(viewer, {
      reviewId: review.id,
      ...(roundtable ? { roundtableId: roundtable.id } : {}),
      ...(filters.question && roundtable ? { questionId: filters.question } : {}),
      ...(filters.speaker ? { participantId: filters.speaker } : {}),
      ...(theme ? { themeId: theme.id } : {}),
      ...(filters.words ? { words: filters.words } : {}),
      ...(filters.left ? { [filters.left]: true } : {}),
      ...(filters.after ? { after: filters.after } : {}),
    }),
  );
  const taggings = await listTaggings(
    viewer,
    contributions.map(({ id }) => id),
  );
  const here = `/reviews/${review.slug}/contributions`;
  const titles = new Map(roundtables.map(({ id, title, heldOn }) => [id, `${title}, ${formatDate(heldOn)}`]));
  const chips = new Map(themes.map((one) => [one.id, one]));
  return (
    <>
      <PageHeader title="Contributions" meta={countOf(total, "contribution")} />
      {!narrowed && (
        <CountedNote viewer={viewer} reviewId={review.id} roundtableId={roundtable?.id ?? null} />
      )}
      <FilterForm
        here={here}
        filters={filters}
        roundtables={roundtables}
        questions={roundtable?.questions ?? []}
        themes={themes}
      />
      {contributions.length === 0 ? (
        <div className="mt-8">
          <EmptyState
            title={
              total === 0 && roundtables.length === 0
                ? "Nothing has been said yet"
                : "No contribution matches"
            }
          >
            {roundtables.length === 0
              ? "Contributions come from roundtables. Plan one, start its session and log what people say."
              : "Use fewer filters, or different words."}
          </EmptyState>
        </div>
      ) : (
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
                    {[...new Set(taggings.get(contribution.id)?.map(({ themeId }) => themeId))].map((id) => {
                      const chip = chips.get(id);
                      return (
                        chip && (
                          <ThemeChip key={id} title={chip.title} colour={chip.colour} axis={chip.axis} />
                        )
                      );
                    })}
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
      )}
      <Pagination
        label="Pages of contributions"
        {...(filters.after
          ? {
              previous: {
                href: addressOf(here, { ...filters, after: undefined }),
                label: "Back to the first",
              },
            }
          : {})}
        {...(next ? { next: { href: addressOf(here, { ...filters, after: next }) } } : {})}
      />
    </>
  );
}
