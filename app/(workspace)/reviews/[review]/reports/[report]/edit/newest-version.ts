import { forPage } from "@/lib/access/page";
import type { Viewer } from "@/lib/access/policy";
import type { Report } from "@/lib/report/draft/queries/reports";
import { getVersion, listVersions } from "@/lib/report/version/queries/versions";

/** The version that comments are kept with, and the paragraphs that it has; null before one was saved. */
export async function newestVersion(viewer: Viewer, report: Report) {
  const [newest] = await forPage(listVersions(viewer, report));
  if (!newest) return null;
  const { id, number, blocks } = await forPage(getVersion(viewer, report, newest.number));
  return { id, number, blockIds: blocks.map(({ blockId }) => blockId) };
}
