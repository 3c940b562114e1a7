import type { Viewer } from "@/lib/access/policy";
import { visibleSummaries } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { Basis, changesSince, type Change } from "../basis";
import type { RowKind } from "../selection";
import { readGone, type CellRow } from "./matrix-cells-sql";
import type { StoredSummary } from "./summaries";

/**
 * Summary to what has changed since it was written or confirmed. Only those are looked into whose contributions are not
 * as they were, which `cells` says: there they are listed, or there are none.
 */
export async function readChanges(
  viewer: Viewer,
  kind: RowKind,
  summaries: readonly StoredSummary[],
  cells: readonly CellRow[],
): Promise<Map<string, Change[]>> {
  const key = ({ row, theme }: { row: string; theme: string }) => `${row} ${theme}`;
  const now = new Map(cells.map((cell) => [key(cell), cell.basis]));
  const differing = summaries.filter((one) => one.text !== "" && now.get(key(one)) !== null);
  const ids = differing.map(({ id }) => id);
  const rows = await db().matrixSummary.findMany({
    where: { AND: [{ id: { in: ids } }, visibleSummaries(viewer)] },
    select: { id: true, basis: true },
  });
  const bases = new Map(rows.map(({ id, basis }) => [id, Basis.parse(basis)]));
  const compared = differing.map(({ id, row, theme }) => ({
    id,
    row,
    basis: bases.get(id) ?? [],
    now: now.get(key({ row, theme })) ?? [],
  }));
  const gone = await readGone(
    kind,
    viewer.userId,
    compared.flatMap((one) => idsGone(one.basis, one.now)),
  );
  return new Map(compared.map((one) => [one.id, changesSince(one.basis, one.now, { row: one.row, gone })]));
}

/** The contributions that a summary rests on and its cell no longer has. */
function idsGone(basis: Basis, now: Basis): string[] {
  const there = new Set(now.map(({ id }) => id));
  return basis.flatMap(({ id }) => (there.has(id) ? [] : [id]));
}
