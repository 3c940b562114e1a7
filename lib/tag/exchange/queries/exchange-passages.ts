import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { visibleRoundtables, visibleTaggings } from "@/lib/access/scope";
import type { Stance } from "@/lib/capture/contribution/stance";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import type { PassageFilter } from "@/lib/tag/coding/queries/passages";
import type { ExportKind } from "../file/export-kind";
import type { PassageRow } from "../file/passages-csv";
import { contributionBatches } from "./contribution-batches";
import { readCoderNames } from "./exchange-coder-names";
import { requireClosed } from "./exchange-project";
import { requireWithinLimits } from "./exchange-limits";

/** What somebody may take out of a theme, before any of it is read. */
type OpenedPassages = {
  kind: ExportKind;
  themeId: string;
  stance: Stance | undefined;
  roundtables: readonly { id: string; title: string }[];
  /** The contributions that have the theme set. */
  under: Prisma.ContributionWhereInput;
  coders: ReadonlyMap<string, string>;
};

/**
 * Opens the passages of a theme to be read in parts: the contributions, words, masks and coders are those of a
 * project of that kind.
 */
export async function openPassages(
  viewer: Viewer,
  kind: ExportKind,
  { reviewId, themeId, stance, roundtableId }: PassageFilter,
): Promise<OpenedPassages> {
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
  const within = { roundtableId: { in: roundtables.map(({ id }) => id) }, ...under };
  await requireWithinLimits(viewer, kind, within);
  const coders = await readCoderNames(viewer, kind, { within, themeId });
  return { kind, themeId, stance, roundtables, under, coders };
}

/** The rows of these passages in parts, roundtable by roundtable. */
export async function* passageRows(
  viewer: Viewer,
  { kind, themeId, stance, roundtables, under, coders }: OpenedPassages,
): AsyncGenerator<PassageRow[], void> {
  const titles = new Map(roundtables.map(({ id, title }) => [id, title]));
  const asked = { roundtableIds: [...titles.keys()], which: under, themeIds: new Set([themeId]) };
  for await (const some of contributionBatches(viewer, kind, asked))
    yield some.flatMap(({ roundtableId, words, speaker, codings }) =>
      codings.flatMap(({ stance: said, spanStart, spanEnd, at, coderGuid }) => {
        if (said === null || (stance !== undefined && said !== stance)) return [];
        const roundtable = titles.get(roundtableId) ?? "";
        const coder = coders.get(coderGuid ?? "") ?? "";
        return [{ words, roundtable, speaker, at, spanStart, spanEnd, coder, stance: said }];
      }),
    );
}
