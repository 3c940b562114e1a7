import type { Question } from "@/lib/capture/roundtable/roundtable";
import type { ContributionInput } from "@/lib/capture/contribution/contribution";
import { type Format } from "./reading/format";
import type { FileRow } from "./pieces";
import { speakerKey, type ColumnPlan, type SpeakerPlan } from "./plan";
import { readWaitingContribution } from "./reading/read-waiting";
import { readRow, type ImportRow, type RowProblem } from "./row";
import type { ImportField } from "./columns";

/** The settings with which the rows of a file are read. */
export type Reading = {
  format: Format;
  roundtableId: string;
  heldOn: Date;
  questions: readonly Question[];
  columns: ColumnPlan;
  speakers: SpeakerPlan;
};

/**
 * The result for one row: a contribution with its speaker decided, a contribution that waited on a device, or
 * nothing.
 */
export type Outcome =
  | { what: "contribution"; row: ImportRow; as: string | null }
  | { what: "waiting"; line: number; input: ContributionInput }
  | { what: "out"; problem: RowProblem };

/** The speaker of a row as the file spells it, whether or not the row is imported. */
export function speakerOf({ cells }: FileRow, { columns }: Pick<Reading, "columns">): string {
  return (cells[columns.fields.indexOf("speaker")] ?? "").trim();
}

/** Makes the function that decides on a row. */
export function outcomes(reading: Reading): (row: FileRow) => Outcome {
  const { columns, format } = reading;
  const as = new Map(reading.speakers.list.map((speaker) => [speakerKey(speaker.name), speaker.as]));
  const context = { ...reading, wording: columns.wording, startsAt: columns.startsAt };
  return (fileRow) => {
    const { line, cells } = fileRow;
    const out = (reason: string): Outcome => ({ what: "out", problem: { line, reason } });
    if (fileRow.out !== undefined) return out(fileRow.out);
    if (format === "waiting") {
      const input = readWaitingContribution(cells[0] ?? "", reading.roundtableId);
      return "reason" in input ? out(input.reason) : { what: "waiting", line, input };
    }
    const width = columns.header.length;
    if (cells.length > width && cells.slice(width).some((extra) => extra.trim() !== ""))
      return out(
        `It has ${cells.length} columns, but the first line names ${width}. Put words that hold a comma in quotation marks`,
      );
    const cell = (field: ImportField) => (cells[columns.fields.indexOf(field)] ?? "").trim();
    const row = readRow(line, cell, context);
    if ("reason" in row) return { what: "out", problem: row };
    const chosen = row.speaker === null ? null : (as.get(speakerKey(row.speaker)) ?? "unknown");
    return chosen === "out"
      ? out("Its speaker’s contributions are left out, as you chose")
      : { what: "contribution", row, as: chosen };
  };
}
