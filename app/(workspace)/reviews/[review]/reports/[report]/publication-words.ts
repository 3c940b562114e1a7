import { formatDate } from "@/lib/platform/text/dates";
import { supersededBy } from "@/lib/report/version/version";
import type { VersionSummary } from "@/lib/report/version/queries/versions";

/** "Published on 3 May 2026 for everybody, superseded by version 3": what became of a version. */
export function publicationWords(version: VersionSummary, all: readonly VersionSummary[]): string {
  const { publishedAt, audience, withdrawnAt } = version;
  if (!publishedAt) return "Not published";
  const who = audience === "public" ? "for everybody" : "for members";
  const published = `Published on ${formatDate(publishedAt)} ${who}`;
  if (withdrawnAt) return `${published}, withdrawn on ${formatDate(withdrawnAt)}`;
  const later = supersededBy(version, all);
  return later === null ? published : `${published}, superseded by version ${later}`;
}
