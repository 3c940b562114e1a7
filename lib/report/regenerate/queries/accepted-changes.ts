import { requireVisible, type Viewer } from "@/lib/access/policy";
import { db, type Tx } from "@/lib/platform/db";
import type { Report } from "@/lib/report/draft/queries/reports";
import { readVersionBlocks } from "@/lib/report/version/queries/versions";
import { acceptedChanges, type Accepted, type KeptVersion } from "../accepted";
import { readComposed, readDrafted } from "./regenerating";

/** What was accepted longer ago is restored with a version as a whole. */
const MAX_VERSIONS = 10;

/** What was accepted of what the evidence has changed, and can be taken back by itself. */
export async function listAccepted(viewer: Viewer, report: Report): Promise<Accepted[]> {
  requireVisible(viewer, "report.write", report, "draft");
  return readAccepted(db(), report);
}

/** The same within a transaction. The caller has checked that the viewer may write the report. */
export async function readAccepted(tx: Tx, report: Report): Promise<Accepted[]> {
  const composed = await readComposed(tx, report.id);
  if (composed.every(({ answered }) => answered === "")) return [];
  const drafted = await readDrafted(tx, report.id);
  const rows = await tx.version.findMany({
    // The words of another release are no earlier state of this draft.
    where: { reportId: report.id, releaseId: report.releaseId },
    orderBy: { number: "desc" },
    take: MAX_VERSIONS,
    select: { id: true, number: true },
  });
  const versions: KeptVersion[] = [];
  for (const row of rows) versions.push({ ...row, blocks: await readVersionBlocks(tx, row.id) });
  return acceptedChanges({ composed, drafted, versions });
}
