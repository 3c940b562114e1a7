import type { AuditAction } from "./audit-action";
import type { Tx } from "../db";
import { detailDigest, ENTRY_FORMAT } from "./chain-hash";

type Ids = Record<string, string | number | boolean | null | readonly string[]>;

export type AuditInput = {
  reviewId: string | null;
  actorId: string | null;
  action: AuditAction;
  subjectType: string;
  subjectId: string | null;
  /** Ids, counts and states. Never words or names. */
  detail?: Ids;
};

/** Appends an entry in the command's own transaction; a job adds it to the chain later. */
export async function audit(tx: Tx, entry: AuditInput): Promise<void> {
  await tx.auditEntry.create({ data: stored(entry) });
}

/** The same for several entries, in one statement. */
export async function auditAll(tx: Tx, entries: readonly AuditInput[]): Promise<void> {
  await tx.auditEntry.createMany({ data: entries.map(stored) });
}

function stored({ detail = {}, ...entry }: AuditInput) {
  return { ...entry, detail, ...detailDigest(detail), format: ENTRY_FORMAT };
}
