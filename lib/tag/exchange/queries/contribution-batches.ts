import type { Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { guidIn, type ExportKind } from "../file/export-kind";
import { exportedContributions, readExportedContributions, type ReadExport } from "./exchange-contributions";

const AT_A_TIME = 2_000;

type Asked = {
  /** In the order in which their contributions are wanted. */
  roundtableIds: readonly string[];
  /** Which of them. */
  which?: Prisma.ContributionWhereInput;
  themeIds: ReadonlySet<string>;
};

/**
 * The contributions of these roundtables as they are exported, one roundtable after the other, in parts, so that they are
 * never all in memory: two statements or three for each part, however many roundtables it spans.
 */
export async function* contributionBatches(
  viewer: Viewer,
  kind: ExportKind,
  { roundtableIds, which = {}, themeIds }: Asked,
): AsyncGenerator<ReadExport[], void> {
  const rows = await db().contribution.findMany({
    where: {
      AND: [{ roundtableId: { in: [...roundtableIds] } }, which, exportedContributions(viewer, kind)],
    },
    orderBy: [{ saidAt: "asc" }, { sequence: "asc" }, { id: "asc" }],
    select: { id: true, roundtableId: true },
  });
  const idsOf = new Map(roundtableIds.map((id) => [id, [] as string[]]));
  for (const { id, roundtableId } of rows) idsOf.get(roundtableId)?.push(id);
  // Order by names derived from ids, which reveals nothing of when a contribution was said.
  if (kind === "share") {
    const place = new Map(rows.map(({ id }) => [id, guidIn(kind, "contribution", id)]));
    for (const ids of idsOf.values())
      ids.sort((a, b) => ((place.get(a) ?? "") < (place.get(b) ?? "") ? -1 : 1));
  }
  const ids = [...idsOf.values()].flat();
  if (ids.length === 0) return;
  const readFrom = (at: number) =>
    readExportedContributions(viewer, kind, ids.slice(at, at + AT_A_TIME), themeIds);
  let reading = readFrom(0);
  for (let at = AT_A_TIME; ; at += AT_A_TIME) {
    const some = await reading;
    // The database reads on while what it read is written.
    if (at < ids.length) reading = readFrom(at);
    // Where nobody takes the part that follows, its fault is nobody's.
    reading.catch(() => undefined);
    yield some;
    if (at >= ids.length) return;
  }
}

/** All of them at once, by roundtable, in their order. */
export async function readContributions(
  viewer: Viewer,
  kind: ExportKind,
  asked: Asked,
): Promise<Map<string, ReadExport[]>> {
  const all = new Map(asked.roundtableIds.map((id) => [id, [] as ReadExport[]]));
  for await (const some of contributionBatches(viewer, kind, asked))
    for (const one of some) all.get(one.roundtableId)?.push(one);
  return all;
}
