import { can, type Viewer } from "@/lib/access/policy";
import { visibleReports } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { authorWords, type Remark, type Thread } from "../comment";

const COMMENT = {
  id: true,
  blockId: true,
  parentId: true,
  role: true,
  body: true,
  anchorStart: true,
  anchorEnd: true,
  anchorQuote: true,
  state: true,
  revision: true,
  createdAt: true,
  resolvedAt: true,
  resolvedById: true,
  erasedAt: true,
  version: { select: { number: true } },
  author: { select: { id: true, name: true, email: true } },
} as const satisfies Prisma.CommentSelect;

type Row = Prisma.CommentGetPayload<{ select: typeof COMMENT }>;

/** Facilitators may read comments at any time, everybody else while the report is out for comment. */
function readableComments(
  viewer: Viewer,
  report: { id: string; reviewId: string },
): Prisma.CommentWhereInput {
  return {
    reportId: report.id,
    report: {
      AND: [
        visibleReports(viewer),
        ...(can(viewer, "review.work", report) ? [] : [{ state: "in_review" as const }]),
      ],
    },
  };
}

/** The threads of a report: open ones first, then by when they began. */
export async function listComments(
  viewer: Viewer,
  report: { id: string; reviewId: string },
): Promise<Thread[]> {
  const rows = await db().comment.findMany({
    where: readableComments(viewer, report),
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: COMMENT,
  });
  const works = can(viewer, "review.work", report);
  const resolvers = await db().user.findMany({
    where: { id: { in: rows.flatMap(({ resolvedById }) => resolvedById ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(resolvers.map(({ id, name }) => [id, name]));
  const remark = (row: Row): Remark => ({
    id: row.id,
    author: authorWords(
      { name: row.author.name ?? row.author.email, role: row.role, mine: row.author.id === viewer.userId },
      works,
    ),
    body: row.body,
    at: row.createdAt,
    revision: row.revision,
    edited: row.revision > 1 && row.erasedAt === null,
    erased: row.erasedAt !== null,
  });
  const replies = (parent: Row) => rows.filter(({ parentId }) => parentId === parent.id).map(remark);
  const threads = rows
    .filter(({ parentId }) => parentId === null)
    .map((row) => ({
      ...remark(row),
      blockId: row.blockId,
      anchor: anchorOf(row),
      versionNumber: row.version.number,
      resolved: row.resolvedAt
        ? {
            by: works ? (names.get(row.resolvedById ?? "") ?? "a facilitator") : "the authors",
            at: row.resolvedAt,
          }
        : null,
      replies: replies(row),
    }));
  return [...threads.filter(({ resolved }) => !resolved), ...threads.filter(({ resolved }) => resolved)];
}

function anchorOf({ anchorStart: start, anchorEnd: end, anchorQuote: quote }: Row) {
  return start === null || end === null || quote === null ? null : { start, end, quote };
}

/** How many threads are open in each report whose comments the viewer may read. */
export async function countOpenComments(viewer: Viewer, reviewId: string): Promise<Map<string, number>> {
  const works = can(viewer, "review.work", { reviewId });
  const counts = await db().comment.groupBy({
    by: ["reportId"],
    where: {
      parentId: null,
      state: "open",
      report: {
        AND: [{ reviewId, ...(works ? {} : { state: "in_review" as const }) }, visibleReports(viewer)],
      },
    },
    _count: { _all: true },
  });
  return new Map(counts.map(({ reportId, _count }) => [reportId, _count._all]));
}
