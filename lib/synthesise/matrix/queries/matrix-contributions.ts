import type { Viewer } from "@/lib/access/policy";
import { visibleContributions } from "@/lib/access/scope";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import { newestAmendments } from "@/lib/capture/contribution/queries/amendments";
import { CONTRIBUTION_SELECT, toContributions } from "@/lib/capture/contribution/queries/contribution-select";
import { db } from "@/lib/platform/db";
import type { Basis } from "../basis";
import { stateOf, type Matrix } from "../matrix";
import { readCells } from "./matrix-cells-sql";

/** Within the number of parameters that a statement takes. */
const AT_ONCE = 5_000;

/** A contribution with the words that stand: those of its newest amendment, where it has one. */
export type StandingContribution = Contribution & { amended: boolean };

/** The contributions with these ids, in the order in which they were said. It records that the viewer read them. */
export async function listBehind(
  viewer: Viewer,
  reviewId: string,
  ids: readonly string[],
): Promise<StandingContribution[]> {
  const found: StandingContribution[] = [];
  for (let from = 0; from === 0 || from < ids.length; from += AT_ONCE) {
    const rows = await db().contribution.findMany({
      where: {
        AND: [{ id: { in: ids.slice(from, from + AT_ONCE) }, reviewId }, visibleContributions(viewer)],
      },
      orderBy: [
        { roundtable: { heldOn: "asc" } },
        { roundtableId: "asc" },
        { saidAt: "asc" },
        { sequence: "asc" },
        { id: "asc" },
      ],
      select: CONTRIBUTION_SELECT,
    });
    const amended = await newestAmendments(
      db(),
      rows.map(({ id }) => id),
    );
    for (const contribution of await toContributions(viewer, rows)) {
      const text = amended.get(contribution.id);
      found.push({ ...contribution, text: text ?? contribution.text, amended: text !== undefined });
    }
  }
  return found;
}

export type BehindCell = { row: string; theme: string; contributions: readonly (Contribution & Stances)[] };
type Stances = { stances: Basis[number]["stances"] };

/** What is behind every cell of the matrix, in its order. */
export async function listBehindCells(
  viewer: Viewer,
  reviewId: string,
  matrix: Matrix,
): Promise<BehindCell[]> {
  const listed = matrix.cells.filter((cell) => stateOf(cell) !== "nothing");
  const cells = await readCells({
    kind: matrix.kind,
    reviewId,
    rowIds: matrix.rows.map(({ id }) => id),
    themeIds: matrix.columns.map(({ id }) => id),
    userId: viewer.userId,
    listed: listed.map(({ row, theme }) => ({ row, theme, summaryId: null })),
  });
  const ids = new Set(cells.flatMap(({ basis }) => (basis ?? []).map(({ id }) => id)));
  const said = await listBehind(viewer, reviewId, [...ids]);
  const places = new Map(said.map((contribution, index) => [contribution.id, { contribution, index }]));
  const bases = new Map(cells.map(({ row, theme, basis }) => [`${row} ${theme}`, basis]));
  return listed.map(({ row, theme }) => ({
    row,
    theme,
    contributions: (bases.get(`${row} ${theme}`) ?? [])
      .flatMap(({ id, stances }) => {
        const place = places.get(id);
        return place ? [{ ...place, stances }] : [];
      })
      .sort((a, b) => a.index - b.index)
      .map(({ contribution, stances }) => ({ ...contribution, stances })),
  }));
}
