import type { Viewer } from "@/lib/access/policy";
import {
  OUTSIDE_BLIND_ROUNDS,
  outsideOwnBlindRounds,
  ownBlindRounds,
  visibleContributions,
  visibleFlags,
} from "@/lib/access/scope";
import { namesOf } from "@/lib/capture/contribution/queries/contribution-select";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { presentTaggings, toTagging } from "./taggings";
import type { CodingRead, ContributionCoding } from "../tagging";

/**
 * Everything that coders have set on these contributions, in one statement (and one for names, where somebody wrote a memo
 * or flagged one); contributions without any of it are left out.
 */
export async function listCoding(viewer: Viewer, contributionIds: readonly string[]): Promise<CodingRead> {
  const readAt = Date.now();
  if (contributionIds.length === 0) return { readAt, coding: {} };
  const rows = await db().contribution.findMany({
    where: { AND: [{ id: { in: [...contributionIds] } }, visibleContributions(viewer)] },
    select: codingSelect(viewer),
  });
  const writers = rows.flatMap(({ memos, flags }) => [...memos, ...flags].map(({ byId }) => byId));
  const names = await namesOf(writers);
  const coding: Record<string, ContributionCoding> = {};
  for (const row of rows) {
    const said = codingOf(row, viewer, names);
    if (said) coding[row.id] = said;
  }
  return { readAt, coding };
}

const LATEST = [{ from: "desc" }, { id: "desc" }] satisfies Prisma.DiscussionFlagOrderByWithRelationInput[];

/** What a contribution carries of coding. A contribution in a blind round of the viewer's carries its own flags alone. */
function codingSelect(viewer: Viewer) {
  const open = outsideOwnBlindRounds(viewer);
  return {
    id: true,
    npqs: true,
    taggings: presentTaggings(viewer),
    memos: {
      where: { withdrawnAt: null, ...OUTSIDE_BLIND_ROUNDS, contribution: open },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: { id: true, text: true, revision: true, byId: true, createdAt: true },
    },
    flags: { where: visibleFlags(viewer), orderBy: LATEST, select: { byId: true, from: true } },
    adjudications: {
      where: { until: null, contribution: open },
      orderBy: { id: "asc" },
      select: { themeId: true, stances: true, codingRound: { select: { number: true } } },
    },
    inRounds: {
      where: { codingRound: ownBlindRounds(viewer) },
      select: { codingRound: { select: { number: true, title: true } } },
    },
  } satisfies Prisma.ContributionSelect;
}

type Row = Prisma.ContributionGetPayload<{ select: ReturnType<typeof codingSelect> }>;

/** null where nobody has set anything. */
function codingOf(row: Row, viewer: Viewer, names: ReadonlyMap<string, string>): ContributionCoding | null {
  const { taggings, memos, flags, npqs, adjudications, inRounds } = row;
  const flag = flags.at(-1);
  const round = inRounds.at(-1)?.codingRound ?? null;
  if ([taggings, memos, flags, npqs, adjudications, inRounds].every((list) => list.length === 0)) return null;
  return {
    taggings: taggings.map((tagging) => toTagging(viewer, tagging)),
    memos: memos.map(({ byId, createdAt, ...memo }) => ({
      ...memo,
      by: names.get(byId) ?? "",
      mine: byId === viewer.userId,
      at: createdAt,
    })),
    flag: flag ? { by: names.get(flag.byId) ?? "", at: flag.from } : null,
    npqs,
    decided: adjudications.map(({ themeId, stances, codingRound }) => ({
      themeId,
      stances,
      round: codingRound.number,
    })),
    blindRound: round,
  };
}

/** Contribution to the viewer's unfinished blind round that it is in. */
export async function listBlindRounds(viewer: Viewer, contributionIds: readonly string[]) {
  const rows = await db().codingRoundContribution.findMany({
    where: { contributionId: { in: [...contributionIds] }, codingRound: ownBlindRounds(viewer) },
    select: { contributionId: true, codingRound: { select: { number: true, title: true } } },
  });
  return new Map(rows.map(({ contributionId, codingRound }) => [contributionId, codingRound]));
}
