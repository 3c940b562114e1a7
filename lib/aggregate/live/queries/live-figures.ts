import { z } from "zod";
import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { visibleRoundtables, visibleThemes } from "@/lib/access/scope";
import { themeTable, type Counts, type ThemeTable } from "@/lib/aggregate/figures/figures";
import { byTheme, themesInUse, type CountedRoundtable } from "@/lib/aggregate/figures/queries/counts";
import { KeptFigures } from "@/lib/aggregate/figures/kept-figures";
import { themeFigures } from "@/lib/aggregate/figures/queries/theme-figures";
import { db, type Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { endOfDay } from "@/lib/platform/text/dates";
import { isNarrowed, type LiveFilter } from "../live-filter";
import { countNarrowedHeads, countNarrowedPatterns, countNarrowedWithoutSpeaker } from "./narrowed-counts";
import { count, keptNarrowed } from "./kept-narrowed";
import type { Narrowed } from "./narrowed-sql";

/** What a filter covers: its roundtables that have begun by then, in the order in which they were held. */
export type Covered = { reviewId: string; narrowed: Narrowed; roundtables: readonly CountedRoundtable[] };

/** Asks the policy, and finds what the filter names. Whatever reads live rows begins with it. */
export async function coverFilter(viewer: Viewer, reviewId: string, filter: LiveFilter): Promise<Covered> {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "figures.live", { reviewId });
  const { roundtable, area, on } = filter;
  const roundtables = await db().roundtable.findMany({
    where: {
      AND: [{ reviewId, state: { not: "planned" } }, visibleRoundtables(viewer)],
      ...(roundtable.length > 0 ? { slug: { in: [...roundtable] } } : {}),
      ...(on ? { heldOn: { lte: on } } : {}),
    },
    orderBy: [{ heldOn: "asc" }, { id: "asc" }],
    select: { id: true, slug: true, title: true },
  });
  const areas =
    area.length === 0
      ? []
      : await db().theme.findMany({
          where: { AND: [{ reviewId, axis: "area", slug: { in: [...area] } }, visibleThemes(viewer)] },
          select: { id: true },
        });
  return {
    reviewId,
    roundtables,
    narrowed: {
      filter,
      roundtables: roundtables.map(({ id }) => id),
      areas: areas.map(({ id }) => id),
      asAt: on && endOfDay(on),
    },
  };
}

/**
 * Exact figures under any filter, for facilitators. The number of statements does not depend on what is asked, but that
 * figures of everybody, which are kept, need fewer.
 */
export async function liveFigures(viewer: Viewer, reviewId: string, filter: LiveFilter): Promise<ThemeTable> {
  if (!isNarrowed(filter) && filter.roundtable.length === 0)
    return themeFigures(viewer, { reviewId, roundtableId: null, on: filter.on });
  const covered = await coverFilter(viewer, reviewId, filter);
  const [only] = covered.roundtables;
  if (isNarrowed(filter) || !only || filter.roundtable.length > 1)
    return themeTable(await countNarrowed(db(), covered));
  return themeFigures(viewer, { reviewId, roundtableId: only.id, on: filter.on });
}

/** What is counted under a filter; the names of themes, which mark no roundtable, are read beside it. */
const Narrow = z.object({
  heads: z.object({ present: count, contributions: count, unidentified: count }),
  patterns: KeptFigures.shape.patterns,
  without: KeptFigures.shape.withoutSpeaker,
});

export const countNarrow = ({ narrowed }: Pick<Covered, "narrowed">) => ({
  what: "figures",
  answer: Narrow,
  count: async (client: Tx) => ({
    heads: await countNarrowedHeads(client, narrowed),
    patterns: await countNarrowedPatterns(client, narrowed),
    without: await countNarrowedWithoutSpeaker(client, narrowed),
  }),
});

async function countNarrowed(client: Tx, covered: Covered): Promise<Counts> {
  const { reviewId, narrowed } = covered;
  const themes = await themesInUse(client, reviewId, narrowed.asAt);
  const { heads, patterns, without } = await keptNarrowed(covered, countNarrow(covered));
  const { present, contributions, unidentified } = heads;
  return inScope(
    {
      scope: { roundtable: null, roundtables: 0 },
      present,
      contributions,
      unidentified,
      themes: byTheme(themes, patterns, without),
    },
    covered,
  );
}

/** One roundtable that was asked for is named; several are numbered. */
function inScope(counts: Counts, { roundtables, narrowed }: Covered): Counts {
  const [only] = narrowed.filter.roundtable.length === 1 ? roundtables : [];
  return { ...counts, scope: { roundtable: only ?? null, roundtables: roundtables.length } };
}
