import { randomUUID } from "node:crypto";
import { shownLine, type ShownLine } from "@/components/tag/coding/shown-line";
import type { Line } from "@/lib/capture/contribution/contribution";
import type { RoundtableTitle } from "@/lib/capture/roundtable/roundtable";

/** A line of the coding page; it says which roundtable it is of, where the page shows several. */
export function lineToCode(line: Line, roundtables: readonly RoundtableTitle[]): ShownLine {
  const roundtable = roundtables.find(({ id }) => id === line.roundtableId);
  return {
    ...shownLine(line),
    ...(roundtable ? { where: roundtable.title } : {}),
    newMemoId: randomUUID(),
  };
}
