import type { Metadata } from "next";
import { RefreshOnChange } from "@/app/(workspace)/refresh-on-change";
import { packPage } from "@/components/tag/coding/contribution/packed-page";
import { PassageList } from "@/components/tag/passage/passage-list";
import { ButtonLink } from "@/components/ui/navigation/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/navigation/pagination";
import { can } from "@/lib/access/policy";
import { forPage } from "@/lib/access/page";
import { listRoundtableTitles } from "@/lib/capture/roundtable/queries/roundtables";
import { countOf } from "@/lib/platform/text/count-words";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { listCoding } from "@/lib/tag/coding/queries/coding";
import { countPassages } from "@/lib/tag/coding/queries/passages";
import { listCodingContributions } from "@/lib/tag/coding/queries/workbench";
import { readKept, saveTagging, sendTagging } from "../../../coding/actions";
import { contributionToCode, themeInWords } from "../../../coding/contribution-to-code";
import { readTheme } from "../read-theme";
import { PassageFilters } from "./passage-filters";
import { passageFilter, passagesHref, readPassagesAddress } from "./read-passages";
import { TakeAway } from "./take-away";

type Props = PageProps<"/reviews/[review]/themes/[theme]/passages">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Passages of ${(await readTheme(params)).theme.title}` };
}

export default async function PassagesPage({ params, searchParams }: Props) {
  const { viewer, review, theme, home, here: themeHref, crumbs } = await readTheme(params);
  const address = readPassagesAddress(await searchParams);
  const { stance, roundtable, after, before, recode } = address;
  const filter = await forPage(passageFilter(viewer, { reviewId: review.id, themeId: theme.id }, address));
  const page = await forPage(listCodingContributions(viewer, { ...filter, after, before }));
  const { contributions, previous, next, total } = page;
  const passages = await countPassages(viewer, filter);
  const coding = await listCoding(
    viewer,
    contributions.map(({ id }) => id),
  );
  const themes = await listThemes(viewer, review.id, { retired: true });
  const roundtables = await listRoundtableTitles(viewer, review.id);
  const shown = contributions.map((contribution) => contributionToCode(contribution, roundtables));
  const here = `${themeHref}/passages`;
  const at = (place: { after?: string; before?: string }) =>
    passagesHref(here, { stance, roundtable, ...place });
  return (
    <>
      <RefreshOnChange watch={{ reviewId: review.id }} />
      <PageHeader
        compact
        title={`Passages: ${theme.title}`}
        breadcrumb={[{ label: review.title, href: home }, ...crumbs, { label: "Passages" }]}
        meta={
          passages === total
            ? countOf(passages, "passage")
            : `${countOf(passages, "passage")} in ${countOf(total, "contribution")}`
        }
        actions={
          <>
            <ButtonLink href={`${home}/coding?theme=${theme.slug}`} variant="quiet" size="small">
              Set themes
            </ButtonLink>
            {total > contributions.length && (
              <a href={passagesHref(`${here}/all`, { stance, roundtable })}>All on one page</a>
            )}
            <TakeAway here={here} stance={stance} roundtable={roundtable} />
          </>
        }
      />
      <PassageFilters here={here} roundtables={roundtables} stance={stance} roundtable={roundtable} />
      {contributions.length === 0 && (
        <EmptyState title="There are no passages">
          {stance || roundtable
            ? "Choose another stance or roundtable."
            : "The theme has not been set on a contribution yet."}
        </EmptyState>
      )}
      <PassageList
        page={packPage({ contributions: shown, coding }, themes)}
        themeId={theme.id}
        themes={themes.map(themeInWords)}
        opened={recode ?? null}
        stance={stance}
        mayRemoveOthers={can(viewer, "codebook.change", { reviewId: review.id })}
        href={passagesHref(here, { ...address, recode: undefined })}
        actions={{
          send: sendTagging,
          save: saveTagging,
          readKept: readKept.bind(null, review.id, false),
        }}
      >
        <Pagination
          label="Pages of passages"
          {...(previous ? { previous: { href: at({ before: previous }) } } : {})}
          {...(next ? { next: { href: at({ after: next }) } } : {})}
        />
      </PassageList>
    </>
  );
}
