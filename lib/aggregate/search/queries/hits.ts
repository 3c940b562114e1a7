import type { Viewer } from "@/lib/access/policy";
import { noteContributions, noteReading } from "@/lib/access/reading";
import {
  visibleContributions,
  visibleFindings,
  visibleMemos,
  visibleReleaseEvidence,
  visibleReleases,
  visibleReports,
  visibleThemes,
} from "@/lib/access/scope";
import { listReleasedHands } from "@/lib/aggregate/publication/queries/released-hands";
import { namesOf, SPEAKER_SELECT, toSpeaker } from "@/lib/capture/contribution/queries/contribution-select";
import { db } from "@/lib/platform/db";
import { markedPieces, type Hit, type Kind, type Placed } from "../hit";
import { placements, type SearchScope } from "./documents-sql";
import type { FoundRow } from "./search-sql";
import { Prisma } from "@/lib/platform/generated/client";

/**
 * The results with what their pages need, in their order. Each is read through its scope again, and left out where
 * the viewer may not see it; what is read is recorded.
 */
export async function readHits(scope: SearchScope, rows: readonly FoundRow[]): Promise<Hit[]> {
  const of = (kind: Kind) => rows.filter((row) => row.kind === kind).map(({ id }) => id);
  const hits = new Map<string, HitOf>();
  const read = [
    scope.works ? readContributions(scope, of("contribution")) : readEvidence(scope, of("contribution")),
    scope.works ? readFindings(scope.viewer, of("finding")) : readReleased(scope, of("finding")),
    readHands(scope, of("hands")),
    readMemos(scope.viewer, of("memo")),
    scope.works ? readBlocks(scope.viewer, of("report")) : readVersions(scope, of("report")),
  ];
  for (const some of read) for (const [id, hit] of await some) hits.set(id, hit);
  return rows.flatMap(({ id, text }) => {
    const hit = hits.get(id);
    return hit ? [{ ...hit, id, text: markedPieces(text) }] : [];
  });
}

/** Of a result, all but its words. */
type HitOf = Hit extends infer One ? (One extends Hit ? Omit<One, "id" | "text"> : never) : never;
type Read = Promise<[id: string, hit: HitOf][]>;

async function readContributions({ viewer, ...scope }: SearchScope, ids: readonly string[]): Read {
  if (ids.length === 0) return [];
  const rows = await db().contribution.findMany({
    where: { AND: [{ id: { in: [...ids] } }, visibleContributions(viewer)] },
    select: {
      id: true,
      source: true,
      wording: true,
      reviewId: true,
      roundtableId: true,
      participant: { select: SPEAKER_SELECT },
      roundtable: { select: { title: true } },
    },
  });
  await noteContributions(viewer, rows);
  const placed = await readPlacements({ viewer, ...scope }, ids);
  return rows.map(({ id, source, wording, participant, roundtable }) => [
    id,
    {
      kind: "contribution",
      speaker: participant ? speakerWords(participant) : WITHOUT_SPEAKER[source],
      roundtable: roundtable.title,
      verbatim: wording === "verbatim",
      placed: placed.get(id) ?? [],
    },
  ]);
}

/** "P07, headteacher, primary". */
function speakerWords(participant: Parameters<typeof toSpeaker>[0]): string {
  const { label, description } = toSpeaker(participant);
  return [label, description].filter(Boolean).join(", ");
}

const WITHOUT_SPEAKER = {
  identified: "A participant",
  unidentified: "Speaker not known",
  group: "The group",
  host: "A host or official",
  note: "Facilitator’s note",
};

/** Cleared words of the release, without who said them and where. */
async function readEvidence(scope: SearchScope, ids: readonly string[]): Read {
  const { viewer, reviewId, releaseId } = scope;
  if (ids.length === 0 || releaseId === null) return [];
  const listed = { AND: [{ releaseId, findingId: null }, visibleReleaseEvidence(viewer)] };
  const rows = await db().contribution.findMany({
    where: { id: { in: [...ids] }, released: { some: listed } },
    select: { id: true, wording: true },
  });
  if (rows.length > 0)
    await noteReading(viewer, {
      reviewId,
      action: "evidence.read",
      subjectType: "release",
      subjectId: releaseId,
    });
  const placed = await readPlacements(scope, ids);
  return rows.map(({ id, wording }) => [
    id,
    {
      kind: "contribution",
      speaker: null,
      roundtable: null,
      verbatim: wording === "verbatim",
      placed: placed.get(id) ?? [],
    },
  ]);
}

