import type { GridColumn } from "@/lib/capture/registration/grid/grid-columns";

/** The label stays in place while the table is scrolled sideways: 8.75rem wide. */
export const FROZEN_LABEL = "sticky left-0 w-35 min-w-35 max-w-35";

/** On a wide screen the name stays in place next to it. */
export const FROZEN_NAME = "xl:sticky xl:left-35 xl:z-10";

/** The scroll margin on the left: a focused cell must not be under the columns that stay in place. */
export function clearOfFrozen(column: GridColumn, named: boolean): string {
  if (column === "name") return "scroll-ml-36 xl:scroll-ml-0";
  return named ? "scroll-ml-36 xl:scroll-ml-82" : "scroll-ml-36";
}
