import type { Viewer } from "@/lib/access/policy";
import { visibleContributions, visibleRoundtables } from "@/lib/access/scope";
import { Masks } from "@/lib/capture/mask";
import { OPEN_LINE } from "@/lib/capture/queries/line-where";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { guidIn } from "../exchange/export-kind";
import type { KnownLine } from "../exchange/match-lines";
import type { ExchangeProject } from "../exchange/project";

const AT_A_TIME = 2_000;

const LINE = {
  id: true,
  revision: true,
  text: true,
  clearances: { where: { until: null }, select: { text: true, masks: true } },
} as const satisfies Prisma.ContributionSelect;

/** The lines of the review that a project's passages are, by the identifiers that they have in the file. */
export async function findKnownLines(
  viewer: Viewer,
  reviewId: string,
  { sources }: ExchangeProject,
): Promise<Map<string, KnownLine>> {
  const open = { AND: [{ reviewId }, OPEN_LINE, visibleContributions(viewer)] };
  const known = new Map<string, KnownLine>();
  const guids = sources.flatMap(({ selections }) => selections.map(({ guid }) => guid));
  for (let at = 0; at < guids.length; at += AT_A_TIME) {
    const ids = { in: guids.slice(at, at + AT_A_TIME) };
    for (const { text: words, ...line } of await db().contribution.findMany({
      where: { AND: [{ id: ids }, open] },
      select: LINE,
    }))
      known.set(line.id, { ...line, words, masks: null });
  }
  for (const roundtableId of await sharedRoundtables(viewer, reviewId, sources))
    for (const { clearances, text, ...line } of await db().contribution.findMany({
      where: { AND: [{ roundtableId }, open] },
      select: LINE,
    })) {
      const [clearance] = clearances;
      const shown = { words: clearance?.text ?? text, masks: Masks.parse(clearance?.masks ?? []) };
      known.set(guidIn("share", "line", line.id), { ...line, ...shown });
    }
  return known;
}

/** The roundtables of which the project holds the lines that others may read. */
async function sharedRoundtables(
  viewer: Viewer,
  reviewId: string,
  sources: ExchangeProject["sources"],
): Promise<string[]> {
  const guids = new Set(sources.map(({ guid }) => guid));
  const roundtables = await db().roundtable.findMany({
    where: { AND: [{ reviewId }, visibleRoundtables(viewer)] },
    select: { id: true },
  });
  return roundtables.map(({ id }) => id).filter((id) => guids.has(guidIn("share", "roundtable", id)));
}
