import { transaction, type Tx } from "../db";
import { sha256 } from "../digest";
import { chainHash, isDetailWhole, sameBytes } from "./chain-hash";

/** An arbitrary lock number of our own: one process at a time extends the chain. */
const LOCK = 4_801_772_302;
const BATCH = 500;

const GENESIS = sha256("npq-review audit chain");
const SELECT = {
  id: true,
  reviewId: true,
  at: true,
  actorId: true,
  action: true,
  subjectType: true,
  subjectId: true,
  detail: true,
  salt: true,
  digest: true,
  format: true,
} as const;

/** Adds all committed entries that are not in the chain yet, so many in a transaction that nobody waits long; returns how many. */
export async function chainAuditEntries(signal?: AbortSignal): Promise<number> {
  let chained = 0;
  for (;;) {
    const added = await chainBatch();
    chained += added;
    if (added < BATCH || signal?.aborted) return chained;
  }
}

async function chainBatch(): Promise<number> {
  return transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
    const last = await lastChained(tx);
    const entries = await tx.auditEntry.findMany({
      where: { position: null },
      orderBy: [{ at: "asc" }, { id: "asc" }],
      take: BATCH,
      select: SELECT,
    });
    if (entries.length === 0) return 0;
    const ids = entries.map(({ id }) => id);
    const hashes: string[] = [];
    let { hash } = last;
    for (const entry of entries) {
      hash = chainHash(hash, entry);
      hashes.push(Buffer.from(hash).toString("hex"));
    }
    // In one statement: on the embedded database, saves wait for each.
    return tx.$executeRaw`
      UPDATE audit_entry SET position = ${last.position}::bigint + link.number, hash = decode(link.hash, 'hex')
      FROM unnest(${ids}::uuid[], ${hashes}::text[]) WITH ORDINALITY AS link(id, hash, number)
      WHERE audit_entry.id = link.id`;
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

/** How many entries are read at a time. */
const PAGE = 1000;

export type ChainCheck = {
  /** The number of the entry that was checked first. */
  first: bigint;
  /** The last entry that verifies, with its time; null where not even the first one does, or there is none. */
  verified: { position: bigint; at: Date } | null;
  /** The number of the first entry that does not verify. */
  broken: bigint | null;
  /** Whether `most` were checked and there are more. */
  more: boolean;
};

/**
 * Verifies the chain from its start, or after an entry that was verified before, page by page and at most `most`
 * entries.
 */
export async function checkChain(
  tx: Tx,
  { after = 0n, most = Infinity }: { after?: bigint; most?: number } = {},
): Promise<ChainCheck> {
  let { position, hash: previous, verified } = await linkAt(tx, after);
  const first = position + 1n;
  for (let checked = 0; checked < most;) {
    const entries = await tx.auditEntry.findMany({
      where: { position: { gt: position } },
      orderBy: { position: "asc" },
      take: Math.min(PAGE, most - checked),
      select: { ...SELECT, position: true, hash: true },
    });
    if (entries.length === 0) return { first, verified, broken: null, more: false };
    for (const entry of entries) {
      const expected = chainHash(previous, entry);
      const whole = entry.hash !== null && sameBytes(entry.hash, expected) && isDetailWhole(entry);
      if (entry.position !== position + 1n || !whole)
        return { first, verified, broken: position + 1n, more: false };
      previous = expected;
      position = entry.position;
      verified = { position, at: entry.at };
    }
    checked += entries.length;
  }
  const left = await tx.auditEntry.findFirst({ where: { position: { gt: position } }, select: { id: true } });
  return { first, verified, broken: null, more: left !== null };
}

/** The entry of that number, to go on from; the start of the chain where there is none. */
async function linkAt(tx: Tx, after: bigint) {
  const entry = await tx.auditEntry.findUnique({
    where: { position: after },
    select: { position: true, hash: true, at: true },
  });
  if (!entry?.position || !entry.hash) return { position: 0n, hash: GENESIS as Uint8Array, verified: null };
  return {
    position: entry.position,
    hash: entry.hash,
    verified: { position: entry.position, at: entry.at } as ChainCheck["verified"],
  };
}

/** The number of the first entry that does not verify, or null. */
export async function firstBrokenEntry(tx: Tx): Promise<bigint | null> {
  return (await checkChain(tx)).broken;
}
