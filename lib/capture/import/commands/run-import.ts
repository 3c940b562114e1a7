import { z } from "zod";
import { insertContributions, rowsOf } from "@/lib/capture/contribution/commands/insert-contributions";
import { lockRoundtable } from "@/lib/capture/roundtable/commands/find-roundtable";
import { holdSpeakers } from "@/lib/capture/roundtable/commands/require-places";
import { recordingProblem } from "@/lib/capture/roundtable/states";
import { audit } from "@/lib/platform/audit/audit";
import { db, transaction } from "@/lib/platform/db";
import { publish } from "@/lib/platform/events";
import type { JobKind } from "@/lib/platform/jobs";
import { accountOf, type Account } from "../account";
import { outcomes } from "../outcome";
import { countWords } from "../reading/accounting";
import { importPieces, importReading } from "../queries/import-pieces";
import { stageContributions } from "../queries/stage-contributions";
import { speakerPlan } from "../plan";
import { reasonKept, type RowProblem } from "../row";
import { failImport } from "./fail-import";

/** The payload of an import's jobs. */
export const ImportPayload = z.object({ importId: z.uuid() });
type Run = Parameters<JobKind["run"]>[1];

/**
 * How many rows that are left out are kept with their reasons; a file with more has the same mistakes
 * throughout.
 */
const KEPT_PROBLEMS = 20_000;

/**
 * Imports a confirmed file, one piece for each transaction. The import is in a state that no query shows, so
 * that people can go on typing meanwhile. After a crash, the next process continues where it stopped. At the
 * end one update of a single row makes every contribution visible.
 */
export async function runImport(payload: unknown, run: Run): Promise<void> {
  const { importId } = ImportPayload.parse(payload);
  const found = await db().import.findUnique({
    where: { id: importId },
    select: { state: true, staged: true, rows: true },
  });
  if (found?.state !== "staged") return;
  const { conclusions, ...reading } = await importReading(importId);
  const decide = outcomes(reading);
  const ofImport = { importId, roundtableId: reading.roundtableId };
  const problems: RowProblem[] = [];
  const counted = { come: 0, timesUnread: 0 };
  for await (const { position, rows } of importPieces(importId)) {
    if (run.signal.aborted) throw new Error("The import was interrupted and will continue later.");
    const decided = rows.flatMap((row, index) => decide(row, position + index));
    const { contributions, left } = await stageContributions(importId, reading, decided);
    problems.push(...left);
    for (const { text } of contributions) counted.come += countWords(text);
    for (const one of decided) if (one.what === "contribution" && one.row.timeUnread) counted.timesUnread++;
    const end = position + rows.length;
    if (end <= found.staged) continue;
    const piece = { ...ofImport, position, end };
    if (!(await storePiece(piece, rowsOf(contributions)))) return;
    await run.progress(Math.min(end, found.rows), found.rows);
  }
  const account = accountOf(conclusions.words, reading.columns, counted);
  await makeVisible(importId, { problems, account: (reading.format === "waiting" ? null : account) ?? {} });
}

type StoredPiece = { importId: string; roundtableId: string; position: number; end: number };

/** False where the import was stopped meanwhile. A piece that is already stored is left as it is. */
function storePiece(
  { importId, roundtableId, position, end }: StoredPiece,
  contributions: string,
): Promise<boolean> {
  return transaction(async (tx) => {
    await lockRoundtable(tx, roundtableId);
    // Waits for an erasure of one of them, which then stops this import.
    await holdSpeakers(tx, roundtableId);
    const now = await tx.import.findUniqueOrThrow({
      where: { id: importId },
      select: { state: true, staged: true, createdById: true },
    });
    if (now.state !== "staged") return false;
    if (now.staged !== position) return now.staged >= end;
    const place = { roundtableId, importId, recordedById: now.createdById };
    await insertContributions(tx, place, contributions);
    await tx.import.update({ where: { id: importId }, data: { staged: end }, select: { id: true } });
    return true;
  });
}

type Done = { problems: readonly RowProblem[]; account: Account | Record<string, never> };

function makeVisible(importId: string, { problems, account }: Done): Promise<void> {
  return transaction(async (tx) => {
    const { roundtableId } = await tx.import.findUniqueOrThrow({
      where: { id: importId },
      select: { roundtableId: true },
    });
    await lockRoundtable(tx, roundtableId);
    const { state, createdById, speakers, roundtable } = await tx.import.findUniqueOrThrow({
      where: { id: importId },
      select: {
        state: true,
        createdById: true,
        speakers: true,
        roundtable: { select: { reviewId: true, state: true } },
      },
    });
    if (state !== "staged") return;
    const { reviewId } = roundtable;
    if (recordingProblem(roundtable.state)) {
      await failImport(
        tx,
        importId,
        "The roundtable closed before the import finished. Nothing from the file was added to the record.",
      );
      return;
    }
    // Somebody may have been erased while their words were being read.
    await tx.contribution.deleteMany({
      where: { importId, erasedAt: null, participant: { person: { erasedAt: { not: null } } } },
    });
    const rows = await tx.contribution.count({ where: { importId } });
    await tx.import.update({
      where: { id: importId },
      data: {
        state: "visible",
        visibleAt: new Date(),
        rows,
        problems: problemsKept(problems),
        account,
        // Names in the file are not needed any more.
        speakers: {},
        mapping: {},
        reading: {},
      },
      select: { id: true },
    });
    await tx.importChunk.deleteMany({ where: { importId } });
    await audit(tx, {
      reviewId,
      actorId: createdById,
      action: "contribution.import",
      subjectType: "import",
      subjectId: importId,
      detail: { roundtableId, rows, leftOut: problems.length, ...madeBy(speakers) },
    });
    await publish(tx, { kind: "contribution.recorded", reviewId, roundtableId });
  });
}

/** The first problems, and the number of further ones. */
function problemsKept(problems: readonly RowProblem[]): { line: number; reason: string }[] {
  const kept = problems.slice(0, KEPT_PROBLEMS).map((problem) => ({
    line: problem.line,
    reason: reasonKept(problem),
  }));
  const more = problems.length - kept.length;
  if (more === 0) return kept;
  return [...kept, { line: 0, reason: `${more.toLocaleString("en-GB")} further rows were left out` }];
}

function madeBy(speakers: unknown): { newParticipants: number; newQuestions: number } {
  const { made, questions } = speakerPlan(speakers);
  return { newParticipants: made.length, newQuestions: questions.length };
}
