import { z } from "zod";
import { ToldMeans } from "@/lib/capture/people/participant";
import { PERMISSION_LEVELS, TOLD_MEANS } from "@/lib/capture/people/permission-choices";
import { MEANS_WORDS, PERMISSION_WORDS } from "@/lib/capture/people/permission-level";
import { blankAsNull } from "@/lib/platform/text/form-values";
import { levelOf, meansOf, readCell } from "./grid-cells";
import { GRID_COLUMNS, type GridCells, type GridColumn } from "./grid-columns";
import { formRows } from "./grid-form";
import { changedColumns, isAsked, isToSave, problemsOf, withCell, type GridRow } from "./grid-row";

/** More people than take part in any roundtable. */
const MAX_GRID_ROWS = 500;

const Cells = z.partialRecord(z.enum(GRID_COLUMNS), z.string().max(2_000, { error: "Shorten these words" }));

const Sent = z.object({
  roundtableId: z.uuid(),
  rows: z
    .array(
      z.object({
        id: z.uuid({ error: "This page is out of date. Load it again" }),
        /** The row's label, where its person is registered. */
        label: z.string().nullable(),
        personId: z.uuid({ error: "Choose the person from the list again" }).nullable(),
        base: Cells,
        cells: Cells,
      }),
    )
    .max(MAX_GRID_ROWS, { error: `Save ${MAX_GRID_ROWS} rows at most at a time` }),
  /** Rows that get the permission of the pressed button, without JavaScript. */
  chosen: z.array(z.string()),
  setPermission: z.preprocess(blankAsNull, z.enum(PERMISSION_LEVELS).nullable()),
  setMeans: z.preprocess(blankAsNull, ToldMeans.nullable()),
  /** The narrower permissions whose consequences the sender has seen: "<row>:<level>". */
  confirmed: z.array(z.string()),
});
type Sent = z.output<typeof Sent>;

/** A row to be saved: each cell as it was read, in the standard spelling. */
export type ChangedRow = GridRow & { changed: GridColumn[] };

export type SavePeopleInput = { roundtableId: string; rows: ChangedRow[]; confirmed: string[] };

function withPermission({ rows, chosen, setPermission, setMeans }: Sent): GridRow[] {
  if (setPermission === null) return rows;
  return rows.map((row) => {
    if (!chosen.includes(row.id) || !isAsked(row) || (row.label === null && !isToSave(row))) return row;
    const set = withCell(row, "permission", PERMISSION_WORDS[setPermission]);
    return setMeans === null ? set : withCell(set, "means", MEANS_WORDS[setMeans]);
  });
}

/** The cells of a row as they were read. */
function understood(cells: GridCells): GridCells {
  return Object.fromEntries(
    GRID_COLUMNS.flatMap((column) => {
      const text = cells[column];
      return text === undefined ? [] : [[column, readCell(column, text).text]];
    }),
  );
}

export const SavePeopleInput = z.preprocess(
  formRows,
  Sent.transform((sent, context): SavePeopleInput => {
    const rows = withPermission(sent).filter(isToSave);
    for (const row of rows)
      for (const [column, message] of Object.entries(problemsOf(row)))
        context.addIssue({ code: "custom", path: [`${column}.${row.id}`], message });
    return {
      roundtableId: sent.roundtableId,
      confirmed: sent.confirmed,
      rows: rows.map((row) => ({ ...row, cells: understood(row.cells), changed: changedColumns(row) })),
    };
  }),
);

/** The level and the means in a row's cells. */
export function permissionIn({ permission = "", means = "" }: GridCells) {
  return { level: levelOf(permission), means: meansOf(means) ?? TOLD_MEANS[0] };
}
