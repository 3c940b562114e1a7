import { requireCan, type Viewer } from "@/lib/access/policy";
import { readReportFigures } from "@/lib/aggregate/publication/queries/report-figures";
import { figureTable } from "@/lib/aggregate/publication/report/figure-table";
import { db, type Tx } from "@/lib/platform/db";
import { readDraftChecks } from "@/lib/report/check/queries/draft-checks";
import { readWaivers } from "@/lib/report/check/queries/waivers";
import { neededWaivers, tellingWaivers } from "@/lib/report/check/waiver";
import type { Claim } from "@/lib/report/claim/claim";
import { readClaims } from "@/lib/report/claim/queries/claims";
import { claimsIn } from "@/lib/report/draft/block";
import { readBlocks, type Block, type Report } from "@/lib/report/draft/queries/reports";
import type { ComparedBlock } from "../compare/compare";
import type { VersionEvidence } from "../version-evidence";

export type SnapshotBlock = ComparedBlock & Pick<Block, "section">;

/** The draft as a version of now would keep it: its blocks, what each claim rests on, and its tables. */
export async function readSnapshot(client: Tx, viewer: Viewer, report: Report): Promise<SnapshotBlock[]> {
  const drafted = await readBlocks(client, report.id, { removedAt: null });
  const figures = await readReportFigures(client, viewer, report);
  const claims = await readClaims(client, report, figures);
  const checks = await readDraftChecks(client, report, { blocks: drafted, claims, figures });
  const waivers = neededWaivers(checks, await readWaivers(client, report.id));
  // A version prints why checks were set aside.
  const blocks = tellingWaivers(drafted, waivers) ?? drafted;
  return blocks.map(({ id, section, type, content, erasedAt }) => ({
    blockId: id,
    section,
    type,
    content,
    erasedAt,
    evidence: evidenceOf(content, claims),
    table: content.type === "figure" && figures ? figureTable(content.attrs.of, figures) : null,
  }));
}

/** The same for a page of facilitators. */
export function getSnapshot(viewer: Viewer, report: Report): Promise<SnapshotBlock[]> {
  requireCan(viewer, "report.write", report);
  return readSnapshot(db(), viewer, report);
}

function evidenceOf(content: Block["content"], claims: ReadonlyMap<string, Claim>): VersionEvidence {
  const cited = claimsIn(content).flatMap((id) => claims.get(id) ?? []);
  const ids = (contributions: Claim["supports"]) => contributions.map(({ id }) => id);
  return Object.fromEntries(
    cited.map(({ id, supports, contradicts, findingId, side, themeId, stance, told }) => [
      id,
      { supports: ids(supports), contradicts: ids(contradicts), findingId, side, themeId, stance, told },
    ]),
  );
}
