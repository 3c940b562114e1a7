import { canonicalJson } from "../canonical-json";
import { saltedDigest, sha256, type SaltedDigest } from "../digest";

/** The format of the entries that are written now. 1 is that of entries until November 2026. */
export const ENTRY_FORMAT = 2;

/** An entry as it is stored, without its place in the chain. */
export type ChainedEntry = {
  id: string;
  reviewId: string | null;
  at: Date;
  actorId: string | null;
  action: string;
  subjectType: string;
  subjectId: string | null;
  detail: unknown;
  salt: Uint8Array | null;
  digest: Uint8Array;
  format: number;
};

/**
 * SHA-256 over the previous hash, the entry's fields and the digest of its detail. In format 1 neither its review nor
 * the type of its subject is among them.
 */
export function chainHash(previous: Uint8Array, entry: ChainedEntry): Uint8Array<ArrayBuffer> {
  return sha256(
    previous,
    JSON.stringify(entry.format === 1 ? firstFields(entry) : allFields(entry)),
    entry.digest,
  );
}

function firstFields({ id, at, actorId, action, subjectId }: ChainedEntry) {
  return [id, at.toISOString(), actorId ?? "", action, subjectId ?? ""];
}

function allFields({ format, id, reviewId, at, actorId, action, subjectType, subjectId }: ChainedEntry) {
  return [format, id, reviewId, at.toISOString(), actorId, action, subjectType, subjectId];
}

/** The digest of an entry's detail; the database does not keep the order of its keys. */
export function detailDigest(detail: unknown): SaltedDigest {
  return saltedDigest(canonicalJson(detail));
}

/**
 * Whether the detail is what its digest was made of. One that was erased has no salt and is empty. In format 1 the
 * digest was made of text that the database does not keep, so that nothing can be said.
 */
export function isDetailWhole({ format, detail, salt, digest }: ChainedEntry): boolean {
  if (format === 1) return true;
  const text = canonicalJson(detail);
  return salt === null ? text === "{}" : sameBytes(sha256(salt, text), digest);
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
