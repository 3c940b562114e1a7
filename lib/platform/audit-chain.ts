import { transaction, type Tx } from "./db";
import { sha256 } from "./digest";

/** An arbitrary lock number of our own: one process at a time extends the chain. */
const LOCK = 4_801_772_302;
const BATCH = 500;

type Entry = {
  id: string;
  at: Date;
  actorId: string | null;
  action: string;
  subjectId: string | null;
  digest: Uint8Array;
};

/** SHA-256 over the previous hash and the entry's contents, with its detail as a digest. */
function chainHash(previous: Uint8Array, entry: Entry): Uint8Array<ArrayBuffer> {
  const fields = [entry.id, entry.at.toISOString(), entry.actorId ?? "", entry.action, entry.subjectId ?? ""];
  return sha256(previous, JSON.stringify(fields), entry.digest);
}

const GENESIS = sha256("npq-review audit chain");
const SELECT = { id: true, at: true, actorId: true, action: true, subjectId: true, digest: true } as const;

/** Adds committed entries that are not in the chain yet; returns how many. */
export async function chainAuditEntries(): Promise<number> {
  return transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
    const last = await lastChained(tx);
    const entries = await tx.auditEntry.findMany({
      where: { position: null },
      orderBy: [{ at: "asc" }, { id: "asc" }],
      take: BATCH,
      select: SELECT,
    });
    let { position, hash } = last;
    for (const entry of entries) {
      position += 1n;
      hash = chainHash(hash, entry);
      await tx.auditEntry.update({ where: { id: entry.id }, data: { position, hash }, select: { id: true } });
    }
    return entries.length;
  });
}

async function lastChained(tx: Tx) {
  const last = await tx.auditEntry.findFirst({
    where: { position: { not: null } },
    orderBy: { position: "desc" },
    select: { position: true, hash: true },
  });
  return { position: last?.position ?? 0n, hash: last?.hash ?? GENESIS };
}

/**
 * Verifies the chain from its start; returns the position of the first entry that does not verify, or null.
 */
export async function firstBrokenEntry(tx: Tx): Promise<bigint | null> {
  let previous: Uint8Array = GENESIS;
  let position = 0n;
  for (;;) {
    const entries = await tx.auditEntry.findMany({
      where: { position: { gt: position } },
      orderBy: { position: "asc" },
      take: 1000,
      select: { ...SELECT, position: true, hash: true },
    });
    if (entries.length === 0) return null;
    for (const entry of entries) {
      const expected = chainHash(previous, entry);
      if (entry.position !== position + 1n || !entry.hash || !sameBytes(entry.hash, expected))
        return position + 1n;
      previous = expected;
      position = entry.position;
    }
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
