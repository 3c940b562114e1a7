import { auditAll, type AuditInput } from "@/lib/platform/audit/audit";
import type { ReadingAction } from "@/lib/platform/audit/audit-action";
import { afterCommit, db, type Tx } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { logFault } from "@/lib/platform/log/log";
import { oncePerProcess } from "@/lib/platform/once";
import type { Viewer } from "./policy";
import { makeSittings, type Sittings } from "./sitting";

type Reader = Pick<Viewer, "userId">;

/** What was read, by ids: never a word or a name. */
export type Reading = {
  reviewId: string;
  action: ReadingAction | "access.refuse";
  subjectType: "review" | "roundtable" | "release" | "report" | "theme";
  subjectId: string;
  detail?: AuditInput["detail"];
};

type Noted = { sittings: Sittings; underway: Map<string, Promise<void>> };
const noted = () =>
  oncePerProcess<Noted>("access.readings", () => ({ sittings: makeSittings(), underway: new Map() }));

/**
 * Records in the audit log that the viewer read something, once a sitting. Where it cannot be recorded it
 * throws, so that nothing is read. Inside a transaction its client is `tx`.
 */
export function noteReading(viewer: Reader, reading: Reading, tx?: Tx): Promise<void> {
  return noteReadings(viewer, [reading], tx);
}

/** The same for several things, in one statement; usually in none. */
async function noteReadings(viewer: Reader, readings: readonly Reading[], tx?: Tx): Promise<void> {
  const { sittings, underway } = noted();
  const now = Date.now();
  const fresh = new Map(
    readings
      .map((reading) => [keyOf(viewer, reading), reading] as const)
      .filter(([key]) => !sittings.has(key, now)),
  );
  if (fresh.size === 0) return;
  if (tx) return write(tx, viewer, fresh);
  // The queries of a page run side by side, and read the same.
  const others = [...fresh.keys()].flatMap((key) => underway.get(key) ?? []);
  for (const key of underway.keys()) fresh.delete(key);
  const keys = [...fresh.keys()];
  const writing = keys.length === 0 ? Promise.resolve() : write(db(), viewer, fresh);
  for (const key of keys) underway.set(key, writing);
  try {
    await Promise.all([...others, writing]);
  } finally {
    for (const key of keys) underway.delete(key);
  }
}

async function write(client: Tx, { userId }: Reader, fresh: ReadonlyMap<string, Reading>): Promise<void> {
  await auditAll(
    client,
    [...fresh.values()].map((reading) => ({ ...reading, actorId: userId })),
  );
  const { sittings } = noted();
  const remember = () => {
    for (const key of fresh.keys()) sittings.add(key, Date.now());
  };
  if (!afterCommit(() => Promise.resolve(remember()))) remember();
}

function keyOf({ userId }: Reader, { action, subjectType, subjectId, detail }: Reading): string {
  return [userId, action, subjectType, subjectId, ...Object.values(detail ?? {})].join(" ");
}

/** Records that the viewer read the words of these contributions: one entry for each of their roundtables. */
export function noteContributions(
  viewer: Reader,
  contributions: Iterable<{ reviewId: string; roundtableId: string }>,
  tx?: Tx,
): Promise<void> {
  const readings = new Map<string, Reading>();
  for (const { reviewId, roundtableId: subjectId } of contributions)
    readings.set(subjectId, { reviewId, action: "contribution.read", subjectType: "roundtable", subjectId });
  return noteReadings(viewer, [...readings.values()], tx);
}

/** Records that the viewer read names of a roundtable, or of the review as a whole. */
export function noteNames(
  viewer: Reader,
  subject: Pick<Reading, "reviewId" | "subjectId"> & { subjectType: "roundtable" | "review" },
  tx?: Tx,
): Promise<void> {
  return noteReading(viewer, { ...subject, action: "identity.read" }, tx);
}

/** Which file somebody takes away. */
export type Download =
  | "audit-log"
  | "codebook-csv"
  | "chart-svg"
  | "codebook-qdc"
  | "live-xlsx"
  | "matrix-xlsx"
  | "release-csv"
  | "release-docx"
  | "release-xlsx"
  | "report-docx"
  | "report-docx-open"
  | "report-html"
  | "report-md"
  | "report-pdf"
  | "report-xlsx";

/** Records that the viewer downloads a file, before they receive it. */
export function noteDownload(
  viewer: Reader,
  file: Download,
  { version, ...subject }: Omit<Reading, "action" | "detail"> & { version?: number },
): Promise<void> {
  return noteReading(viewer, {
    ...subject,
    action: "download.take",
    detail: version === undefined ? { file } : { file, version },
  });
}

/**
 * Records that a member was refused, where the refusal says whom and what. It is called where a refusal becomes an
 * answer. A fault is logged, and the refusal stands: nothing was read.
 */
export async function noteRefusal(error: unknown, tx?: Tx): Promise<void> {
  if (!(error instanceof Refusal) || error.refused === null) return;
  const { userId, reviewId, action } = error.refused;
  try {
    await noteReading(
      { userId },
      {
        reviewId,
        action: "access.refuse",
        subjectType: "review",
        subjectId: reviewId,
        detail: { refused: action },
      },
      tx,
    );
  } catch (fault) {
    logFault("refusal.not-noted", fault, { action });
  }
}
