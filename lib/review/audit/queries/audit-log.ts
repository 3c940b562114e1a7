import { requireCan, type Viewer } from "@/lib/access/policy";
import { noteDownload, noteReading } from "@/lib/access/reading";
import { sharedAuditEntries, visibleAuditEntries } from "@/lib/access/scope";
import { ACCESS_ACTIONS, READING_ACTIONS } from "@/lib/platform/audit/audit-action";
import { CSV_START, csvRows } from "@/lib/platform/text/csv";
import { endOfDay } from "@/lib/platform/text/dates";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { AUDIT_COLUMNS, auditRow, type AuditEntry } from "../audit-entry";
import type { AuditFilter, AuditKind } from "../audit-filter";
import { describeEntries } from "./audit-subjects";

type Asked = { reviewId: string; filter: AuditFilter; people: readonly { id: string }[] };

const PAGE = 50;
const FILE_PAGE = 1000;
const DAY_MS = 24 * 3_600_000;

/**
 * A page of the audit log, newest first; `before` is the last id of the preceding page. Reading it is recorded in it.
 */
export async function listAudit(
  viewer: Viewer,
  asked: Asked,
  before: string | null = null,
): Promise<{ entries: AuditEntry[]; next: string | null }> {
  const { reviewId } = asked;
  requireCan(viewer, "audit.read", { reviewId });
  await noteReading(viewer, {
    reviewId,
    action: "audit.read",
    subjectType: "review",
    subjectId: reviewId,
  });
  const place = before === null ? null : await findPlace(viewer, asked, before);
  const rows = await readRows(viewer, asked, place, PAGE + 1);
  const page = rows.slice(0, PAGE);
  const next = rows.length > PAGE ? (page.at(-1)?.id ?? null) : null;
  return { entries: await describeEntries(page), next };
}

/** The same entries as a file, in parts, so that however many there are take no more memory. */
export async function openAuditFile(viewer: Viewer, asked: Asked): Promise<AsyncGenerator<string, void>> {
  const { reviewId } = asked;
  requireCan(viewer, "audit.read", { reviewId });
  await noteDownload(viewer, "audit-log", { reviewId, subjectType: "review", subjectId: reviewId });
  return fileParts(viewer, asked);
}

async function* fileParts(viewer: Viewer, asked: Asked): AsyncGenerator<string, void> {
  yield CSV_START + csvRows([AUDIT_COLUMNS]);
  let place: Place | null = null;
  for (;;) {
    const rows: Row[] = await readRows(viewer, asked, place, FILE_PAGE);
    if (rows.length === 0) return;
    yield csvRows((await describeEntries(rows)).map(auditRow));
    place = rows.at(-1) ?? null;
  }
}

const ENTRY = {
  id: true,
  at: true,
  actorId: true,
  action: true,
  subjectType: true,
  subjectId: true,
  detail: true,
  position: true,
  hash: true,
} as const satisfies Prisma.AuditEntrySelect;

export type Row = Prisma.AuditEntryGetPayload<{ select: typeof ENTRY }>;
type Place = { id: string; at: Date };

/**
 * The review's own entries and those that concern every review, each along its own index, as one list: in one
 * statement the database would sort the whole log.
 */
async function readRows(viewer: Viewer, asked: Asked, place: Place | null, take: number): Promise<Row[]> {
  const read = (which: Prisma.AuditEntryWhereInput) =>
    db().auditEntry.findMany({
      where: { AND: [which, matching(asked.filter), ...(place ? [earlierThan(place)] : [])] },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take,
      select: ENTRY,
    });
  const rows = [...(await read(ownOf(viewer, asked))), ...(await read(sharedOf(viewer, asked)))];
  rows.sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1));
  return rows.slice(0, take);
}

function ownOf(viewer: Viewer, { reviewId }: Asked): Prisma.AuditEntryWhereInput {
  return { AND: [{ reviewId }, visibleAuditEntries(viewer)] };
}

function sharedOf(viewer: Viewer, { people }: Asked): Prisma.AuditEntryWhereInput {
  return sharedAuditEntries(
    viewer,
    people.map(({ id }) => id),
  );
}

/** The bound on time lets the database use the index. */
function earlierThan({ id, at }: Place): Prisma.AuditEntryWhereInput {
  return { at: { lte: at }, OR: [{ at: { lt: at } }, { id: { lt: id } }] };
}

function findPlace(viewer: Viewer, asked: Asked, id: string): Promise<Place | null> {
  return db().auditEntry.findFirst({
    where: { id, OR: [ownOf(viewer, asked), sharedOf(viewer, asked)] },
    select: { id: true, at: true },
  });
}

function matching({ kind, who, roundtableId, from, to }: AuditFilter): Prisma.AuditEntryWhereInput {
  return {
    AND: [
      ...(kind === null ? [] : [OF_KIND[kind]]),
      ...(who === null ? [] : [{ actorId: who }]),
      ...(roundtableId === null ? [] : [readingOf(roundtableId)]),
      ...(from === null ? [] : [{ at: { gt: endOfDay(new Date(from.getTime() - DAY_MS)) } }]),
      ...(to === null ? [] : [{ at: { lte: endOfDay(to) } }]),
    ],
  };
}

const OF_KIND: Record<AuditKind, Prisma.AuditEntryWhereInput> = {
  reading: { action: { in: [...READING_ACTIONS] } },
  access: { action: { in: [...ACCESS_ACTIONS] } },
  changes: { action: { notIn: [...READING_ACTIONS, ...ACCESS_ACTIONS] } },
};

/** Reading of the roundtable itself, and of what holds every roundtable: names and coding of the whole review. */
function readingOf(roundtableId: string): Prisma.AuditEntryWhereInput {
  return {
    OR: [
      { subjectType: "roundtable", subjectId: roundtableId },
      { subjectType: "review", action: { in: ["identity.read", "coding.export"] } },
    ],
  };
}
