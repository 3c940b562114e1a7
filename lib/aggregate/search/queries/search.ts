import { can, roleIn, type Viewer } from "@/lib/access/policy";
import { VERSION_FOR_OTHERS, visibleReports } from "@/lib/access/scope";
import { listPlacedHands } from "@/lib/aggregate/publication/queries/released-hands";
import { listReleases } from "@/lib/aggregate/publication/queries/releases";
import { listRoundtableTitles } from "@/lib/capture/roundtable/queries/roundtables";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import type { Choices, Filters } from "../filters";
import { MAX_HITS, markedPieces, type Facet, type Results } from "../hit";
import { mendWord, type Meant } from "../mend";
import type { Query, Term } from "../query";
import { kindsOf, type SearchScope } from "./documents-sql";
import { readHits } from "./hits";
import {
  facetCounts,
  nearestWords,
  pageOfHits,
  termStates,
  type FacetRow,
  type FoundRow,
  type KnownRow,
  type Search,
  type TermRow,
} from "./search-sql";

/** What the viewer can search in a review, and narrow by. For a stranger the review does not exist. */
export async function openSearch(
  viewer: Viewer,
  reviewId: string,
): Promise<{ scope: SearchScope; choices: Choices }> {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  const works = can(viewer, "review.work", { reviewId });
  const reads = can(viewer, "figures.released", { reviewId });
  const [releases, reports, themes, roundtables] = await Promise.all([
    !works && reads ? listReleases(viewer, reviewId) : [],
    db().report.findMany({
      where: { AND: [{ reviewId }, visibleReports(viewer)] },
      select: {
        id: true,
        versions: {
          where: works ? { id: { in: [] } } : VERSION_FOR_OTHERS,
          orderBy: { number: "desc" },
          take: 1,
          select: { id: true },
        },
      },
    }),
    listThemes(viewer, reviewId, { retired: works }),
    works ? listRoundtableTitles(viewer, reviewId) : null,
  ]);
  const [release] = releases;
  const scope = {
    viewer,
    reviewId,
    works,
    releaseId: release?.id ?? null,
    releaseNumber: release?.number ?? null,
    hands: release ? await listPlacedHands(viewer, { reviewId, releaseNumber: release.number }) : [],
    reportIds: reports.map(({ id }) => id),
    versionIds: reports.flatMap(({ versions }) => versions.map(({ id }) => id)),
  };
  return { scope, choices: { kinds: kindsOf(scope), themes, roundtables } };
}

/**
 * What matches the query, best first, in what the viewer may read. Where nothing does, words that are nowhere are
 * taken for the likeliest ones that are.
 */
export async function search(
  { scope, choices }: Awaited<ReturnType<typeof openSearch>>,
  { terms, filters, page }: { terms: Query["terms"]; filters: Filters; page: number },
): Promise<Results> {
  const asked = { scope, kinds: choices.kinds, terms, filters };
  const none = { mended: new Map<string, string>(), common: [], unknown: [] };
  const rows = await db().$queryRaw<FoundRow[]>(pageOfHits(asked, page));
  if (rows.length > 0 || page > 1 || terms.length === 0) return results(asked, choices, rows, none);
  const words = await checkWords(asked);
  if (words.mended.size === 0 && words.common.length === 0) return results(asked, choices, rows, words);
  const better = {
    ...asked,
    terms: terms
      .filter(({ text, not }) => not || !words.common.includes(text))
      .map((term) => ({ ...term, text: words.mended.get(term.text) ?? term.text })),
  };
  const nothing = better.terms.every(({ not }) => not);
  const found = nothing ? rows : await db().$queryRaw<FoundRow[]>(pageOfHits(better, page));
  return results(nothing ? asked : better, choices, found, words);
}

/**
 * With how many each filter would leave, where not too many are found to count. Statements follow one another: the
 * embedded database has one session.
 */
async function results(
  asked: Search,
  choices: Choices,
  rows: readonly FoundRow[],
  words: Pick<Results, "mended" | "common" | "unknown">,
): Promise<Results> {
  const total = rows[0]?.total ?? 0;
  const more = total > MAX_HITS;
  return {
    hits: await readHits(asked.scope, rows),
    total: Math.min(total, MAX_HITS),
    more,
    facets: more ? null : await countFacets(asked, choices),
    ...words,
  };
}

/** Null where the words alone match too many to count. */
async function countFacets(asked: Search, choices: Choices): Promise<Facet[] | null> {
  const rows = await db().$queryRaw<FacetRow[]>(facetCounts(asked));
  const all = rows.find(({ name }) => name === "all")?.count ?? 0;
  return all > MAX_HITS ? null : rows.flatMap((row) => toFacet(row, choices));
}

function toFacet({ name, value, count }: FacetRow, { themes, roundtables }: Choices): Facet[] {
  if (name === "all" || value === null) return [];
  if (name === "type" || name === "stance") return [{ name, value, count }];
  const named = name === "theme" ? themes : (roundtables ?? []);
  const slug = named.find(({ id }) => id === value)?.slug;
  return slug === undefined ? [] : [{ name, value: slug, count }];
}

/** Why nothing matches: which words are nowhere, and what was meant by them. */
async function checkWords({
  scope,
  kinds,
  terms,
}: Search): Promise<Pick<Results, "mended" | "common" | "unknown">> {
  const words = terms.filter(isLookedFor).map(({ text }) => text);
  const states = words.length > 0 ? await db().$queryRaw<TermRow[]>(termStates(scope, kinds, words)) : [];
  const mended = new Map<string, string>();
  const unknown: string[] = [];
  for (const { text, stem, common, exists } of states) {
    if (common || exists) continue;
    const typed = { word: text, stem: stem ?? text };
    const meant = await nearestWord({ scope, kinds }, typed);
    if (meant === null) unknown.push(text);
    else mended.set(text, meant);
  }
  return { mended, unknown, common: states.filter(({ common }) => common).map(({ text }) => text) };
}

/** In how many texts a word that was meant is looked for: first in these, and where none is a single error away in those. */
const COMPARED = [500, 5_000];

async function nearestWord(
  where: Pick<Search, "scope" | "kinds">,
  typed: { word: string; stem: string },
): Promise<string | null> {
  let meant: Meant | null = null;
  for (const compared of COMPARED) {
    const known = await db().$queryRaw<KnownRow[]>(nearestWords(where, typed, compared));
    meant = mendWord(typed, known.map(toKnown));
    if (meant !== null && meant.errors <= 1) break;
  }
  return meant?.form ?? null;
}

const isLookedFor = ({ not, phrase }: Term) => !not && !phrase;

/** The forms are what was marked in some texts. */
function toKnown({ stem, texts, forms }: KnownRow) {
  const marked = forms.flatMap((text) => markedPieces(text).filter((piece) => piece.marked));
  return { stem, texts, forms: [...new Set(marked.map(({ text }) => text.toLowerCase()))] };
}
