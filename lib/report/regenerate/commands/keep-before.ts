import type { Viewer } from "@/lib/access/policy";
import { canonicalJson } from "@/lib/platform/canonical-json";
import type { Tx } from "@/lib/platform/db";
import type { Report } from "@/lib/report/draft/queries/reports";
import { keepVersion } from "@/lib/report/version/commands/save-version";
import type { Edit } from "../edit";
import { readDrafted } from "../queries/regenerating";

const NAME = "Before changes from the evidence";

/**
 * Saves the draft as a version before it is changed, so that the change can be taken back. While one change after another is
 * accepted one version is enough, as long as it has the paragraphs that change as they are. Evidence and order alone are
 * compared when a version is saved.
 */
export async function keepBefore(
  tx: Tx,
  viewer: Viewer,
  report: Report,
  edits: readonly Edit[],
): Promise<void> {
  const newest = await tx.version.findFirst({
    where: { reportId: report.id },
    orderBy: { number: "desc" },
    select: { name: true, blocks: { select: { blockId: true, content: true } } },
  });
  const kept = new Map(newest?.blocks.map(({ blockId, content }) => [blockId, canonicalJson(content)]));
  const touched = edits.flatMap((edit) =>
    edit.is === "write" || edit.is === "remove" ? [edit.blockId] : [],
  );
  const drafted = await readDrafted(tx, report.id);
  const asKept = drafted
    .filter(({ id, removedAt }) => touched.includes(id) && !removedAt)
    .every(({ id, content }) => kept.get(id) === canonicalJson(content));
  const inWords = edits.every(({ is }) => is !== "cite" && is !== "arrange");
  if (newest?.name === NAME && asKept && inWords) return;
  await keepVersion(tx, viewer, report, NAME, { always: false });
}
