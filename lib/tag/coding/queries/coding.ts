import type { Viewer } from "@/lib/access/policy";
import {
  outsideOwnBlindRounds,
  ownBlindRounds,
  visibleContributions,
  visibleFlags,
  visibleMemos,
} from "@/lib/access/scope";
import { namesOf } from "@/lib/capture/contribution/queries/contribution-select";
import { db } from "@/lib/platform/db";
import { listTaggings } from "./taggings";
import { UNCODED, type CodingRead, type ContributionCoding, type ContributionMemo } from "../tagging";

/** Everything that coders have set on these contributions; contributions without any of it are left out. */
export async function listCoding(viewer: Viewer, contributionIds: readonly string[]): Promise<CodingRead> {
  const readAt = Date.now();
  const [taggings, memos, flags, npqs, decided, blindRounds] = await Promise.all([
    listTaggings(viewer, contributionIds),
    listMemos(viewer, contributionIds),
    listFlags(viewer, contributionIds),
    listNpqs(viewer, contributionIds),
    listDecided(viewer, contributionIds),
    listBlindRounds(viewer, contributionIds),
  ]);
  const coding: Record<string, ContributionCoding> = {};
  for (const id of contributionIds) {
    const said = {
      ...(taggings.has(id) ? { taggings: taggings.get(id) ?? [] } : {}),
      ...(memos.has(id) ? { memos: memos.get(id) ?? [] } : {}),
      ...(flags.has(id) ? { flag: flags.get(id) ?? null } : {}),
      ...(npqs.has(id) ? { npqs: npqs.get(id) ?? [] } : {}),
      ...(decided.has(id) ? { decided: decided.get(id) ?? [] } : {}),
      ...(blindRounds.has(id) ? { blindRound: blindRounds.get(id) ?? null } : {}),
    };
    if (Object.keys(said).length > 0) coding[id] = { ...UNCODED, ...said };
  }
  return { readAt, coding };
}

async function listMemos(
  viewer: Viewer,
  contributionIds: readonly string[],
): Promise<Map<string, ContributionMemo[]>> {
  const rows = await db().memo.findMany({
    where: { AND: [{ contributionId: { in: [...contributionIds] } }, visibleMemos(viewer)] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, contributionId: true, text: true, revision: true, byId: true, createdAt: true },
  });
  const names = await namesOf(rows.map(({ byId }) => byId));
  return byContribution(rows, ({ id, text, revision, byId, createdAt }) => ({
    id,
    text,
    revision,
    by: names.get(byId) ?? "",
    mine: byId === viewer.userId,
    at: createdAt,
  }));
}

async function listFlags(viewer: Viewer, contributionIds: readonly string[]) {
  const rows = await db().discussionFlag.findMany({
    where: { AND: [{ contributionId: { in: [...contributionIds] } }, visibleFlags(viewer)] },
    orderBy: [{ from: "desc" }, { id: "desc" }],
    select: { contributionId: true, byId: true, from: true },
  });
  const names = await namesOf(rows.map(({ byId }) => byId));
  return new Map(
    rows.map(({ contributionId, byId, from }) => [contributionId, { by: names.get(byId) ?? "", at: from }]),
  );
}

/** Which NPQs each is about; those about none are left out. */
async function listNpqs(viewer: Viewer, contributionIds: readonly string[]) {
  const rows = await db().contribution.findMany({
    where: {
      AND: [{ id: { in: [...contributionIds] } }, visibleContributions(viewer)],
      npqs: { isEmpty: false },
    },
    select: { id: true, npqs: true },
  });
  return new Map(rows.map(({ id, npqs }) => [id, npqs]));
}

async function listDecided(viewer: Viewer, contributionIds: readonly string[]) {
  const rows = await db().adjudication.findMany({
    where: {
      contributionId: { in: [...contributionIds] },
      until: null,
      contribution: { AND: [visibleContributions(viewer), outsideOwnBlindRounds(viewer)] },
    },
    orderBy: { id: "asc" },
    select: {
      contributionId: true,
      themeId: true,
      stances: true,
      codingRound: { select: { number: true } },
    },
  });
  return byContribution(rows, ({ themeId, stances, codingRound }) => ({
    themeId,
    stances,
    round: codingRound.number,
  }));
}

/** Contribution to the viewer's unfinished blind round that it is in. */
export async function listBlindRounds(viewer: Viewer, contributionIds: readonly string[]) {
  const rows = await db().codingRoundContribution.findMany({
    where: { contributionId: { in: [...contributionIds] }, codingRound: ownBlindRounds(viewer) },
    select: { contributionId: true, codingRound: { select: { number: true, title: true } } },
  });
  return new Map(rows.map(({ contributionId, codingRound }) => [contributionId, codingRound]));
}

function byContribution<Row extends { contributionId: string }, Said>(
  rows: readonly Row[],
  say: (row: Row) => Said,
): Map<string, Said[]> {
  const contributions = new Map<string, Said[]>();
  for (const row of rows) {
    const said = contributions.get(row.contributionId);
    if (said) said.push(say(row));
    else contributions.set(row.contributionId, [say(row)]);
  }
  return contributions;
}
