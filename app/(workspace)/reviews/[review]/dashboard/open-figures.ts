import { can, type Viewer } from "@/lib/access/policy";
import { forPage } from "@/lib/access/page";
import type { ThemeTable } from "@/lib/aggregate/figures/figures";
import { listLiveRoundtables, themeFigures, type ScopeChoice } from "@/lib/aggregate/figures/queries/figures";
import { getRelease, listReleases, requireReleased } from "@/lib/aggregate/publication/queries/releases";
import { tableOf, type Release, type ReleasedTable } from "@/lib/aggregate/publication/released";
import { notFound } from "@/lib/platform/errors";
import { asked } from "./address";
import { readAsAt, type AsAt } from "./as-at";

type Choices = {
  roundtables: ScopeChoice[];
  releases: { number: number; createdAt: Date }[];
  live: boolean;
};

/** What an address of the dashboard opens for this viewer. */
export type Opened =
  | { kind: "live"; table: ThemeTable; choices: Choices; asAt: AsAt }
  | { kind: "released"; table: ReleasedTable; release: Release; choices: Choices }
  | { kind: "not-in-release"; release: Release; choices: Choices }
  | { kind: "nothing-released" };

type Query = { [key: string]: string | string[] | undefined };

/**
 * Facilitators get live figures unless they ask for a release. Everybody else gets a release, the latest
 * unless they ask for another, and only the tables in it.
 */
export async function openFigures(viewer: Viewer, reviewId: string, query: Query): Promise<Opened> {
  await forPage(Promise.resolve().then(() => requireReleased(viewer, reviewId)));
  const releases = await listReleases(viewer, reviewId);
  const live = can(viewer, "figures.live", { reviewId });
  const slug = asked(query, "roundtable");
  const number = asked(query, "release");
  if (live && number === null) {
    const roundtables = await listLiveRoundtables(viewer, reviewId);
    const roundtable = roundtables.find((one) => one.slug === slug);
    if (slug !== null && !roundtable) return forPage(Promise.reject(notFound("roundtable")));
    const asAt = readAsAt(query);
    const scope = { reviewId, roundtableId: roundtable?.id ?? null, on: asAt.on };
    const table = await themeFigures(viewer, scope);
    return { kind: "live", table, choices: { roundtables, releases, live }, asAt };
  }
  const [latest] = releases;
  if (!latest) return { kind: "nothing-released" };
  const wanted = number === null ? latest.number : Number(number);
  const found = releases.find((one) => one.number === wanted);
  if (!found) return forPage(Promise.reject(notFound("release")));
  const release = await getRelease(viewer, reviewId, found.number);
  const roundtables = release.tables.flatMap(({ roundtable }) => roundtable ?? []);
  const choices = { roundtables, releases, live };
  const table = tableOf(release, slug);
  return table ? { kind: "released", table, release, choices } : { kind: "not-in-release", release, choices };
}
