import type { Viewer } from "@/lib/access/policy";
import { listFindingsInArea } from "@/lib/aggregate/publication/queries/area-findings";
import {
  findingsOfKind,
  readFindingKind,
  type FindingKind,
} from "@/lib/aggregate/publication/finding/finding-kind";
import {
  tableOf,
  type Release,
  type ReleasedFinding,
  type ReleasedTable,
  type ReleasedTheme,
} from "@/lib/aggregate/publication/release-contents";
import { findingsInArea } from "@/lib/aggregate/search/findings-in-area";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { asked, askedNumber, type Asked } from "../address";

/** The findings of a release as an address narrows them. */
export type NarrowedFindings = {
  release: Release;
  table: ReleasedTable;
  kind: FindingKind | null;
  theme: ReleasedTheme | null;
  area: ReleasedTheme | null;
  page: number;
  /** Those under the theme and in the area, of all kinds. */
  findings: ReleasedFinding[];
};

/** What the address names that the release does not have narrows nothing. */
export async function readFindings(
  viewer: Viewer,
  reviewId: string,
  { release, query }: { release: Release; query: Asked },
): Promise<NarrowedFindings | null> {
  const table = tableOf(release, null);
  if (!table) return null;
  const named = (axis: ReleasedTheme["axis"]) =>
    table.themes.find((theme) => theme.axis === axis && theme.slug === asked(query, axis)) ?? null;
  const [theme, area] = [named("theme"), named("area")];
  const inArea = area ? await ofArea(viewer, reviewId, { release, area }) : release.findings;
  return {
    release,
    table,
    kind: readFindingKind(asked(query, "kind")),
    theme,
    area,
    page: askedNumber(query, "page") ?? 1,
    findings: findingsOfKind(
      inArea.filter(({ themeId }) => theme === null || themeId === theme.id),
      null,
    ),
  };
}

async function ofArea(
  viewer: Viewer,
  reviewId: string,
  { release, area }: { release: Release; area: ReleasedTheme },
): Promise<ReleasedFinding[]> {
  const asked = { reviewId, releaseNumber: release.number, areaId: area.id };
  const within = await listFindingsInArea(viewer, asked);
  const themes = await listThemes(viewer, reviewId, { retired: true });
  const signalWords = themes.find(({ id }) => id === area.id)?.signalWords ?? "";
  const { speaking, resting } = findingsInArea(release.findings, { title: area.title, signalWords }, within);
  return [...speaking, ...resting];
}
