import writeXlsxFile from "write-excel-file/node";
import { csvText } from "@/lib/platform/text/csv";
import type { Release } from "@/lib/aggregate/publication/release-contents";
import type { AboutRelease } from "./release-file";
import { cellsOf, releaseRows, ROW_COLUMNS, ROW_KINDS } from "./release-rows";

/** A release as one table; the CSV writer makes formulas harmless. */
export function releaseCsv(release: Release, about: AboutRelease): string {
  return csvText([[...ROW_COLUMNS], ...releaseRows(release).map((row) => cellsOf(row, about))]);
}

/** A release as a workbook, a sheet for each kind of row. Every cell is text, so that none becomes a formula. */
export async function releaseXlsx(release: Release, about: AboutRelease): Promise<Uint8Array<ArrayBuffer>> {
  const rows = releaseRows(release);
  const sheets = ROW_KINDS.map((kind) => ({
    sheet: kind,
    stickyRowsCount: 1,
    columns: ROW_COLUMNS.map((name) => ({ width: name === "Statement" ? 80 : 22 })),
    data: [
      ROW_COLUMNS.map((value) => ({ value, type: String, fontWeight: "bold" as const })),
      ...rows
        .filter((row) => row.kind === kind)
        .map((row) => cellsOf(row, about).map((value) => ({ value, type: String }))),
    ],
  }));
  return Uint8Array.from(await writeXlsxFile(sheets).toBuffer());
}
