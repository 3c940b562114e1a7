import { Facets } from "@/components/aggregate/search/facets";
import { FocusField } from "@/components/aggregate/search/focus-field";
import { HitList } from "@/components/aggregate/search/hit-list";
import { Mended } from "@/components/aggregate/search/mended";
import { ThemesMeantLinks } from "@/components/aggregate/search/themes-meant-links";
import { NothingFound } from "@/components/aggregate/search/nothing-found";
import { KeyRegion } from "@/components/ui/key-region";
import { Pagination } from "@/components/ui/navigation/pagination";
import { addressOf } from "@/lib/aggregate/search/address";
import { facetGroups } from "@/lib/aggregate/search/facet-groups";
import { MAX_HITS, PAGE, type Results } from "@/lib/aggregate/search/hit";
import { themesMeant } from "@/lib/aggregate/search/themes-meant";
import { queryText, withWords } from "@/lib/aggregate/search/query-text";
import { countOf } from "@/lib/platform/text/count-words";
import type { Asked } from "./read-search";

type Props = { here: string; asked: Asked; results: Results; page: number };

/** The results, with filters alongside. */
export function Found({ here, asked, results, page }: Props) {
  const { choices } = asked.opened;
  const query = withWords(asked.query, results.mended);
  const typed = queryText(query);
  const hrefOf = (text: string) => addressOf(here, text);
  const groups = facetGroups(query, choices, results.facets);
  const placed = new Set(
    results.hits.flatMap((hit) => ("placed" in hit ? hit.placed : [])).map(({ theme }) => theme),
  );
  const themes = new Map(
    choices.themes.filter(({ slug }) => placed.has(slug)).map(({ slug, title }) => [slug, title]),
  );
  return (
    <div className="mt-7 grid gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_15rem]">
      <section aria-labelledby="results">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <h2 id="results">{totalWords(results)}</h2>
          {groups.length > 0 && (
            <a href="#narrow" className="py-1 text-meta lg:hidden">
              Narrow the results
            </a>
          )}
        </div>
        <Mended results={results} />
        <ThemesMeantLinks themes={themesMeant(query, choices.themes, results.facets)} hrefOf={hrefOf} />
        {results.hits.length === 0 ? (
          <NothingFound results={results} query={query} hrefOf={hrefOf} />
        ) : (
          <KeyRegion label="Results" focused={false} submits="a" className="mt-3">
            <HitList hits={results.hits} here={here} themes={themes} />
            <FocusField name="q" />
          </KeyRegion>
        )}
        <Pages here={here} typed={typed} page={page} total={results.total} />
      </section>
      <Facets id="narrow" groups={groups} counted={results.facets !== null} here={here} />
    </div>
  );
}

function totalWords({ total, more }: Results): string {
  if (total === 0) return "No results";
  return more
    ? `More than ${countOf(MAX_HITS, "result")}. Add a word or a filter to see the best of all.`
    : countOf(total, "result");
}

function Pages({ here, typed, page, total }: { here: string; typed: string; page: number; total: number }) {
  const last = Math.ceil(total / PAGE);
  const link = (to: number) => ({ href: addressOf(here, typed, to), label: `Page ${to} of ${last}` });
  return (
    <Pagination
      label="Pages of results"
      {...(page > 1 ? { previous: page <= last ? link(page - 1) : { href: addressOf(here, typed) } } : {})}
      {...(page < last ? { next: link(page + 1) } : {})}
    />
  );
}
