import type { Viewer } from "@/lib/access/policy";
import { noteContributions } from "@/lib/access/reading";
import { visibleContributions } from "@/lib/access/scope";
import { db, type Tx } from "@/lib/platform/db";
import type { Amendment } from "../amendment";
import { namesOf } from "./contribution-select";

/** What the contribution should say: its amendments, newest first. */
export async function listAmendments(viewer: Viewer, contributionId: string): Promise<Amendment[]> {
  const rows = await db().amendment.findMany({
    where: { contributionId, contribution: visibleContributions(viewer) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      text: true,
      reason: true,
      createdAt: true,
      byId: true,
      erasedAt: true,
      contribution: { select: { reviewId: true, roundtableId: true } },
    },
  });
  await noteContributions(
    viewer,
    rows.map(({ contribution }) => contribution),
  );
  const names = await namesOf(rows.map(({ byId }) => byId));
  return rows.map(({ id, text, reason, createdAt, byId, erasedAt }) => ({
    id,
    text,
    reason,
    at: createdAt,
    by: names.get(byId) ?? "",
    erased: erasedAt !== null,
  }));
}

/**
 * The text that people other than facilitators may come to read: the newest amendment, else the contribution
 * itself. Clearance, masks and suggestions use this text. Takes a transaction or the reading client.
 */
export async function standingText(tx: Tx, contribution: { id: string; text: string }): Promise<string> {
  const newest = await newestAmendments(tx, [contribution.id]);
  return newest.get(contribution.id) ?? contribution.text;
}

/** Contribution to the words of its newest amendment. Those without one are left out. */
export async function newestAmendments(
  tx: Tx,
  contributionIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.amendment.findMany({
    where: { contributionId: { in: [...contributionIds] }, erasedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { contributionId: true, text: true },
  });
  return new Map(rows.map(({ contributionId, text }) => [contributionId, text]));
}

/** A contribution that was read for a viewer, with the words of its newest amendment. */
export async function standingContribution<Contribution extends { id: string; text: string }>(
  contribution: Contribution,
): Promise<Contribution> {
  return { ...contribution, text: await standingText(db(), contribution) };
}
