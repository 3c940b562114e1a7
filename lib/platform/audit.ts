import type { AuditAction } from "./audit-action";
import type { Tx } from "./db";
import { saltedDigest } from "./digest";

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
export async function audit(tx: Tx, { detail = {}, ...entry }: AuditInput): Promise<void> {
  await tx.auditEntry.create({ data: { ...entry, detail, ...saltedDigest(JSON.stringify(detail)) } });
}
