import type { Metadata } from "next";
import Link from "next/link";
import { RefreshOnChange } from "@/app/(workspace)/refresh-on-change";
import { TaggingList } from "@/components/tag/coding/tagging-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/navigation/pagination";
import { can } from "@/lib/access/policy";
import { forPage, pageViewer } from "@/lib/access/page";
import { countOf } from "@/lib/platform/count-words";
import { codingAddress, isNarrowed, searchOf } from "@/lib/tag/coding/coding-filter";
import { findBatch } from "@/lib/tag/coding/queries/batches";
import { listCoding } from "@/lib/tag/coding/queries/coding";
import { countListedByTheme } from "@/lib/tag/coding/queries/listed-counts";
import { listCodingContributions } from "@/lib/tag/coding/queries/workbench";
import {
  findLike,
  readKept,
  saveMemo,
  saveMemoChange,
  saveTagging,
  sendTagging,
  suggestFor,
  takeMemoBack,
} from "./actions";
import { BatchNotice } from "./batch-notice";
import { CodingFilters } from "./coding-filters";
import { contributionToCode } from "./contribution-to-code";
import { suggestionsShown } from "./hide-suggestions";
import { MoreTools } from "./more-tools";
import { readSearch } from "./read-search";
import { CountedNote } from "../counted-note";

export const metadata: Metadata = { title: "Set themes" };

export default async function CodingPage({ params, searchParams }: PageProps<"/reviews/[review]/coding">) {
  const viewer = await pageViewer();
  const { review, filters, filter, roundtables, roundtable, themes } = await readSearch(
    viewer,
    (await params).review,
    await searchParams,
  );
  const { after, before } = filters;
  const { contributions, previous, next, total } = await forPage(
    listCodingContributions(viewer, { ...filter, after, before }),
  );
  const coding = await listCoding(
    viewer,
    contributions.map(({ id }) => id),
  );
  const batch = filters.batch ? await findBatch(viewer, review.id, filters.batch) : null;
  const suggesting = await suggestionsShown();
  const home = `/reviews/${review.slug}`;
  const here = `${home}/coding`;
  const search = searchOf(filters);
  const shown = contributions.map((contribution) =>
    contributionToCode(contribution, roundtable ? [] : roundtables),
  );
  const nextHref = next ? codingAddress(here, { ...search, after: next }) : null;
  const previousHref = previous ? codingAddress(here, { ...search, before: previous }) : null;
  const { id: reviewId } = review;
  const narrowed = isNarrowed(filters);
  const header = (
    <>
      <PageHeader
        compact
        title="Set themes"
        breadcrumb={[
          { label: review.title, href: home },
          ...(roundtable
            ? [{ label: roundtable.title, href: `${home}/roundtables/${roundtable.slug}` }]
            : []),
          { label: "Set themes" },
        ]}
        meta={`${countOf(total, "contribution")}${total > contributions.length ? `, ${contributions.length} on this page` : ""}`}
        actions={
          <>
            <ButtonLink href={`${here}/rounds`} variant="quiet" size="small">
              Coding rounds
            </ButtonLink>
            <ButtonLink href={`${here}/exchange`} variant="quiet" size="small">
              Exchange coding
            </ButtonLink>
            <MoreTools viewer={viewer} reviewId={reviewId} suggesting={suggesting} />
          </>
        }
      />
      {batch && <BatchNotice batch={batch} />}
      <CodingFilters
        here={here}
        filters={filters}
        roundtables={roundtables}
        questions={roundtable?.questions ?? []}
        themes={themes}
      >
        {narrowed && total > 0 && (
          <ButtonLink
            href={codingAddress(`${here}/batch`, search)}
            variant="quiet"
            size="small"
            className="ml-auto"
          >
            {total === 1 ? "Set one theme on it" : `Set one theme on all ${total.toLocaleString("en-GB")}`}
          </ButtonLink>
        )}
      </CodingFilters>
    </>
  );
  return (
    <>
      <RefreshOnChange watch={{ reviewId, ...(roundtable ? { roundtableId: roundtable.id } : {}) }} />
      <TaggingList
        contributions={shown}
        coding={Object.fromEntries(coding)}
        themes={themes}
        counts={await countListedByTheme(viewer, filter)}
        total={total}
        header={header}
        passagesHref={`${home}/themes/*/passages${roundtable ? `?roundtable=${roundtable.slug}` : ""}`}
        mayRemoveOthers={can(viewer, "codebook.change", { reviewId })}
        suggestionsShown={suggesting}
        opened={
          contributions.some(({ id }) => id === filters.contribution) ? (filters.contribution ?? null) : null
        }
        href={codingAddress(here, { ...search, after, before })}
        previousHref={previousHref}
        nextHref={nextHref}
        actions={{
          send: sendTagging,
          save: saveTagging,
          writeMemo: saveMemo,
          changeMemo: saveMemoChange,
          withdrawMemo: takeMemoBack,
          suggest: suggestFor.bind(null, reviewId),
          readKept: readKept.bind(null, reviewId, roundtable !== null),
          findLike,
        }}
        done={
          <div className="mt-5">
            <Notice tone="success" title="nothing is left in this list">
              What you have just coded stays here until you leave the page. Next:{" "}
              <Link href={`${home}/findings/new${roundtable ? `?roundtable=${roundtable.slug}` : ""}`}>
                write a finding
              </Link>
              .
            </Notice>
          </div>
        }
        empty={
          <EmptyState title={narrowed ? "No contribution matches" : "There are no contributions yet"}>
            {narrowed
              ? "Use fewer filters, or different ones."
              : "Log what is said on a roundtable’s capture page, or import a file."}
          </EmptyState>
        }
      >
        {!isNarrowed({ ...filters, roundtable: undefined }) && (
          <CountedNote viewer={viewer} reviewId={reviewId} roundtableId={roundtable?.id ?? null} />
        )}
        <Pagination
          label="Pages of contributions"
          {...(previousHref ? { previous: { href: previousHref } } : {})}
          {...(nextHref ? { next: { href: nextHref } } : {})}
        />
      </TaggingList>
    </>
  );
}
