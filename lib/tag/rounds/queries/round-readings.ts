import { OPEN_CONTRIBUTION, IMPORT_VISIBLE } from "@/lib/access/scope";
import type { Stance } from "@/lib/capture/contribution/stance";
import type { Tx } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import type { ReadContribution } from "../disagreement";

/** Contributions of a round that still count: those struck out or erased since are not read. */
export const STANDS: Prisma.ContributionWhereInput = { AND: [OPEN_CONTRIBUTION, IMPORT_VISIBLE] };

/** What the coders had set when the last of them finished: without what a merge or a split added later. */
export function asCoded(codedAt: Date): Prisma.TaggingWhereInput {
  return { from: { lte: codedAt }, OR: [{ until: null }, { until: { gt: codedAt } }] };
}

export type RoundReadings = {
  themeIds: string[];
  /** Themes of the round that can be decided on: those retired since are left as they are. */
  openThemeIds: string[];
  coderIds: string[];
  contributions: (ReadContribution & {
    position: number;
    stratum: string;
    weight: number;
    personId: string | null;
  })[];
};

/**
 * What each coder of a coded round set on each contribution when the last of them finished, in the round's
 * order. It does not check the viewer's rights: it is for the job that measures, and for callers that have
 * checked.
 */
export async function readRoundReadings(client: Tx, roundId: string, codedAt: Date): Promise<RoundReadings> {
  const inRound = { codingRoundId: roundId };
  const contributions = await client.codingRoundContribution.findMany({
    where: { ...inRound, contribution: STANDS },
    orderBy: { position: "asc" },
    select: {
      contributionId: true,
      position: true,
      stratum: true,
      weight: true,
      contribution: { select: { participant: { select: { personId: true } } } },
    },
  });
  const themes = await client.codingRoundTheme.findMany({
    where: inRound,
    orderBy: [{ theme: { axis: "asc" } }, { theme: { title: "asc" } }],
    select: { themeId: true, theme: { select: { retiredAt: true } } },
  });
  const coders = await client.codingRoundCoder.findMany({
    where: inRound,
    orderBy: { coderId: "asc" },
    select: { coderId: true },
  });
  const coderIds = coders.map(({ coderId }) => coderId);
  const readingOf = await readReadings(client, roundId, codedAt);
  return {
    themeIds: themes.map(({ themeId }) => themeId),
    openThemeIds: themes.filter(({ theme }) => theme.retiredAt === null).map(({ themeId }) => themeId),
    coderIds,
    contributions: contributions.map(({ contributionId, position, stratum, weight, contribution }) => ({
      contributionId,
      position,
      stratum,
      weight,
      personId: contribution.participant?.personId ?? null,
      readings: coderIds.map((coderId) => readingOf(contributionId, coderId)),
    })),
  };
}

type Place = { roundId: string; contributionId: string; themeId: string; codedAt: Date };

/**
 * The stances with which each coder who read the contribution had set the theme; empty where they had not.
 */
export async function readAnswers(client: Tx, { roundId, codedAt, ...place }: Place): Promise<Stance[][]> {
  const { contributionId } = place;
  const judgements = await client.codingJudgement.findMany({
    where: { codingRoundId: roundId, contributionId },
    select: { coderId: true },
  });
  const taggings = await client.tagging.findMany({
    where: { codingRoundId: roundId, ...place, ...asCoded(codedAt) },
    select: { coderId: true, stance: true },
  });
  return judgements.map(({ coderId }) =>
    taggings.filter((one) => one.coderId === coderId).map(({ stance }) => stance),
  );
}

type Stances = Map<string, Stance[]>;

/**
 * Returns what a coder set on a contribution: an empty result where they read it and set nothing, null where
 * they did not read it.
 */
async function readReadings(client: Tx, codingRoundId: string, codedAt: Date) {
  const key = (contributionId: string, coderId: string) => `${contributionId} ${coderId}`;
  const judgements = await client.codingJudgement.findMany({
    where: { codingRoundId },
    select: { contributionId: true, coderId: true },
  });
  const taggings = await client.tagging.findMany({
    where: { codingRoundId, ...asCoded(codedAt) },
    select: { contributionId: true, coderId: true, themeId: true, stance: true },
  });
  const readings = new Map<string, Stances>(
    judgements.map(({ contributionId, coderId }) => [key(contributionId, coderId), new Map()]),
  );
  for (const { contributionId, coderId, themeId, stance } of taggings) {
    const reading = readings.get(key(contributionId, coderId));
    reading?.set(themeId, [...(reading.get(themeId) ?? []), stance]);
  }
  return (contributionId: string, coderId: string) => readings.get(key(contributionId, coderId)) ?? null;
}
