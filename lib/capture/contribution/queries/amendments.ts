import type { Viewer } from "@/lib/access/policy";
import { visibleContributions } from "@/lib/access/scope";
import { db, type Tx } from "@/lib/platform/db";
import type { Amendment } from "../amendment";
import { namesOf } from "./line-select";

/** What the line should say, the newest amendment first. */
export async function listAmendments(viewer: Viewer, contributionId: string): Promise<Amendment[]> {
  const rows = await db().amendment.findMany({
    where: { contributionId, contribution: visibleContributions(viewer) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, text: true, reason: true, createdAt: true, byId: true, erasedAt: true },
  });
  const names = await namesOf(rows.map(({ byId }) => byId));
  return rows.map(({ createdAt, byId, erasedAt, ...row }) => ({
    ...row,
    at: createdAt,
    by: names.get(byId) ?? "",
    erased: erasedAt !== null,
  }));
}

/**
 * What others than facilitators may come to read of a line: its newest amendment, else the line itself.
 * Clearing, its masks and its suggestions go by this text. Takes a transaction or the reading client.
 */
export async function standingText(tx: Tx, line: { id: string; text: string }): Promise<string> {
  const newest = await tx.amendment.findFirst({
    where: { contributionId: line.id, erasedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { text: true },
  });
  return newest?.text ?? line.text;
}

/** A line that was read for a viewer, with the words that its newest amendment gives it. */
export async function standingLine<Line extends { id: string; text: string }>(line: Line): Promise<Line> {
  return { ...line, text: await standingText(db(), line) };
}