async function readPlacements(scope: SearchScope, ids: readonly string[]): Promise<Map<string, Placed[]>> {
  const rows = await db().$queryRaw<{ id: string; theme: string; stance: NonNullable<Placed["stance"]> }[]>`
    SELECT DISTINCT m.contribution_id AS id, t.slug AS theme, m.stance
    FROM (${placements(scope, Prisma.sql`s.contribution_id = ANY(${[...ids]}::uuid[])`)}) m JOIN theme t ON t.id = m.theme_id
    ORDER BY t.slug, m.stance`;
  const placed = new Map<string, Placed[]>();
  for (const { id, theme, stance } of rows) placed.set(id, [...(placed.get(id) ?? []), { theme, stance }]);
  return placed;
}

async function readFindings(viewer: Viewer, ids: readonly string[]): Read {
  if (ids.length === 0) return [];
  const rows = await db().finding.findMany({
    where: { AND: [{ id: { in: [...ids] } }, visibleFindings(viewer)] },
    select: { id: true, stance: true, theme: { select: { slug: true } } },
  });
  return rows.map(({ id, stance, theme }) => [
    id,
    { kind: "finding", released: false, placed: [{ theme: theme.slug, stance }] },
  ]);
}

/** Findings of the release, under the theme that they were released under. */
async function readReleased({ viewer, releaseId }: SearchScope, ids: readonly string[]): Read {
  if (ids.length === 0 || releaseId === null) return [];
  const rows = await db().releaseFinding.findMany({
    where: { AND: [{ releaseId, findingId: { in: [...ids] } }, { release: visibleReleases(viewer) }] },
    select: { findingId: true, stance: true, themeId: true },
  });
  const themes = await db().theme.findMany({
    where: { AND: [{ id: { in: rows.map(({ themeId }) => themeId) } }, visibleThemes(viewer)] },
    select: { id: true, slug: true },
  });
  const slugs = new Map(themes.map(({ id, slug }) => [id, slug]));
  return rows.flatMap(({ findingId, stance, themeId }): Awaited<Read> => {
    const theme = slugs.get(themeId);
    return theme ? [[findingId, { kind: "finding", released: true, placed: [{ theme, stance }] }]] : [];
  });
}

/** What hands were counted on, by the rule by which pages name it. */
async function readHands(scope: SearchScope, ids: readonly string[]): Read {
  const { viewer, reviewId, releaseNumber, hands } = scope;
  if (ids.length === 0 || releaseNumber === null) return [];
  const named = await listReleasedHands(viewer, { reviewId, releaseNumber });
  return named
    .filter(({ id }) => ids.includes(id))
    .map(({ id, raised, asked, place }) => {
      const themes = hands.find((one) => one.id === id)?.themes ?? [];
      const placed = themes.map(({ slug }) => ({ theme: slug, stance: null }));
      return [id, { kind: "hands", raised, asked, place, placed }];
    });
}

async function readMemos(viewer: Viewer, ids: readonly string[]): Read {
  if (ids.length === 0) return [];
  const rows = await db().memo.findMany({
    where: { AND: [{ id: { in: [...ids] } }, visibleMemos(viewer)] },
    select: {
      id: true,
      contributionId: true,
      byId: true,
      contribution: { select: { roundtable: { select: { title: true } } } },
    },
  });
  const names = await namesOf(rows.map(({ byId }) => byId));
  return rows.map(({ id, contributionId, byId, contribution }) => [
    id,
    {
      kind: "memo",
      contributionId,
      by: names.get(byId) ?? "",
      roundtable: contribution.roundtable.title,
    },
  ]);
}

async function readBlocks(viewer: Viewer, ids: readonly string[]): Read {
  if (ids.length === 0) return [];
  const rows = await db().block.findMany({
    where: { id: { in: [...ids] }, report: visibleReports(viewer) },
    select: { id: true, report: { select: { slug: true, title: true } } },
  });
  return rows.map(({ id, report }) => [id, { kind: "report", ...report, version: null }]);
}

async function readVersions({ viewer, versionIds }: SearchScope, ids: readonly string[]): Read {
  if (ids.length === 0) return [];
  const rows = await db().versionBlock.findMany({
    where: {
      id: { in: [...ids] },
      versionId: { in: [...versionIds] },
      version: { report: visibleReports(viewer) },
    },
    select: {
      id: true,
      version: { select: { number: true, report: { select: { slug: true, title: true } } } },
    },
  });
  return rows.map(({ id, version }) => [id, { kind: "report", ...version.report, version: version.number }]);
}
