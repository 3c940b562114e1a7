import { requireVisible, type Viewer } from "@/lib/access/policy";
import { listRoundtableTitles } from "@/lib/capture/roundtable/queries/roundtables";
import type { RoundtableTitle } from "@/lib/capture/roundtable/roundtable";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import type { Theme } from "@/lib/tag/codebook/theme";
import type { Change } from "../basis";
import { buildMatrix, type Matrix, type MatrixColumn } from "../matrix";
import type { MatrixSelection } from "../selection";
import { readCells, type CellKey } from "./matrix-cells-sql";
import { readChanges } from "./matrix-changes";
import { listRows } from "./matrix-rows";
import { listSummaries, type StoredSummary } from "./summaries";

export type FrameworkMatrix = Matrix & {
  /** Every theme that could be a column. */
  offered: readonly Theme[];
  roundtables: readonly RoundtableTitle[];
  /** The one that it is narrowed to. */
  roundtable: RoundtableTitle | null;
};

/**
 * The framework matrix of a review, exact and live. For facilitators alone: for everybody else it does not exist. It runs
 * the same statements however many rows and columns there are.
 */
export async function readMatrix(
  viewer: Viewer,
  reviewId: string,
  selection: MatrixSelection,
): Promise<FrameworkMatrix> {
  requireVisible(viewer, "review.work", { reviewId }, "matrix");
  const kind = selection.rows;
  const themes = await listThemes(viewer, reviewId, { retired: true });
  const roundtables = await listRoundtableTitles(viewer, reviewId);
  const roundtable = roundtables.find(({ slug }) => slug === selection.roundtable) ?? null;
  const rows = await listRows(viewer, { kind, reviewId, roundtableId: roundtable?.id ?? null });
  const stored = await listSummaries(viewer, { kind, reviewId, themes });
  const offered = themes.filter(
    ({ id, retired }) =>
      !retired || stored.some(({ theme, own, text }) => own && theme === id && text !== ""),
  );
  const columns = columnsOf(offered, selection.themes);
  const rowIds = new Set(rows.map(({ id }) => id));
  const themeIds = new Set(columns.map(({ id }) => id));
  const shown = stored.filter(({ row, theme }) => rowIds.has(row) && themeIds.has(theme));
  const own = shown.filter((summary) => summary.own);
  const counted = await readCells({
    kind,
    reviewId,
    rowIds: [...rowIds],
    themeIds: [...themeIds],
    userId: viewer.userId,
    listed: own.map(({ id, row, theme }) => ({ row, theme, summaryId: id })),
  });
  const changes = await readChanges(viewer, kind, own, counted);
  const written = [...byCell(shown).values()].map((here) => writtenCell(here, changes));
  return { ...buildMatrix(kind, rows, columns, { counted, written }), offered, roundtables, roundtable };
}

/** A cell from the summaries in it: its own, and those that came to it. */
function writtenCell(
  here: readonly [StoredSummary, ...StoredSummary[]],
  changes: ReadonlyMap<string, readonly Change[]>,
) {
  const [{ row, theme }] = here;
  const own = here.find((summary) => summary.own);
  const summary = own && {
    id: own.id,
    text: own.text,
    revision: own.revision,
    changes: changes.get(own.id) ?? [],
  };
  const brought = here.filter((one) => !one.own).map(({ id, text }) => ({ id, text }));
  return { row, theme, summary: summary ?? null, brought };
}

/** The themes that were asked for, in the codebook's order; without any, those of the review that are in use. */
function columnsOf(offered: readonly Theme[], slugs: readonly string[]): MatrixColumn[] {
  const asked = offered.filter(({ slug }) => slugs.includes(slug));
  const chosen =
    asked.length > 0 ? asked : offered.filter(({ axis, retired }) => axis === "theme" && !retired);
  return chosen.map(({ id, slug, title, colour, retired, parentId }) => ({
    id,
    slug,
    title,
    colour,
    retired,
    under: offered.find((theme) => theme.id === parentId)?.title ?? null,
  }));
}

const keyOf = ({ row, theme }: CellKey) => `${row} ${theme}`;

function byCell(summaries: readonly StoredSummary[]): Map<string, [StoredSummary, ...StoredSummary[]]> {
  const cells = new Map<string, [StoredSummary, ...StoredSummary[]]>();
  for (const summary of summaries) {
    const here = cells.get(keyOf(summary));
    if (here) here.push(summary);
    else cells.set(keyOf(summary), [summary]);
  }
  return cells;
}
