import type { Table } from "../../types";

/**
 * The table where somebody is: the one remembered ("" is the whole room), as long as it is there; else the one
 * they were put in charge of; else none.
 */
export function tableOf(remembered: string | null, tables: readonly Table[], userId: string): string | null {
  if (tables.length === 0 || remembered === "") return null;
  const table =
    tables.find(({ id }) => id === remembered) ??
    tables.find(({ facilitatorId }) => facilitatorId === userId);
  return table?.id ?? null;
}
