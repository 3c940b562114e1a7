import type { Viewer } from "@/lib/access/policy";
import { visibleFindings, visibleThemes } from "@/lib/access/scope";
import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import type { Report } from "../queries/reports";
import type { ClaimChange } from "../saving/save-draft-input";
import { recordChange } from "./find-block";
import { OPEN_EVIDENCE, writeEvidence } from "./write-evidence";

/**
 * What claims of a report tell and cite. One that no block names yet is left for when its block is saved. Sent again it changes
 * nothing.
 */
export async function saveClaims(
  tx: Tx,
  viewer: Viewer,
  report: Report,
  claims: readonly ClaimChange[],
): Promise<void> {
  if (claims.length === 0) return;
  const { reviewId } = report;
  const rows = await tx.claim.findMany({
    where: { id: { in: claims.map(({ id }) => id) }, block: { reportId: report.id } },
    select: {
      id: true,
      blockId: true,
      findingId: true,
      side: true,
      themeId: true,
      stance: true,
      evidence: OPEN_EVIDENCE,
    },
  });
  const there = new Map(rows.map((row) => [row.id, row]));
  const known = claims.filter(({ id }) => there.has(id));
  // What a claim told already it goes on telling: its finding may have been withdrawn since, which a check says.
  const told = known.filter(({ id, findingId, themeId }) => {
    const row = there.get(id);
    return row?.findingId !== findingId || row.themeId !== themeId;
  });
  await requireVisible(tx, viewer, reviewId, told);
  const changed = new Set<string>();
  for (const { id, findingId, side, themeId, stance, supports, contradicts } of known) {
    const row = there.get(id);
    if (!row) continue;
    const tells = { findingId, side, themeId, stance };
    const isNew =
      row.findingId !== findingId || row.side !== side || row.themeId !== themeId || row.stance !== stance;
    if (isNew) await tx.claim.update({ where: { id }, data: tells, select: { id: true } });
    const cited = [{ id, evidence: row.evidence, supports, contradicts }];
    if ((await writeEvidence(tx, viewer, report, cited)) || isNew) changed.add(row.blockId);
  }
  for (const blockId of changed)
    await recordChange(tx, viewer, { action: "claim.evidence", reviewId, reportId: report.id, blockId });
}

async function requireVisible(tx: Tx, viewer: Viewer, reviewId: string, claims: readonly ClaimChange[]) {
  const findings = new Set(claims.flatMap(({ findingId }) => findingId ?? []));
  const themes = new Set(claims.flatMap(({ themeId }) => themeId ?? []));
  const seen =
    findings.size === 0
      ? 0
      : await tx.finding.count({
          where: { AND: [{ id: { in: [...findings] }, reviewId }, visibleFindings(viewer)] },
        });
  const known =
    themes.size === 0
      ? 0
      : await tx.theme.count({
          where: { AND: [{ id: { in: [...themes] }, reviewId }, visibleThemes(viewer)] },
        });
  if (seen < findings.size || known < themes.size)
    throw invalid("A passage cites a finding or a theme that is not in this review any more. Choose again.");
}
