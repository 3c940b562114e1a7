import type { Consequence } from "@/lib/capture/people/consequence";
import type { FormRefusal, FormValues } from "@/lib/platform/result";
import type { GridColumn } from "./grid-columns";

/** A cell that a colleague changed since the page was made, to another value than the typed one. */
export type CellConflict = { rowId: string; column: GridColumn; theirs: string };

/** The consequences of narrower permissions, shown before they are recorded. */
export type Narrowing = { labels: string[]; keys: string[]; consequences: Consequence[] };

/** What the server returns to the grid. */
export type GridAnswer =
  | { ok: true; message: string; values?: FormValues; narrowing?: Narrowing }
  | (FormRefusal & { conflicts?: CellConflict[] });
