"use client";

import { useState } from "react";
import { groupedRows, type RowGroup } from "./row-groups";

/** The rows in groups, each row in the group in which it was, for as long as the page is open. */
export function useRowGroups<Row extends { id: string }>(rows: readonly Row[]): readonly RowGroup<Row>[] {
  const [kept, keep] = useState<readonly RowGroup<Row>[]>(() => groupedRows(rows, []));
  const groups = groupedRows(rows, kept);
  if (groups !== kept) keep(groups);
  return groups;
}
