import type { Consequence } from "@/lib/capture/people/consequence";
import type { FormRefusal, FormValues } from "@/lib/platform/result";
import type { GridColumn } from "./grid-columns";

/** A cell that a colleague changed since the page was made, to something else than what was typed. */
export type CellConflict = { rowId: string; column: GridColumn; theirs: string };

/** What narrower permissions change, shown before they are recorded. */
export type Narrowing = { labels: string[]; keys: string[]; consequences: Consequence[] };

/** What comes back to the grid after it was sent. */
export type GridAnswer =
  | { ok: true; message: string; values?: FormValues; narrowing?: Narrowing }
  | (FormRefusal & { conflicts?: CellConflict[] });
