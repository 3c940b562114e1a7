import { createHash } from "node:crypto";

/**
 * The id of a contribution that has none of its own. It is the same for the same row, so that a row is never
 * stored twice, and it increases in the file's order, because the database stores ordered ids much faster.
 */
export function contributionId(importId: string, index: number): string {
  const hex = createHash("sha256").update(`${importId}:${index}`).digest("hex");
  const place = index.toString(16).padStart(6, "0");
  return `${importId.slice(0, 13)}-8${place.slice(0, 3)}-8${place.slice(3)}-${hex.slice(0, 12)}`;
}
