import { formatDate } from "@/lib/platform/text/dates";
import type { VersionSummary } from "@/lib/report/version/queries/versions";

/** "Published on 3 May 2026 for everybody, withdrawn on 4 May 2026": what became of a version. */
export function publicationWords({ publishedAt, audience, withdrawnAt }: VersionSummary): string {
  if (!publishedAt) return "Not published";
  const who = audience === "public" ? "for everybody" : "for members";
  const since = withdrawnAt ? `, withdrawn on ${formatDate(withdrawnAt)}` : "";
  return `Published on ${formatDate(publishedAt)} ${who}${since}`;
}
