import type { Viewer } from "@/lib/access/policy";
import { noteContributions } from "@/lib/access/reading";
import { visibleParticipants, visibleRoundtables } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { outcomes, speakerOf, type Outcome, type Reading } from "../outcome";
import type { FileRow } from "../reading/format";
import { reasonKept, reasonShown } from "../row";
import { accountOf, type Account } from "../account";
import { titleOf } from "../columns";
import { NEW_QUESTION, wordColumns } from "../plan";
import { countWords } from "../reading/accounting";
import { importPieces, importReading, importRows } from "./import-pieces";
import { stageContributions } from "./stage-contributions";

/** What will happen to one row of a file. */
export type PreviewRow = {
  line: number;
  words: string;
  /** As the file spells it. */
  speaker: string;
  /** The speaker to whom the words will be attributed. */
  becomes: string;
  question: string;
  saidAt: Date | null;
  /** The sheet of a workbook of several; empty otherwise. */
  sheet: string;
  /** Why it is left out; null where it is imported. */
  out: string | null;
};

export type Preview = {
  come: number;
  left: number;
  /** The reasons why rows are left out, and how many rows have each. */
  reasons: { reason: string; rows: number }[];
  rows: PreviewRow[];
  /** null for contributions that waited on a device. */
  account: Account | null;
  times: TimesRead;
};

/** How many contributions have a time, and the first and last of them. */
export type TimesRead = { read: number; from: Date | null; to: Date | null };

/** Its rows are people's words before they are contributions, and reading them is recorded alike. */
async function requireImport(viewer: Viewer, id: string): Promise<void> {
  const found = await db().import.findFirst({
    where: { id, roundtable: visibleRoundtables(viewer) },
    select: { roundtableId: true, roundtable: { select: { reviewId: true } } },
  });
  if (!found) throw notFound("import");
  const { roundtableId, roundtable } = found;
  await noteContributions(viewer, [{ roundtableId, reviewId: roundtable.reviewId }]);
}

/** The first rows of a file that can come in, as they are before anything is set. */
export async function firstRows(viewer: Viewer, importId: string, count: number): Promise<FileRow[]> {
  await requireImport(viewer, importId);
  const rows: FileRow[] = [];
  for await (const row of importRows(importId)) {
    if (row.out === undefined) rows.push(row);
    if (rows.length >= count) break;
  }
  return rows;
}

type Asked = { from: number; take: number; leftOnly: boolean };

/**
 * What will happen to the rows: counts of every row, and some of the rows themselves, of all or of those left
 * out.
 */
export async function previewImport(viewer: Viewer, importId: string, asked: Asked): Promise<Preview> {
  await requireImport(viewer, importId);
  const { conclusions, ...reading } = await importReading(importId);
  const labels = await labelsOf(viewer, reading.roundtableId);
  const sheets = conclusions.sheets.length > 1 ? conclusions.sheets : [];
  const decide = outcomes(reading);
  const reasons = new Map<string, number>();
  const rows: PreviewRow[] = [];
  const times: TimesRead = { read: 0, from: null, to: null };
  let [seen, come, words, timesUnread] = [0, 0, 0, 0];
  for await (const { position, rows: fileRows } of importPieces(importId)) {
    const decided = fileRows.map((row, index) => decide(row, position + index));
    for (const [index, all] of (await known(importId, reading, decided)).entries()) {
      for (const outcome of all) {
        if (outcome.what === "out") {
          const reason = reasonKept(outcome.problem);
          reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
        } else come++;
        if (outcome.what === "contribution") {
          words += countWords(outcome.row.text);
          if (outcome.row.timeUnread) timesUnread++;
          noteTime(times, outcome.row.saidAt);
        }
        if (asked.leftOnly && outcome.what !== "out") continue;
        const row = fileRows[index];
        if (row && seen >= asked.from && rows.length < asked.take)
          rows.push({
            ...previewOf(row, outcome, reading, labels),
            sheet: sheets[row.sheet ?? -1]?.name ?? "",
          });
        seen++;
      }
    }
  }
  const left = [...reasons.values()].reduce((sum, count) => sum + count, 0);
  const listed = [...reasons].map(([reason, count]) => ({ reason, rows: count }));
  const account =
    reading.format === "waiting"
      ? null
      : accountOf(conclusions.words, reading.columns, { come: words, timesUnread });
  return { come, left, reasons: listed.sort((a, b) => b.rows - a.rows), rows, account, times };
}

function noteTime(times: TimesRead, saidAt: Date | null): void {
  if (saidAt === null) return;
  times.read++;
  if (times.from === null || saidAt < times.from) times.from = saidAt;
  if (times.to === null || saidAt > times.to) times.to = saidAt;
}

/** Contributions that waited on a device may have reached the record meanwhile. */
async function known(importId: string, reading: Reading, decided: Outcome[][]): Promise<Outcome[][]> {
  if (reading.format !== "waiting") return decided;
  const { left } = await stageContributions(importId, reading, decided.flat());
  const there = new Map(left.map((problem) => [problem.line, problem]));
  return decided.map((all) =>
    all.map((outcome): Outcome => {
      const problem = outcome.what === "waiting" ? there.get(outcome.line) : undefined;
      return problem ? { slot: outcome.slot, what: "out", problem } : outcome;
    }),
  );
}

async function labelsOf(viewer: Viewer, roundtableId: string): Promise<Map<string, string>> {
  const people = await db().participant.findMany({
    where: { AND: [{ roundtableId }, visibleParticipants(viewer)] },
    select: { id: true, label: true },
  });
  return new Map(people.map(({ id, label }) => [id, label]));
}

const NOBODY = "Not known";
const CHOSEN: Record<string, string> = { new: "A new participant", host: "A new host", unknown: NOBODY };

function previewOf(
  row: FileRow,
  outcome: Outcome,
  { columns, questions }: Reading,
  labels: ReadonlyMap<string, string>,
): Omit<PreviewRow, "sheet"> {
  const { line } = row;
  const speaker = row.out === undefined ? speakerOf(row, { columns }) : "";
  const numberOf = (id: string | null | undefined) => {
    const question = questions.find((one) => one.id === id);
    return question ? String(question.position) : "";
  };
  const none = { line, speaker, becomes: "", question: "", saidAt: null };
  if (outcome.what === "out")
    return { ...none, words: wordsLeft(row, columns), out: reasonShown(outcome.problem) };
  if (outcome.what === "waiting") {
    const { text, participantId, questionId, source } = outcome.input;
    const becomes = labels.get(participantId ?? "") ?? OTHERS[source] ?? NOBODY;
    return { ...none, words: text, becomes, question: numberOf(questionId), out: null };
  }
  const { row: read, as, column } = outcome;
  const becomes = OTHERS[read.source] ?? (as === null ? NOBODY : (CHOSEN[as] ?? labels.get(as) ?? NOBODY));
  const question =
    read.questionId === null && columns.questions[column] === NEW_QUESTION
      ? `New: ${titleOf(columns, column)}`
      : numberOf(read.questionId);
  return { ...none, words: read.text, becomes, question, saidAt: read.saidAt, out: null };
}

/** Of a row that is left out: all of it where the reader left it out, else the words that would have come in. */
function wordsLeft({ cells, out }: FileRow, columns: Reading["columns"]): string {
  const worded = wordColumns(columns).map((column) => cells[column] ?? "");
  const shown = out === undefined && worded.length > 0 ? worded : cells;
  return shown.filter((cell) => cell.trim() !== "").join(" · ");
}

/** Contributions that are no single participant's. */
const OTHERS: Record<string, string> = { group: "The group", note: "Facilitator’s own note" };
