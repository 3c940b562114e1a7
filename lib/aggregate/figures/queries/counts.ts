import type { Tx } from "@/lib/platform/db";
import { asShape, retiredAsAt } from "@/lib/tag/codebook/codebook-change";
import type { Axis } from "@/lib/tag/codebook/theme";
import type { StancePattern, Counts, ThemeCounts } from "../figures";
import { countWithoutSpeaker, countHeads, countStancePatterns } from "./counts-sql";
import type { WithoutSpeakerRow, HeadRow, StancePatternRow } from "./counts-sql";

export type CountedRoundtable = { id: string; slug: string; title: string };
type ThemeRow = { id: string; slug: string; title: string; colour: string; axis: Axis };

/**
 * Counts these roundtables together, now or as at an instant. The database does all the adding: it returns a
 * row for each stance pattern that somebody has under a theme, at most fifteen, however many contributions
 * there are.
 */
export async function countTogether(
  client: Tx,
  reviewId: string,
  roundtables: readonly CountedRoundtable[],
  asAt: Date | null = null,
): Promise<Counts> {
  const count = await counting(client, reviewId, roundtables, { each: false, asAt });
  return count(null);
}

/** Counts them together (the first result), and each separately, in one pass over their contributions. */
export async function counts(
  client: Tx,
  reviewId: string,
  roundtables: readonly CountedRoundtable[],
): Promise<Counts[]> {
  const count = await counting(client, reviewId, roundtables, { each: true, asAt: null });
  return [null, ...roundtables].map(count);
}

async function counting(
  client: Tx,
  reviewId: string,
  roundtables: readonly CountedRoundtable[],
  { each, asAt }: { each: boolean; asAt: Date | null },
): Promise<(roundtable: CountedRoundtable | null) => Counts> {
  const counted = { roundtables: roundtables.map(({ id }) => id), asAt };
  const themes = await themesInUse(client, reviewId, asAt);
  const heads = byPlace(await countHeads(client, counted));
  const patterns = byPlace(await countStancePatterns(client, counted, each));
  const alongside = byPlace(await countWithoutSpeaker(client, counted));
  return (roundtable) => {
    const place = roundtable?.id ?? null;
    const { present, contributions, unidentified } = heads.get(place)?.[0] ?? NOBODY;
    return {
      scope: { roundtable, roundtables: roundtable ? 1 : roundtables.length },
      present,
      contributions,
      unidentified,
      themes: byTheme(themes, patterns.get(place) ?? [], alongside.get(place) ?? []),
    };
  };
}

/** The themes that figures cover: those in use now, or at an instant. */
export async function themesInUse(client: Tx, reviewId: string, asAt: Date | null): Promise<ThemeRow[]> {
  const select = { id: true, slug: true, title: true, colour: true, axis: true } as const;
  if (!asAt) return client.theme.findMany({ where: { reviewId, retiredAt: null }, select });
  const themes = await client.theme.findMany({
    where: { reviewId, createdAt: { lte: asAt }, OR: [{ retiredAt: null }, { retiredAt: { gt: asAt } }] },
    select,
  });
  const changes = await client.codingChange.findMany({
    where: { reviewId, at: { lte: asAt } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { kind: true, themeId: true, detail: true, at: true, undoneAt: true },
  });
  const retired = retiredAsAt(
    changes.flatMap((change) => asShape(change) ?? []),
    asAt,
  );
  return themes.filter(({ id }) => !retired.has(id));
}

const NOBODY = { present: 0, contributions: 0, unidentified: 0 };

function byPlace<Row extends HeadRow | StancePatternRow | WithoutSpeakerRow>(
  rows: Row[],
): Map<string | null, Row[]> {
  const places = new Map<string | null, Row[]>();
  for (const row of rows) {
    const here = places.get(row.place);
    if (here) here.push(row);
    else places.set(row.place, [row]);
  }
  return places;
}

/** What was counted at one place, under each theme. */
export function byTheme(
  themes: readonly ThemeRow[],
  patterns: readonly PatternCount[],
  alongside: readonly WithoutSpeakerCount[],
): ThemeCounts[] {
  return themes.map((theme) => themeCounts(theme, patterns, alongside));
}

type PatternCount = Omit<StancePatternRow, "place">;
type WithoutSpeakerCount = Omit<WithoutSpeakerRow, "place">;

function themeCounts(
  theme: ThemeRow,
  patterns: readonly PatternCount[],
  alongside: readonly WithoutSpeakerCount[],
): ThemeCounts {
  const mine = patterns.filter(({ theme: id }) => id === theme.id);
  const ofTheme = alongside.filter(({ theme: id }) => id === theme.id);
  return {
    ...theme,
    patterns: mine.map(toPattern),
    roundtables: mine[0]?.roundtables ?? 0,
    unidentified: ofTheme.find(({ raised }) => raised === null)?.contributions ?? 0,
    hands: ofTheme.flatMap(({ raised, asked, contributions }) =>
      raised === null || asked === null
        ? []
        : Array.from({ length: contributions }, () => ({ raised, asked })),
    ),
  };
}

function toPattern({
  stances,
  people,
  contributions,
  strength,
  improvement,
  ask,
  observation,
}: PatternCount): StancePattern {
  return { stances, people, contributions, contributionsOf: { strength, improvement, ask, observation } };
}
