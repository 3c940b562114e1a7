import { dashboardHref } from "@/app/(workspace)/reviews/[review]/dashboard/address";
import { can, type Viewer } from "@/lib/access/policy";
import { findingAnchor } from "@/lib/aggregate/publication/finding/finding-anchor";
import { getRelease } from "@/lib/aggregate/publication/queries/releases";
import type { Report } from "@/lib/report/draft/queries/reports";
import type { ExportedPassage, ExportedVersion } from "@/lib/report/export/exported";
import { standingClaims } from "@/lib/report/version/queries/publications";
import { exported, type Version } from "@/lib/report/version/queries/versions";

/** Where a claim leads; null where it leads nowhere. */
export type ClaimHref = (passage: ExportedPassage) => string | null;
type Evidence = { shown: ExportedVersion; hrefOf: ClaimHref };

/**
 * A version with where each claim leads: facilitators to its contributions, where it still stands in the draft; those who may
 * read released figures to the finding or theme of the release. Nobody else is led anywhere.
 */
export async function evidenceOf(
  viewer: Viewer | null,
  { report, version }: { report: Report; version: Version },
): Promise<Evidence> {
  if (viewer && can(viewer, "report.write", report)) {
    const ids = version.blocks.flatMap(({ evidence }) => Object.keys(evidence));
    const standing = await standingClaims(viewer, report, ids);
    const to = `/reviews/${report.review.slug}/reports/${report.slug}/evidence/`;
    const hrefOf: ClaimHref = ({ claimId }) => (claimId && standing.has(claimId) ? to + claimId : null);
    return { shown: exported(report, version), hrefOf };
  }
  if (viewer && can(viewer, "figures.released", report) && version.release !== null) {
    const release = await getRelease(viewer, report.reviewId, version.release);
    const own = release.tables.find(({ roundtable }) => (roundtable?.id ?? null) === report.roundtableId);
    const scope = { release: release.number, roundtable: own?.roundtable?.slug ?? null };
    const hrefOf: ClaimHref = ({ basis }) => basis && releasedHref(report.review.slug, scope, basis);
    return { shown: exported(report, version, release), hrefOf };
  }
  return { shown: exported(report, version), hrefOf: () => null };
}

/** A theme's figure is that of the report's roundtable; findings are counted for all roundtables together. */
function releasedHref(
  slug: string,
  { release, roundtable }: { release: number; roundtable: string | null },
  { theme, finding }: NonNullable<ExportedPassage["basis"]>,
): string {
  return finding
    ? `${dashboardHref(slug, { release, theme: theme.slug })}#${findingAnchor(finding.id)}`
    : dashboardHref(slug, { release, roundtable, theme: theme.slug });
}
