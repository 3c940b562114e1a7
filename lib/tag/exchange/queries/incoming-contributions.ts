import type { Viewer } from "@/lib/access/policy";
import { OPEN_CONTRIBUTION, visibleContributions, visibleRoundtables } from "@/lib/access/scope";
import { Masks } from "@/lib/capture/contribution/mask-input";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { guidIn } from "../file/export-kind";
import { needsWords, type KnownContributions } from "../match-contributions";
import { contributionsByGuid, type KnownContribution } from "../placed-contribution";
import type { ExchangeProject } from "../file/project";
import type { SaidContributions } from "../said-contributions";

const AT_A_TIME = 2_000;

const CONTRIBUTION = {
  id: true,
  roundtableId: true,
  revision: true,
  text: true,
  clearances: { where: { until: null }, select: { text: true, masks: true } },
} as const satisfies Prisma.ContributionSelect;

type Row = Prisma.ContributionGetPayload<{ select: typeof CONTRIBUTION }>;

/** A contribution as each kind of file contains it. */
const asOwn = ({ id, roundtableId, revision, text: words }: Row): KnownContribution => ({
  id,
  roundtableId,
  revision,
  words,
  masks: null,
});
const asShared = ({ text, clearances: [clearance], ...contribution }: Row): KnownContribution => ({
  id: contribution.id,
  roundtableId: contribution.roundtableId,
  revision: contribution.revision,
  words: clearance?.text ?? text,
  masks: Masks.parse(clearance?.masks ?? []),
});

/**
 * The review's contributions that a project may be about: those that its passages name or, where they name
 * none, every contribution, to be recognised by its words.
 */
export async function findKnownContributions(
  viewer: Viewer,
  reviewId: string,
  { sources }: ExchangeProject,
): Promise<KnownContributions> {
  const byGuid = await contributionsNamed(viewer, reviewId, sources);
  const unnamed = sources.some(
    (source) => source.text !== null && needsWords(source, contributionsByGuid(source, byGuid)),
  );
  return { byGuid, said: unnamed ? await contributionsSaid(viewer, reviewId) : [] };
}

const openContributions = (viewer: Viewer, reviewId: string): Prisma.ContributionWhereInput => ({
  AND: [{ reviewId }, OPEN_CONTRIBUTION, visibleContributions(viewer)],
});

async function contributionsNamed(viewer: Viewer, reviewId: string, sources: ExchangeProject["sources"]) {
  const open = openContributions(viewer, reviewId);
  const known = new Map<string, KnownContribution>();
  const guids = sources.flatMap(({ selections }) => selections.map(({ guid }) => guid));
  for (let at = 0; at < guids.length; at += AT_A_TIME) {
    const ids = { in: guids.slice(at, at + AT_A_TIME) };
    for (const contribution of await db().contribution.findMany({
      where: { AND: [{ id: ids }, open] },
      select: CONTRIBUTION,
    }))
      known.set(contribution.id, asOwn(contribution));
  }
  for (const roundtableId of await sharedRoundtables(viewer, reviewId, sources))
    for (const contribution of await db().contribution.findMany({
      where: { AND: [{ roundtableId }, open] },
      select: CONTRIBUTION,
    }))
      known.set(guidIn("share", "contribution", contribution.id), asShared(contribution));
  return known;
}

/** Each roundtable as both kinds of file contain it. */
async function contributionsSaid(viewer: Viewer, reviewId: string): Promise<SaidContributions[]> {
  const roundtables = await db().roundtable.findMany({
    where: { AND: [{ reviewId }, visibleRoundtables(viewer)] },
    orderBy: [{ heldOn: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  const said: SaidContributions[] = [];
  for (const { id: roundtableId } of roundtables) {
    const rows = await db().contribution.findMany({
      where: { AND: [{ roundtableId }, openContributions(viewer, reviewId)] },
      orderBy: [{ saidAt: "asc" }, { sequence: "asc" }, { id: "asc" }],
      select: CONTRIBUTION,
    });
    const shared = rows
      .map((row) => ({ guid: guidIn("share", "contribution", row.id), contribution: asShared(row) }))
      .sort((a, b) => (a.guid < b.guid ? -1 : 1));
    said.push(
      { roundtableId, contributions: rows.map(asOwn) },
      { roundtableId, contributions: shared.map(({ contribution }) => contribution) },
    );
  }
  return said;
}

/** The roundtables whose contributions, as others may read them, are in the project. */
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
