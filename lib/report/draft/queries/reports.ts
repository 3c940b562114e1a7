import { type Viewer } from "@/lib/access/policy";
import { visibleReports } from "@/lib/access/scope";
import { db, type Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import { BlockContent } from "../content/block-content";
import type { BlockType, ReportKind, Section } from "../document-kind";
import type { ReportState } from "../report";

export const REPORT_SELECT = {
  id: true,
  reviewId: true,
  roundtableId: true,
  slug: true,
  title: true,
  state: true,
  kind: true,
  releaseId: true,
  createdAt: true,
  roundtable: { select: { title: true } },
  review: { select: { title: true, slug: true, smallNumber: true, houseStyle: true } },
} as const satisfies Prisma.ReportSelect;

export type Report = {
  id: string;
  reviewId: string;
  roundtableId: string | null;
  slug: string;
  title: string;
  state: ReportState;
  kind: ReportKind;
  /** The release that its figures come from; null where none covers it yet. */
  releaseId: string | null;
  createdAt: Date;
  /** null when it covers the whole review. */
  roundtable: { title: string } | null;
  review: { title: string; slug: string; smallNumber: number; houseStyle: unknown };
};

/** The reports that the viewer may open, newest first. */
export function listReports(viewer: Viewer, reviewId: string): Promise<Report[]> {
  return db().report.findMany({
    where: { AND: [{ reviewId }, visibleReports(viewer)] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: REPORT_SELECT,
  });
}

/** One report, without its text. Refuses with not-found when the viewer may not open it. */
export async function getReport(viewer: Viewer, reviewId: string, slug: string): Promise<Report> {
  const report = await db().report.findFirst({
    where: { AND: [{ reviewId, slug }, visibleReports(viewer)] },
    select: REPORT_SELECT,
  });
  if (!report) throw notFound("report");
  return report;
}

/** Whether the viewer may open the report with that id. */
export async function mayOpenReport(viewer: Viewer, id: string): Promise<boolean> {
  return (await db().report.count({ where: { AND: [{ id }, visibleReports(viewer)] } })) > 0;
}

/** The same by id, outside of a transaction. */
export function getReportById(viewer: Viewer, id: string): Promise<Report> {
  return findReport(db(), viewer, id);
}

/** The same by id, inside a command's transaction. */
export async function findReport(tx: Tx, viewer: Viewer, id: string): Promise<Report> {
  const report = await tx.report.findFirst({
    where: { AND: [{ id }, visibleReports(viewer)] },
    select: REPORT_SELECT,
  });
  if (!report) throw notFound("report");
  return report;
}

export type Block = {
  id: string;
  section: Section;
  type: BlockType;
  position: number;
  content: BlockContent;
  revision: number;
  removedAt: Date | null;
  erasedAt: Date | null;
};

/** Blocks in order. The caller has checked that the viewer may read them. */
export async function readBlocks(tx: Tx, reportId: string, where: Prisma.BlockWhereInput): Promise<Block[]> {
  const rows = await tx.block.findMany({
    where: { AND: [{ reportId }, where] },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      id: true,
      section: true,
      type: true,
      position: true,
      content: true,
      revision: true,
      removedAt: true,
      erasedAt: true,
    },
  });
  return rows.map((row) => ({ ...row, content: BlockContent.parse(row.content) }));
}
