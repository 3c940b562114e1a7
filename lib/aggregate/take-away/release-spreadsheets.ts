import { csvText } from "@/lib/platform/text/csv";
import { xlsxFile } from "@/lib/platform/xlsx/xlsx-stream";
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
    name: kind,
    columns: ROW_COLUMNS.map((title) => ({ title, width: title === "Statement" ? 80 : 22 })),
    rows: [rows.filter((row) => row.kind === kind).map((row) => cellsOf(row, about))],
  }));
  const title = `${about.review}, release ${about.release}`;
  return xlsxFile(sheets, { title, description: about.link, created: release.createdAt });
}
