import type { Viewer } from "@/lib/access/policy";
import { visibleContributions, visibleFindings, visibleThemes } from "@/lib/access/scope";
import type { Tx } from "@/lib/platform/db";
import { saveClaims } from "@/lib/report/draft/commands/save-claims";
import type { Report } from "@/lib/report/draft/queries/reports";
import type { ClaimEvidence } from "@/lib/report/draft/composed/telling";

/**
 * What the claims of a version, or of paragraphs that were composed again, rested on, for those whose finding or theme is still in the review. Contributions that are no
 * longer in the record are left out, which the checks of the draft point out.
 */
export async function restoreEvidence(
  tx: Tx,
  viewer: Viewer,
  report: Report,
  blocks: readonly { evidence: ClaimEvidence }[],
): Promise<void> {
  const rested = blocks.flatMap(({ evidence }) => Object.entries(evidence));
  const there = await readThere(tx, viewer, report, {
    contributions: rested.flatMap(([, { supports, contradicts }]) => [...supports, ...contradicts]),
    findings: rested.flatMap(([, { findingId }]) => findingId ?? []),
    themes: rested.flatMap(([, { themeId }]) => themeId ?? []),
  });
  const has = (id: string | null) => id === null || there.has(id);
  const cited = (ids: readonly string[]) => ids.filter((id) => there.has(id));
  const claims = rested
    .filter(([, { findingId, themeId }]) => has(findingId) && has(themeId))
    .map(([id, { findingId, side, themeId, stance, supports, contradicts }]) => ({
      id,
      findingId,
      side,
      themeId,
      stance,
      supports: cited(supports),
      contradicts: cited(contradicts),
    }));
  await saveClaims(tx, viewer, report, claims);
}

type Named = { contributions: string[]; findings: string[]; themes: string[] };

/** The ids of those that the viewer still sees. */
async function readThere(
  tx: Tx,
  viewer: Viewer,
  { reviewId, roundtableId }: Report,
  { contributions, findings, themes }: Named,
): Promise<Set<string>> {
  const select = { id: true } as const;
  const place = roundtableId ? { roundtableId } : {};
  const rows = [
    ...(await tx.contribution.findMany({
      where: { AND: [{ id: { in: contributions }, reviewId, ...place }, visibleContributions(viewer)] },
      select,
    })),
    ...(await tx.finding.findMany({
      where: { AND: [{ id: { in: findings }, reviewId }, visibleFindings(viewer)] },
      select,
    })),
    ...(await tx.theme.findMany({
      where: { AND: [{ id: { in: themes }, reviewId }, visibleThemes(viewer)] },
      select,
    })),
  ];
  return new Set(rows.map(({ id }) => id));
}
