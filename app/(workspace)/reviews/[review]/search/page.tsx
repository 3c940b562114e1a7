import type { Metadata } from "next";
import { SearchHelp } from "@/components/aggregate/search/search-help";
import { Button } from "@/components/ui/button";
import { FilterForm } from "@/components/ui/form/filter-form";
import { TextInput } from "@/components/ui/form/text-input";
import { PageHeader } from "@/components/ui/page-header";
import { forPage } from "@/lib/access/page";
import { addressOf } from "@/lib/aggregate/search/address";
import { isEmpty } from "@/lib/aggregate/search/query";
import { search } from "@/lib/aggregate/search/queries/search";
import { Found } from "./found";
import { readAddress, readAsked } from "./read-search";

type Props = PageProps<"/reviews/[review]/search">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { faults } = await readAsked((await params).review, readAddress(await searchParams).typed);
  return { title: faults.length > 0 ? "Error: Search" : "Search" };
}

/** Searches everything that the viewer may read in the review. The whole query is in the address. */
export default async function Search({ params, searchParams }: Props) {
  const { typed, page } = readAddress(await searchParams);
  const asked = await readAsked((await params).review, typed);
  const { review, opened, query, filters, faults } = asked;
  const { kinds, themes, roundtables } = opened.choices;
  const here = `/reviews/${review.slug}`;
  const refusal =
    faults.length > 0
      ? { ok: false as const, fieldErrors: { q: faults.join(" ") }, values: { q: typed } }
      : null;
  const results =
    refusal || isEmpty(query) ? null : await forPage(search(opened, { terms: query.terms, filters, page }));
  return (
    <>
      <PageHeader title="Search" />
      <FilterForm action={`${here}/search`} label="Everything in this review" refusal={refusal}>
        <div className="flex flex-wrap items-end gap-x-3 gap-y-3">
          <div className="min-w-0 flex-[1_1_20rem] max-w-field">
            <TextInput
              key={typed}
              name="q"
              type="search"
              label="Words to look for"
              autoComplete="off"
              defaultValue={typed}
            />
          </div>
          <Button type="submit">Search</Button>
        </div>
      </FilterForm>
      {results ? (
        <Found here={here} asked={asked} results={results} page={page} />
      ) : (
        <SearchHelp
          kinds={kinds}
          theme={themes[0]?.slug ?? null}
          roundtable={roundtables?.[0]?.slug ?? null}
          hrefOf={(example) => addressOf(here, example)}
        />
      )}
    </>
  );
}
