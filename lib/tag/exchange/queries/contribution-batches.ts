import type { Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { guidIn, type ExportKind } from "../file/export-kind";
import { exportedContributions, readExportedContributions, type ReadExport } from "./exchange-contributions";

const AT_A_TIME = 500;

/** These contributions as they are exported, in parts, so that they are never all in memory. */
export async function* contributionBatches(
  viewer: Viewer,
  kind: ExportKind,
  which: Prisma.ContributionWhereInput,
  themeIds: ReadonlySet<string>,
): AsyncGenerator<ReadExport[], void> {
  const rows = await db().contribution.findMany({
    where: { AND: [which, exportedContributions(viewer, kind)] },
    orderBy: [{ saidAt: "asc" }, { sequence: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  const ids = rows.map(({ id }) => id);
  // Order by names derived from ids, which reveals nothing of when a contribution was said.
  if (kind === "share") {
    const place = new Map(ids.map((id) => [id, guidIn(kind, "contribution", id)]));
    ids.sort((a, b) => ((place.get(a) ?? "") < (place.get(b) ?? "") ? -1 : 1));
  }
  for (let at = 0; at < ids.length; at += AT_A_TIME)
    yield await readExportedContributions(viewer, kind, ids.slice(at, at + AT_A_TIME), themeIds);
}

/** All of them at once. */
export async function readContributions(
  viewer: Viewer,
  kind: ExportKind,
  which: Prisma.ContributionWhereInput,
  themeIds: ReadonlySet<string>,
): Promise<ReadExport[]> {
  const all: ReadExport[] = [];
  for await (const some of contributionBatches(viewer, kind, which, themeIds)) all.push(...some);
  return all;
}
