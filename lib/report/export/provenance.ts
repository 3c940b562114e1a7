import { formatDate } from "@/lib/platform/text/dates";
import type { ExportedVersion } from "./exported";

/** Which version this is; every export says so. */
export function provenance({
  reviewTitle,
  number,
  hash,
  savedAt,
  publishedAt,
  release,
}: ExportedVersion): string {
  const state = publishedAt ? `published on ${formatDate(publishedAt)}` : "a draft, not published";
  const figures = release === null ? "" : ` Figures from release ${release}.`;
  return `${reviewTitle}. Version ${number}, saved on ${formatDate(savedAt)}, ${state}.${figures} Fingerprint ${hash}.`;
}
