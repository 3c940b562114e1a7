import { requireCan, type Viewer } from "@/lib/access/policy";
import { refusedFile } from "@/lib/capture/import/reading/limits";
import { db } from "@/lib/platform/db";
import { readBlocks, type Report } from "@/lib/report/draft/queries/reports";
import { getVersion, listVersions } from "@/lib/report/version/queries/versions";
import type { BaseBlock, DraftBlock } from "../base-block";
import type { ReturnedFile } from "../returned-file";

/** The version that a Word file was made from, and the draft as it is now. */
export type ReturnSource = {
  version: { id: string; number: number };
  base: readonly BaseBlock[];
  draft: readonly DraftBlock[];
};

/** Refuses a file of another report. One that no longer says where it is from is taken to be of the newest version. */
export async function readReturnSource(
  viewer: Viewer,
  report: Report,
  { version: named }: ReturnedFile,
): Promise<ReturnSource> {
  requireCan(viewer, "report.write", report);
  const versions = await listVersions(viewer, report);
  const found = named
    ? versions.find(({ number, hash }) => number === named.number && hash.startsWith(named.hash))
    : versions[0];
  if (!found)
    throw refusedFile(
      named
        ? "This file was made from another report. Open the page of that report, and choose it there."
        : "No version of this report has been saved, so this file was not made from one. Save a version and download it first.",
    );
  const { id, number, blocks: base } = await getVersion(viewer, report, found.number);
  const draft = await readBlocks(db(), report.id, { removedAt: null });
  return { version: { id, number }, base, draft };
}
