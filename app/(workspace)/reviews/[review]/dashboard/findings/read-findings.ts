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
import { listReleasedHands } from "@/lib/aggregate/publication/queries/released-hands";
import type { NamedHands } from "@/lib/aggregate/publication/words/named-hands";
import { findingsInArea } from "@/lib/aggregate/search/findings-in-area";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { asked, askedNumber, type Asked } from "../address";

/** How an address narrows the findings of a release. What it names that the release does not have narrows nothing. */
export type Narrowing = {
  release: Release;
  table: ReleasedTable;
  kind: FindingKind | null;
  theme: ReleasedTheme | null;
  area: ReleasedTheme | null;
  page: number;
};

export function readNarrowing(release: Release, query: Asked): Narrowing | null {
  const table = tableOf(release, null);
  if (!table) return null;
  const named = (axis: ReleasedTheme["axis"]) =>
    table.themes.find((theme) => theme.axis === axis && theme.slug === asked(query, axis)) ?? null;
  return {
    release,
    table,
    kind: readFindingKind(asked(query, "kind")),
    theme: named("theme"),
    area: named("area"),
    page: askedNumber(query, "page") ?? 1,
  };
}

export type NarrowedFindings = Narrowing & {
  /** Those under the theme and in the area, of all kinds. */
  findings: ReleasedFinding[];
  /** Shows of hands whose words are cleared, which some findings rest on. */
  hands: NamedHands[];
  /** The themes that a reader may choose: those that have findings of the kind in the area, and the one that is chosen. */
  themes: ReleasedTheme[];
};

export async function readFindings(
  viewer: Viewer,
  reviewId: string,
  narrowing: Narrowing,
): Promise<NarrowedFindings> {
  const { release, table, kind, theme, area } = narrowing;
  const inArea = area ? await ofArea(viewer, reviewId, { release, area }) : release.findings;
  const under = inArea.filter(({ themeId }) => theme === null || themeId === theme.id);
  const having = new Set(findingsOfKind(inArea, kind).map(({ themeId }) => themeId));
  const themes = table.themes.filter(
    ({ axis, id }) => axis === "theme" && (having.has(id) || id === theme?.id),
  );
  const asked = { reviewId, releaseNumber: release.number };
  const anyHands = table.themes.some((one) => one.hands.length > 0);
  const hands = anyHands ? await listReleasedHands(viewer, asked) : [];
  return { ...narrowing, themes, hands, findings: findingsOfKind(under, null) };
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
