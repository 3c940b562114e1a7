import type { Viewer } from "@/lib/access/policy";
import { visibleContributions, visibleRoundtables } from "@/lib/access/scope";
import { Masks } from "@/lib/capture/contribution/mask";
import { OPEN_LINE } from "@/lib/capture/roundtable/queries/line-where";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { guidIn } from "../file/export-kind";
import { needsWords, type KnownLines } from "../match-lines";
import { linesByGuid, type KnownLine } from "../placed-line";
import type { ExchangeProject } from "../file/project";
import type { SaidLines } from "../said-lines";

const AT_A_TIME = 2_000;

const LINE = {
  id: true,
  roundtableId: true,
  revision: true,
  text: true,
  clearances: { where: { until: null }, select: { text: true, masks: true } },
} as const satisfies Prisma.ContributionSelect;

type Row = Prisma.ContributionGetPayload<{ select: typeof LINE }>;

/** A line as each kind of file has it. */
const asOwn = ({ id, roundtableId, revision, text: words }: Row): KnownLine => ({
  ...{ id, roundtableId, revision, words, masks: null },
});
const asShared = ({ text, clearances: [clearance], ...line }: Row): KnownLine => ({
  ...{ id: line.id, roundtableId: line.roundtableId, revision: line.revision },
  ...{ words: clearance?.text ?? text, masks: Masks.parse(clearance?.masks ?? []) },
});

/**
 * The lines of the review that a project may be about: those that its passages name, and where they name none,
 * every line, to be known by its words.
 */
export async function findKnownLines(
  viewer: Viewer,
  reviewId: string,
  { sources }: ExchangeProject,
): Promise<KnownLines> {
  const byGuid = await linesNamed(viewer, reviewId, sources);
  const unnamed = sources.some(
    (source) => source.text !== null && needsWords(source, linesByGuid(source, byGuid)),
  );
  return { byGuid, said: unnamed ? await linesSaid(viewer, reviewId) : [] };
}

const openLines = (viewer: Viewer, reviewId: string): Prisma.ContributionWhereInput => ({
  AND: [{ reviewId }, OPEN_LINE, visibleContributions(viewer)],
});

async function linesNamed(viewer: Viewer, reviewId: string, sources: ExchangeProject["sources"]) {
  const open = openLines(viewer, reviewId);
  const known = new Map<string, KnownLine>();
  const guids = sources.flatMap(({ selections }) => selections.map(({ guid }) => guid));
  for (let at = 0; at < guids.length; at += AT_A_TIME) {
    const ids = { in: guids.slice(at, at + AT_A_TIME) };
    for (const line of await db().contribution.findMany({
      where: { AND: [{ id: ids }, open] },
      select: LINE,
    }))
      known.set(line.id, asOwn(line));
  }
  for (const roundtableId of await sharedRoundtables(viewer, reviewId, sources))
    for (const line of await db().contribution.findMany({
      where: { AND: [{ roundtableId }, open] },
      select: LINE,
    }))
      known.set(guidIn("share", "line", line.id), asShared(line));
  return known;
}

/** Each roundtable as both kinds of file have it. */
async function linesSaid(viewer: Viewer, reviewId: string): Promise<SaidLines[]> {
  const roundtables = await db().roundtable.findMany({
    where: { AND: [{ reviewId }, visibleRoundtables(viewer)] },
    orderBy: [{ heldOn: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  const said: SaidLines[] = [];
  for (const { id: roundtableId } of roundtables) {
    const rows = await db().contribution.findMany({
      where: { AND: [{ roundtableId }, openLines(viewer, reviewId)] },
      orderBy: [{ saidAt: "asc" }, { sequence: "asc" }, { id: "asc" }],
      select: LINE,
    });
    const shared = rows
      .map((row) => ({ guid: guidIn("share", "line", row.id), line: asShared(row) }))
      .sort((a, b) => (a.guid < b.guid ? -1 : 1));
    said.push(
      { roundtableId, lines: rows.map(asOwn) },
      { roundtableId, lines: shared.map(({ line }) => line) },
    );
  }
  return said;
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
