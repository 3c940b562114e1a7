import type { Viewer } from "@/lib/access/policy";
import { visibleCitations } from "@/lib/access/scope";
import { getRelease, listReleases, requireReleased } from "@/lib/aggregate/publication/queries/releases";
import type { Release } from "@/lib/aggregate/publication/release-contents";
import { db } from "@/lib/platform/db";
import { citationState, citedWords, type CitationState, type Cited, type KeepCitationInput } from "../cited";

export type Citation = Cited & {
  id: string;
  theme: { slug: string; title: string };
  /** The release that was cited. */
  release: Release;
  state: CitationState;
};

/** What the viewer keeps to cite, the latest first, and the number of the latest release. Nobody sees another's list. */
export async function listCitations(
  viewer: Viewer,
  reviewId: string,
): Promise<{ latest: number | null; citations: Citation[] }> {
  requireReleased(viewer, reviewId);
  const [last] = await listReleases(viewer, reviewId);
  if (!last) return { latest: null, citations: [] };
  const rows = await db().citation.findMany({
    where: { AND: [{ reviewId }, visibleCitations(viewer)] },
    orderBy: [{ keptAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      themeId: true,
      findingId: true,
      theme: { select: { slug: true, title: true } },
      roundtable: { select: { slug: true, title: true } },
      release: { select: { number: true } },
    },
  });
  if (rows.length === 0) return { latest: last.number, citations: [] };
  const releases = new Map<number, Release>();
  for (const number of new Set([last.number, ...rows.map(({ release }) => release.number)]))
    releases.set(number, await getRelease(viewer, reviewId, number));
  const latest = releases.get(last.number);
  const citations = rows.flatMap(({ release: { number }, ...row }) => {
    const release = releases.get(number);
    return release && latest ? [{ ...row, release, state: citationState(row, release, latest) }] : [];
  });
  return { latest: last.number, citations };
}

/** Whether the release tells that figure at all, and so something to cite. */
export async function isTold(viewer: Viewer, asked: KeepCitationInput): Promise<boolean> {
  const release = await getRelease(viewer, asked.reviewId, asked.release);
  const roundtable = release.tables
    .flatMap((table) => table.roundtable ?? [])
    .find(({ id }) => id === asked.roundtableId);
  if (asked.roundtableId !== null && !roundtable) return false;
  return citedWords({ ...asked, roundtable: roundtable ?? null }, release) !== null;
}
