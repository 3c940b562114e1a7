import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { invalid } from "@/lib/platform/errors";
import { EXTRACT_PROBLEMS, registerColumns, schoolOf, type RegisterColumns, type School } from "./school";

/** A record of the register is about 1 kB; a much longer one means that a quotation mark was never closed. */
const MAX_RECORD = 64 * 1024;
const BATCH = 1_000;

export type SchoolBatch = { schools: School[]; outsideEngland: number; unreadable: number };

/** Reads an extract of the register row by row, and passes on its schools in batches. */
export async function readSchools(
  bytes: AsyncIterable<Uint8Array>,
  take: (batch: SchoolBatch) => Promise<void>,
): Promise<void> {
  const parser = parse({
    // One character for each byte, so that each field can be decoded by itself.
    encoding: "latin1",
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD,
  });
  const work = pipeline(Readable.from(bytes), parser, (rows: AsyncIterable<string[]>) => batches(rows, take));
  await work.catch((error: unknown) => {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("CSV_"))
      throw invalid(EXTRACT_PROBLEMS.damaged, "file");
    throw error;
  });
}

async function batches(rows: AsyncIterable<string[]>, take: (batch: SchoolBatch) => Promise<void>) {
  let columns: RegisterColumns | null = null;
  let batch = empty();
  for await (const row of rows) {
    if (columns === null) {
      columns = columnsOf(row);
      continue;
    }
    const school = schoolOf(row.map(decoded), columns);
    if (school === "outside") batch.outsideEngland++;
    else if (school === null) batch.unreadable++;
    else batch.schools.push(school);
    if (batch.schools.length < BATCH) continue;
    await take(batch);
    batch = empty();
  }
  if (columns === null) throw invalid(EXTRACT_PROBLEMS.empty, "file");
  await take(batch);
}

const empty = (): SchoolBatch => ({ schools: [], outsideEngland: 0, unreadable: 0 });

function columnsOf(heading: string[]): RegisterColumns {
  const [first = "", ...rest] = heading.map(decoded);
  const columns = registerColumns([first.replace(/^\uFEFF/, ""), ...rest]);
  if (columns === null) throw invalid(EXTRACT_PROBLEMS.columns, "file");
  return columns;
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const windows = new TextDecoder("windows-1252");

/** The register is in Windows-1252; a file that was opened and saved again may be in UTF-8. */
function decoded(field: string): string {
  if (!/[\u0080-\u00ff]/.test(field)) return field;
  const bytes = Buffer.from(field, "latin1");
  try {
    return utf8.decode(bytes);
  } catch {
    return windows.decode(bytes);
  }
}
