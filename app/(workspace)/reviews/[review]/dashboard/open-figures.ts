import { can, type Viewer } from "@/lib/access/policy";
import { forPage } from "@/lib/access/page";
import type { ThemeTable } from "@/lib/aggregate/figures/figures";
import type { ScopeChoice } from "@/lib/aggregate/figures/queries/theme-figures";
import { liveFigures } from "@/lib/aggregate/live/queries/live-figures";
import { tableOf, type Release, type ReleasedTable } from "@/lib/aggregate/publication/release-contents";
import { asked } from "./address";
import { openableReleases, openRelease, type ReleaseChoice } from "./open-release";
import { readLive, type AskedLive } from "./read-live";

type Choices = {
  roundtables: ScopeChoice[];
  releases: ReleaseChoice[];
  live: boolean;
};

/** What an address of the dashboard opens for this viewer. */
export type Opened =
  | { kind: "live"; table: ThemeTable; compared: ThemeTable | null; choices: Choices; asked: AskedLive }
  | { kind: "released"; table: ReleasedTable; release: Release; choices: Choices }
  | { kind: "not-in-release"; release: Release; choices: Choices }
  | { kind: "nothing-released" };

type Query = { [key: string]: string | string[] | undefined };

/**
 * Facilitators get live figures unless they ask for a release. Everybody else gets a release, the latest
 * unless they ask for another, and only the tables in it. Of a release the table that is shown comes whole, and the others
 * with the theme that the page is about.
 */
export async function openFigures(
  viewer: Viewer,
  reviewId: string,
  query: Query,
  themeId?: string,
): Promise<Opened> {
  const releases = await openableReleases(viewer, reviewId);
  const live = can(viewer, "figures.live", { reviewId });
  const slug = asked(query, "roundtable");
  const number = asked(query, "release");
  if (live && number === null) {
    const live = await forPage(readLive(viewer, reviewId, query));
    const table = await liveFigures(viewer, reviewId, live.first.filter);
    const compared = live.second && (await liveFigures(viewer, reviewId, live.second.filter));
    const choices = { roundtables: [...live.choices.roundtable], releases, live: true };
    return { kind: "live", table, compared, choices, asked: live };
  }
  const shows = { roundtable: slug, ...(themeId === undefined ? {} : { themeId }) };
  const release = await openRelease(viewer, reviewId, { releases, number, shows });
  if (!release) return { kind: "nothing-released" };
  const roundtables = release.tables.flatMap(({ roundtable }) => roundtable ?? []);
  const choices = { roundtables, releases, live };
  const table = tableOf(release, slug);
  return table ? { kind: "released", table, release, choices } : { kind: "not-in-release", release, choices };
}
