import { sha256 } from "@/lib/platform/digest";
import type { StoredContribution } from "./contribution";

export type RecordedContribution = Pick<StoredContribution, "participantId" | "questionId"> & {
  /** SHA-256 of the contribution's salt and text. */
  digest: Uint8Array;
  struck: boolean;
};

const FIRST = "npq-review record 1";

/**
 * The hash of a roundtable's record at its closing, 32 bytes: SHA-256 over the UTF-8 bytes of "npq-review
 * record 1" and a line feed, then for each contribution, in the order of the record (time said, facilitator's
 * number, id), the JSON array [position from 1, digest in lower-case hexadecimal, participant id or null,
 * question id or null, struck out] without spaces, and a line feed. It covers digests, not words, so it still
 * verifies after an erasure.
 */
export function recordHash(contributions: readonly RecordedContribution[]): Uint8Array<ArrayBuffer> {
  const rows = contributions.map(({ digest, participantId, questionId, struck }, index) =>
    JSON.stringify([index + 1, Buffer.from(digest).toString("hex"), participantId, questionId, struck]),
  );
  return sha256([FIRST, ...rows].map((row) => `${row}\n`).join(""));
}
