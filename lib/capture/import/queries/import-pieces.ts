import { db } from "@/lib/platform/db";
import { FORMATS, type FileRow, type Format } from "../reading/format";
import type { Reading } from "../outcome";
import { rowsOf } from "../pieces";
import { conclusionsOf, type Conclusions } from "../reading/conclusions";
import { columnPlan, speakerPlan } from "../plan";

/**
 * The rows of a waiting file from a given row on, piece by piece. The caller has checked who may see them.
 */
export async function* importPieces(
  importId: string,
  from = 0,
): AsyncGenerator<{ position: number; rows: FileRow[] }> {
  const first = await db().importChunk.findFirst({
    where: { importId, position: { lte: from } },
    orderBy: { position: "desc" },
    select: { position: true },
  });
  let next = first?.position ?? 0;
  for (;;) {
    const piece = await db().importChunk.findFirst({
      where: { importId, position: { gte: next } },
      orderBy: { position: "asc" },
    });
    if (!piece) return;
    next = piece.position + 1;
    yield { position: piece.position, rows: rowsOf(piece.bytes) };
  }
}

/** Every row of a waiting file from a given row on. */
export async function* importRows(importId: string, from = 0): AsyncGenerator<FileRow> {
  for await (const { position, rows } of importPieces(importId, from))
    for (const [index, row] of rows.entries()) if (position + index >= from) yield row;
}

/** The settings with which the rows of an import are read. */
export async function importReading(importId: string): Promise<Reading & { conclusions: Conclusions }> {
  const found = await db().import.findUniqueOrThrow({
    where: { id: importId },
    select: {
      format: true,
      mapping: true,
      reading: true,
      speakers: true,
      roundtableId: true,
      roundtable: {
        select: { heldOn: true, questions: { select: { id: true, position: true, text: true } } },
      },
    },
  });
  return {
    format: formatOf(found.format),
    roundtableId: found.roundtableId,
    ...found.roundtable,
    columns: columnPlan(found.mapping),
    speakers: speakerPlan(found.speakers),
    conclusions: conclusionsOf(found.reading),
  };
}

export function formatOf(stored: string): Format {
  return FORMATS.find((format) => format === stored) ?? "csv";
}
