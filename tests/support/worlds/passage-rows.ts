import type { Viewer } from "@/lib/access/policy";
import type { PassageFilter } from "@/lib/tag/coding/queries/passages";
import type { ExportKind } from "@/lib/tag/exchange/file/export-kind";
import type { PassageRow } from "@/lib/tag/exchange/file/passages-csv";
import { openPassages, passageRows } from "@/lib/tag/exchange/queries/exchange-passages";

/** All rows of a file of passages. */
export async function allPassageRows(
  viewer: Viewer,
  kind: ExportKind,
  filter: PassageFilter,
): Promise<PassageRow[]> {
  const all: PassageRow[] = [];
  for await (const some of passageRows(viewer, await openPassages(viewer, kind, filter))) all.push(...some);
  return all;
}
