import type { Question } from "@/lib/capture/roundtable/roundtable";
import type { ContributionInput } from "@/lib/capture/contribution/contribution";
import type { FileRow, Format } from "./reading/format";
import { speakerKey, wordColumns, type ColumnPlan, type SpeakerPlan } from "./plan";
import { readWaitingContribution } from "./reading/read-waiting";
import { readRow, type ImportContext, type ImportRow, type RowProblem } from "./row";
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
 * The result for the words in one column of a row: a contribution with its speaker decided, a contribution that waited on a
 * device, or nothing. `slot` is its place among all that the file could have.
 */
export type Outcome = { slot: number } & (
  | Decided
  | { what: "waiting"; line: number; input: ContributionInput }
);

/** The speaker of a row as the file spells it, whether or not the row is imported. */
export function speakerOf({ cells }: FileRow, { columns }: Pick<Reading, "columns">): string {
  return (cells[columns.fields.indexOf("speaker")] ?? "").trim();
}

/** Makes the function that decides on a row, given its place in the file: one outcome for each column that has words. */
export function outcomes(reading: Reading): (row: FileRow, place: number) => Outcome[] {
  const { columns, format } = reading;
  const worded = wordColumns(columns);
  const decide = decider(reading);
  return (fileRow, place) => {
    const { line, cells } = fileRow;
    const slot = place * Math.max(1, worded.length);
    const out = (reason: string): Outcome[] => [{ slot, what: "out", problem: { line, reason } }];
    if (fileRow.out !== undefined) return out(fileRow.out);
    if (format === "waiting") {
      const input = readWaitingContribution(cells[0] ?? "", reading.roundtableId);
      return "reason" in input ? out(input.reason) : [{ slot, what: "waiting", line, input }];
    }
    const width = columns.header.length;
    if (cells.length > width && cells.slice(width).some((extra) => extra.trim() !== ""))
      return out(
        `It has ${cells.length} columns, but the line that names them has ${width}. Go back to read the file with another separator, or correct the row`,
      );
    const filled = worded.filter((column) => (cells[column] ?? "").trim() !== "");
    if (filled.length === 0) return out("It has no words");
    return filled.map((column) => ({ slot: slot + worded.indexOf(column), ...decide(fileRow, column) }));
  };
}

type Decided =
  | { what: "contribution"; row: ImportRow; as: string | null; column: number }
  | { what: "out"; problem: RowProblem };

function decider(reading: Reading): (row: FileRow, column: number) => Decided {
  const { columns, questions } = reading;
  const as = new Map(reading.speakers.list.map((speaker) => [speakerKey(speaker.name), speaker.as]));
  const { wording, startsAt, timeKind } = columns;
  const context: ImportContext = { ...reading, wording, startsAt, timeKind };
  return ({ line, cells }, column) => {
    const cell = (field: ImportField) =>
      (cells[field === "text" ? column : columns.fields.indexOf(field)] ?? "").trim();
    const row = readRow(line, cell, context);
    if ("reason" in row) return { what: "out", problem: row };
    const chosen = row.speaker === null ? null : (as.get(speakerKey(row.speaker)) ?? "unknown");
    if (chosen === "out")
      return {
        what: "out",
        problem: { line, reason: "Its speaker’s contributions are left out, as you chose" },
      };
    const ofColumn = questions.find(({ id }) => id === columns.questions[column])?.id ?? null;
    return {
      what: "contribution",
      row: { ...row, questionId: row.questionId ?? ofColumn },
      as: chosen,
      column,
    };
  };
}
