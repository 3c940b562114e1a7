import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { visibleRoundtables, visibleTaggings } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { PassageFilter } from "@/lib/tag/coding/queries/passages";
import type { ExportKind } from "../file/export-kind";
import type { PassageRow } from "../file/passages-csv";
import { readContributions } from "./contribution-batches";
import { readCoders } from "./exchange-coders";
import { requireClosed } from "./exchange-project";
import { requireWithinLimits } from "./exchange-limits";

/**
 * The passages of a theme as they may be exported: the contributions, words, masks and coders are those of a
 * project of that kind.
 */
export async function readPassageRows(
  viewer: Viewer,
  kind: ExportKind,
  { reviewId, themeId, stance, roundtableId }: PassageFilter,
): Promise<PassageRow[]> {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "coding.exchange", { reviewId });
  const roundtables = await db().roundtable.findMany({
    where: { AND: [{ reviewId, ...(roundtableId ? { id: roundtableId } : {}) }, visibleRoundtables(viewer)] },
    orderBy: [{ heldOn: "asc" }, { id: "asc" }],
    select: { id: true, title: true, state: true },
  });
  if (roundtableId !== undefined) requireClosed(kind, roundtables);
  const set = {
    themeId,
    until: null,
    coder: { userId: { not: null } },
    ...(stance ? { stance } : {}),
    AND: [visibleTaggings(viewer)],
  };
  const under = { taggings: { some: set } };
  await requireWithinLimits(viewer, kind, {
    roundtableId: { in: roundtables.map(({ id }) => id) },
    ...under,
  });
  const roundtableIds = roundtables.map(({ id }) => id);
  const asked = { roundtableIds, which: under, themeIds: new Set([themeId]) };
  const byRoundtable = await readContributions(viewer, kind, asked);
  const read = roundtables.flatMap(({ id, title }) =>
    (byRoundtable.get(id) ?? []).map((contribution) => ({ title, contribution })),
  );
  const coders = await readCoders(
    kind,
    read.map(({ contribution }) => contribution),
  );
  const nameOf = (guid: string | null) => coders.find((coder) => coder.guid === guid)?.name ?? "";
  return read.flatMap(({ title: roundtable, contribution: { words, speaker, codings } }) =>
    codings.flatMap(({ stance: said, spanStart, spanEnd, at, coderGuid }) => {
      if (said === null || (stance !== undefined && said !== stance)) return [];
      const coder = nameOf(coderGuid);
      return [{ words, roundtable, speaker, at, spanStart, spanEnd, coder, stance: said }];
    }),
  );
}
