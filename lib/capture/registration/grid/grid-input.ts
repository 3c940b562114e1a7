import { z } from "zod";
import { ToldMeans } from "@/lib/capture/people/participant";
import { PERMISSION_LEVELS, TOLD_MEANS } from "@/lib/capture/people/permission-choices";
import { MEANS_WORDS, PERMISSION_WORDS } from "@/lib/capture/people/permission-level";
import type { FormValues } from "@/lib/platform/result";
import { asList, blankAsNull } from "@/lib/platform/text/text";
import { levelOf, meansOf, readCell } from "./grid-cells";
import { GRID_COLUMNS, type GridCells, type GridColumn } from "./grid-columns";
import { changedColumns, isAsked, isToSave, problemsOf, withCell, type GridRow } from "./grid-row";

/** More people than take part in any roundtable. */
const MAX_GRID_ROWS = 500;

/** The form's field name of a cell, used for its value and its error. */
export const cellName = (column: GridColumn, rowId: string) => `${column}.${rowId}`;
export const baseName = (rowId: string) => `base.${rowId}`;
const personName = (rowId: string) => `person.${rowId}`;
export const rowFieldNames = { base: baseName, person: personName };

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

/**
 * The form sends `row` once for each row and, for each row, its cells as `<column>.<row>`, their values when
 * the page was made as `base.<row>` (JSON) and the chosen person as `person.<row>`. A cell that is not sent
 * is not changed.
 */
function withRows(fields: unknown): unknown {
  if (typeof fields !== "object" || fields === null || "rows" in fields) return fields;
  const sent: Record<string, unknown> = Object.fromEntries(Object.entries(fields));
  const rows = asList(sent.row).map((id) => {
    const { label = null, cells = {} } = readBase(sent[baseName(String(id))]);
    return {
      id,
      label,
      personId: blankAsNull(sent[personName(String(id))]),
      base: cells,
      cells: Object.fromEntries(
        GRID_COLUMNS.flatMap((column) => {
          const text = sent[cellName(column, String(id))];
          return text === undefined ? [] : [[column, text]];
        }),
      ),
    };
  });
  const { roundtableId, setPermission, setMeans } = sent;
  return {
    roundtableId,
    rows,
    setPermission,
    setMeans,
    chosen: asList(sent.chosen),
    confirmed: asList(sent.confirmed),
  };
}

const Base = z.object({ label: z.string().nullable(), cells: z.record(z.string(), z.unknown()) });

/** The contents of a row's hidden field. */
function readBase(text: unknown): Partial<z.output<typeof Base>> {
  try {
    return typeof text === "string" ? (Base.safeParse(JSON.parse(text)).data ?? {}) : {};
  } catch {
    return {};
  }
}

export function writeBase({ label, base }: Pick<GridRow, "label" | "base">): string {
  return JSON.stringify({ label, cells: base });
}

/** The rows of a form that came back, as they were typed. */
export function readSentRows(fields: unknown): GridRow[] {
  return Sent.safeParse(withRows(fields)).data?.rows ?? [];
}

/** The rows that were selected in it. */
export function readChosen({ chosen = [] }: FormValues): string[] {
  return Array.isArray(chosen) ? chosen : [chosen];
}

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
  withRows,
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
