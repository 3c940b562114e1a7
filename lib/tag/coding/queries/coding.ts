import type { Viewer } from "@/lib/access/policy";
import { ownBlindRounds } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { PREPARED } from "@/lib/platform/database/prepared";
import { REST, seenContributions, TAGGINGS } from "./coding-sql";
import { toTagging, type TaggingRow } from "./taggings";
import {
  UNCODED,
  type CodingRead,
  type ContributionCoding,
  type ContributionMemo,
  type ContributionTagging,
} from "../tagging";

type Row =
  | TaggingRow
  | Said<"memo", Pick<ContributionMemo, "text" | "revision" | "by"> & { at: string; byId: string }>
  | Said<"flag", { at: string; by: string }>
  | Said<"npqs", { npqs: string[] }>
  | Said<"decided", ContributionCoding["decided"][number]>
  | Said<"blind", { number: number; title: string }>;
type Said<Kind extends string, What> = { kind: Kind; contributionId: string; id: string; said: What };

/**
 * Everything that coders have set on these contributions, in one statement; contributions without any of it are left out.
 */
export async function listCoding(viewer: Viewer, contributionIds: readonly string[]): Promise<CodingRead> {
  const readAt = Date.now();
  const coding: Record<string, ContributionCoding> = {};
  if (contributionIds.length === 0) return { readAt, coding };
  const rows = await db().$queryRaw<Row[]>`${PREPARED}
    WITH ${seenContributions(viewer, contributionIds)}
    ${TAGGINGS} UNION ALL ${REST(viewer.userId)} ORDER BY at, id`;
  const taggings: Record<string, ContributionTagging[]> = {};
  for (const row of rows) {
    if (row.kind === "tagging") (taggings[row.contributionId] ??= []).push(toTagging(viewer, row));
    else coding[row.contributionId] = withRow(coding[row.contributionId] ?? UNCODED, viewer, row);
  }
  for (const [id, set] of Object.entries(taggings))
    coding[id] = { ...(coding[id] ?? UNCODED), taggings: set };
  return { readAt, coding };
}

function withRow(
  coding: ContributionCoding,
  { userId }: Viewer,
  row: Exclude<Row, TaggingRow>,
): ContributionCoding {
  switch (row.kind) {
    case "memo": {
      const { byId, at, ...memo } = row.said;
      const mine = byId === userId;
      return { ...coding, memos: [...coding.memos, { id: row.id, ...memo, mine, at: new Date(at) }] };
    }
    case "flag":
      // The first who flagged it is named.
      return coding.flag ? coding : { ...coding, flag: { by: row.said.by, at: new Date(row.said.at) } };
    case "npqs":
      return { ...coding, npqs: row.said.npqs };
    case "decided":
      return { ...coding, decided: [...coding.decided, row.said] };
    case "blind":
      return { ...coding, blindRound: row.said };
  }
}

/** Contribution to the viewer's unfinished blind round that it is in. */
export async function listBlindRounds(viewer: Viewer, contributionIds: readonly string[]) {
  const rows = await db().codingRoundContribution.findMany({
    where: { contributionId: { in: [...contributionIds] }, codingRound: ownBlindRounds(viewer) },
    select: { contributionId: true, codingRound: { select: { number: true, title: true } } },
  });
  return new Map(rows.map(({ contributionId, codingRound }) => [contributionId, codingRound]));
}
