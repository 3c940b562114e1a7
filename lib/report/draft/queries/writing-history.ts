import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleReports } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { plainText } from "../block";
import { BlockContent } from "../content/block-content";
import { sittingsOf, type Sitting } from "../saving/sitting";
import type { Report } from "./reports";

/** A day of writing saves some thousands of times. What lies further back is in the versions. */
const MAX_SAVES = 20_000;

export type Written = {
  key: string;
  by: string;
  from: Date;
  until: Date;
  saves: number;
  before: string;
  after: string;
  /** The block is no longer in the draft. */
  removed: boolean;
};

/** Who wrote what in a draft, newest first: an entry for what one person wrote in a paragraph in one go. */
export async function listWriting(
  viewer: Viewer,
  report: Report,
  shown: number,
): Promise<{ entries: Written[]; more: number }> {
  requireCan(viewer, "report.write", report);
  const ofReport = { reportId: report.id, report: visibleReports(viewer) };
  const rows = await db().blockRevision.findMany({
    where: { block: ofReport },
    orderBy: { endedAt: "desc" },
    take: MAX_SAVES,
    select: { blockId: true, revision: true, endedAt: true, endedById: true },
  });
  const all = sittingsOf(
    rows.map(({ blockId, revision, endedAt, endedById }) => ({
      blockId,
      revision,
      at: endedAt,
      by: endedById,
    })),
  );
  const sittings = all.slice(0, shown);
  const texts = await textsOf(sittings, ofReport);
  const people = await db().user.findMany({
    where: { id: { in: sittings.map(({ by }) => by) } },
    select: { id: true, name: true, email: true },
  });
  const names = new Map(people.map(({ id, name, email }) => [id, name ?? email]));
  const entries = sittings.map(({ blockId, by, from, until, first, last, saves }) => ({
    key: `${blockId} ${first}`,
    by: names.get(by) ?? "Somebody who has left",
    from,
    until,
    saves,
    before: texts.words.get(`${blockId} ${first}`) ?? "",
    after: texts.words.get(`${blockId} ${last + 1}`) ?? "",
    removed: texts.removed.has(blockId),
  }));
  return { entries, more: all.length - sittings.length };
}

/** The words of the first and of the next revision of each sitting, by block and revision. */
async function textsOf(
  sittings: readonly Sitting[],
  ofReport: { reportId: string; report: ReturnType<typeof visibleReports> },
) {
  const wanted = sittings.flatMap(({ blockId, first, last }) => [
    { blockId, revision: first },
    { blockId, revision: last + 1 },
  ]);
  const earlier = await db().blockRevision.findMany({
    where: { OR: wanted, block: ofReport },
    select: { blockId: true, revision: true, content: true },
  });
  const blocks = await db().block.findMany({
    where: { AND: [{ id: { in: sittings.map(({ blockId }) => blockId) } }, ofReport] },
    select: { id: true, revision: true, content: true, removedAt: true },
  });
  const now = blocks.map(({ id, ...block }) => ({ blockId: id, ...block }));
  return {
    words: new Map(
      [...earlier, ...now].map(({ blockId, revision, content }) => [
        `${blockId} ${revision}`,
        plainText(BlockContent.parse(content)),
      ]),
    ),
    removed: new Set(blocks.filter(({ removedAt }) => removedAt !== null).map(({ id }) => id)),
  };
}
