import type { Viewer } from "@/lib/access/policy";
import { noteContributions } from "@/lib/access/reading";
import { visibleParticipants, visibleRoundtables } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { outcomes, speakerOf, type Outcome, type Reading } from "../outcome";
import type { FileRow } from "../pieces";
import { reasonKept, reasonShown } from "../row";
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
  /** Why it is left out; null where it is imported. */
  out: string | null;
};

export type Preview = {
  come: number;
  left: number;
  /** The reasons why rows are left out, and how many rows have each. */
  reasons: { reason: string; rows: number }[];
  rows: PreviewRow[];
};

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

/** The first rows of a file as they are, before anything is set. */
export async function firstRows(viewer: Viewer, importId: string, count: number): Promise<FileRow[]> {
  await requireImport(viewer, importId);
  const rows: FileRow[] = [];
  for await (const row of importRows(importId)) {
    rows.push(row);
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
  const reading = await importReading(importId);
  const labels = await labelsOf(viewer, reading.roundtableId);
  const decide = outcomes(reading);
  const reasons = new Map<string, number>();
  const rows: PreviewRow[] = [];
  let seen = 0;
  let come = 0;
  for await (const { position, rows: fileRows } of importPieces(importId)) {
    const decided = await known(importId, reading, fileRows.map(decide), position);
    for (const [index, outcome] of decided.entries()) {
      if (outcome.what === "out") {
        const reason = reasonKept(outcome.problem);
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      } else come++;
      if (asked.leftOnly && outcome.what !== "out") continue;
      const row = fileRows[index];
      if (row && seen >= asked.from && rows.length < asked.take)
        rows.push(previewOf(row, outcome, reading, labels));
      seen++;
    }
  }
  const left = [...reasons.values()].reduce((sum, count) => sum + count, 0);
  const listed = [...reasons].map(([reason, count]) => ({ reason, rows: count }));
  return { come, left, reasons: listed.sort((a, b) => b.rows - a.rows), rows };
}

/** Contributions that waited on a device may have reached the record meanwhile. */
async function known(importId: string, reading: Reading, decided: Outcome[], position: number) {
  if (reading.format !== "waiting") return decided;
  const { left } = await stageContributions(importId, reading, decided, position);
  const there = new Map(left.map((problem) => [problem.line, problem]));
  return decided.map((outcome): Outcome => {
    const problem = outcome.what === "waiting" ? there.get(outcome.line) : undefined;
    return problem ? { what: "out", problem } : outcome;
  });
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
): PreviewRow {
  const { line } = row;
  const raw = (row.cells[columns.fields.indexOf("text")] ?? row.cells[0] ?? "").trim();
  const speaker = speakerOf(row, { columns });
  const numberOf = (id: string | null | undefined) => {
    const question = questions.find((one) => one.id === id);
    return question ? String(question.position) : "";
  };
  if (outcome.what === "out")
    return { line, words: raw, speaker, becomes: "", question: "", out: reasonShown(outcome.problem) };
  if (outcome.what === "waiting") {
    const { text, participantId, questionId, source } = outcome.input;
    const becomes = labels.get(participantId ?? "") ?? OTHERS[source] ?? NOBODY;
    return { line, words: text, speaker: "", becomes, question: numberOf(questionId), out: null };
  }
  const { row: read, as } = outcome;
  const becomes = OTHERS[read.source] ?? (as === null ? NOBODY : (CHOSEN[as] ?? labels.get(as) ?? NOBODY));
  return { line, words: read.text, speaker, becomes, question: numberOf(read.questionId), out: null };
}

/** Contributions that are no single participant's. */
const OTHERS: Record<string, string> = { group: "The group", note: "Facilitator’s own note" };
