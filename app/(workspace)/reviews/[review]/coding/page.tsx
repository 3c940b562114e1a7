import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { RefreshOnChange } from "@/app/(workspace)/refresh-on-change";
import { packPage } from "@/components/tag/coding/contribution/packed-page";
import { TaggingList } from "@/components/tag/coding/tagging-list";
import { Pagination } from "@/components/ui/navigation/pagination";
import { can } from "@/lib/access/policy";
import { forPage, pageViewer } from "@/lib/access/page";
import { codingAddress, isNarrowed, searchOf } from "@/lib/tag/coding/coding-filter";
import { findBatch } from "@/lib/tag/coding/queries/batches";
import { listCoding } from "@/lib/tag/coding/queries/coding";
import { countListedByTheme } from "@/lib/tag/coding/queries/listed-counts";
import { listCodingContributions } from "@/lib/tag/coding/queries/workbench";
import {
  findSimilar,
  readKept,
  readMeanings,
  saveMemo,
  saveMemoChange,
  saveTagging,
  sendTagging,
  suggestFor,
  takeMemoBack,
} from "./actions";
import { CodingHeader } from "./coding-header";
import { NothingLeft, NothingToCode } from "./coding-notices";
import { contributionToCode, themeInWords } from "./contribution-to-code";
import { suggestionsShown } from "./hide-suggestions";
import { readSearch } from "./read-search";
import { CountedNote } from "../counted-note";

export const metadata: Metadata = { title: "Set themes" };

export default async function CodingPage({ params, searchParams }: PageProps<"/reviews/[review]/coding">) {
  const viewer = await pageViewer();
  const search = await readSearch(viewer, (await params).review, await searchParams);
  const { filters, filter, roundtables, roundtable, themes } = search;
  const { id: reviewId, slug } = search.review;
  const { after, before } = filters;
  const { contributions, previous, next, total } = await forPage(
    listCodingContributions(viewer, { ...filter, after, before }),
  );
  const coding = await listCoding(
    viewer,
    contributions.map(({ id }) => id),
  );
  const themesInWords = themes.map(themeInWords);
  const opened = contributions.find(({ id }) => id === filters.contribution)?.id ?? null;
  const shown = contributions.map((contribution) => ({
    ...contributionToCode(contribution, roundtable ? [] : roundtables),
    ...(contribution.id === opened ? { newMemoId: randomUUID() } : {}),
  }));
  const batch = filters.batch ? await findBatch(viewer, reviewId, filters.batch) : null;
  const suggesting = await suggestionsShown();
  const home = `/reviews/${slug}`;
  const ofRoundtable = roundtable ? `?roundtable=${roundtable.slug}` : "";
  const page = (at: Pick<typeof filters, "after" | "before">) =>
    codingAddress(`${home}/coding`, { ...searchOf(filters), ...at });
  const nextHref = next ? page({ after: next }) : null;
  const previousHref = previous ? page({ before: previous }) : null;
  return (
    <>
      <RefreshOnChange watch={{ reviewId, ...(roundtable ? { roundtableId: roundtable.id } : {}) }} />
      <TaggingList
        page={packPage({ contributions: shown, coding }, themes)}
        themes={themesInWords}
        counts={await countListedByTheme(viewer, filter)}
        total={total}
        header={
          <CodingHeader
            viewer={viewer}
            search={search}
            total={total}
            onPage={contributions.length}
            batch={batch}
            suggesting={suggesting}
            themes={themesInWords}
          />
        }
        passagesHref={`${home}/themes/*/passages${ofRoundtable}`}
        mayRemoveOthers={can(viewer, "codebook.change", { reviewId })}
        suggestionsShown={suggesting}
        opened={opened}
        href={page({ after, before })}
        previousHref={previousHref}
        nextHref={nextHref}
        actions={{
          send: sendTagging,
          save: saveTagging,
          writeMemo: saveMemo,
          changeMemo: saveMemoChange,
          withdrawMemo: takeMemoBack,
          suggest: suggestFor.bind(null, reviewId),
          readMeanings: readMeanings.bind(null, reviewId),
          readKept: readKept.bind(null, reviewId, roundtable !== null),
          findSimilar,
        }}
        done={<NothingLeft findingHref={`${home}/findings/new${ofRoundtable}`} />}
        empty={<NothingToCode narrowed={isNarrowed(filters)} />}
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
