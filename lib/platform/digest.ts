import { createHash, randomBytes } from "node:crypto";

export type SaltedDigest = { salt: Uint8Array<ArrayBuffer>; digest: Uint8Array<ArrayBuffer> };

export function sha256(...parts: (string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return Uint8Array.from(hash.digest());
}

/**
 * A new 16-byte salt and SHA-256(salt || text), 32 bytes. After text and salt are deleted, the text cannot be
 * guessed from the digest, and everything hashed over the digest still verifies.
 */
export function saltedDigest(text: string): SaltedDigest {
  const salt = Uint8Array.from(randomBytes(16));
  return { salt, digest: sha256(salt, text) };
}
