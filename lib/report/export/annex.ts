import { xlsxFile } from "@/lib/platform/xlsx/xlsx-stream";
import { SECTION_WORDS } from "@/lib/report/draft/document-kind";
import { statementOf } from "./claim-basis";
import { FIGURES_NOTE, type ExportedVersion } from "./exported";
import { provenance } from "./provenance";

/** A contribution behind a claim, for facilitators: no words, and no name. */
export type CitedLabel = { id: string; label: string; roundtable: string };
export type ClaimCitations = { supports: readonly CitedLabel[]; contradicts: readonly CitedLabel[] };

const CLAIM_COLUMNS = ["Part", "Statement", "What the release says", "Theme", "Finding"];
const CITED_COLUMNS = ["Bearing", "Contribution by", "Roundtable", "Contribution"];

/**
 * The evidence of a version as a workbook: a row for each claim with its released figure and, where `citations` are given,
 * one for each contribution behind it. Every cell is text, so that none becomes a formula.
 */
export async function evidenceAnnex(
  version: ExportedVersion,
  citations: ReadonlyMap<string, ClaimCitations> | null,
): Promise<Uint8Array<ArrayBuffer>> {
  const head = citations ? [...CLAIM_COLUMNS, ...CITED_COLUMNS] : CLAIM_COLUMNS;
  const about = [
    [provenance(version)],
    [FIGURES_NOTE(version.smallNumber)],
    ...(citations
      ? [["For facilitators alone: which contributions are behind a statement is not published."]]
      : []),
  ];
  const sheets = [
    {
      name: "Evidence",
      columns: head.map((title) => ({
        title,
        width: title === "Statement" || title === "Finding" ? 70 : 24,
      })),
      rows: [annexRows(version, citations)],
    },
    { name: "About", columns: [{ title: version.title, width: 110 }], rows: [about] },
  ];
  return xlsxFile(sheets, {
    title: version.title,
    description: provenance(version),
    created: version.savedAt,
  });
}

/** A row a claim, or a row a claim and contribution. */
function annexRows(
  { blocks }: ExportedVersion,
  citations: ReadonlyMap<string, ClaimCitations> | null,
): string[][] {
  return blocks.flatMap(({ section, passages, gap }) =>
    passages.flatMap((passage) => {
      const { claimId, words, basis } = passage;
      if (claimId === null || gap) return [];
      const finding = basis?.finding?.text ?? "";
      const claim = [
        SECTION_WORDS[section],
        statementOf(passage),
        words ?? "",
        basis?.theme.title ?? "",
        finding,
      ];
      if (!citations) return [claim];
      const { supports = [], contradicts = [] } = citations.get(claimId) ?? {};
      const cited = [
        ...supports.map((one) => ["supports", one.label, one.roundtable, one.id]),
        ...contradicts.map((one) => ["contradicts", one.label, one.roundtable, one.id]),
      ];
      return cited.length === 0
        ? [[...claim, "", "", "", ""]]
        : cited.map((columns) => [...claim, ...columns]);
    }),
  );
}
