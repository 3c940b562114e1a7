import { z } from "zod";
import { actionWords } from "@/lib/access/action-words";
import { wordsOfAction } from "@/lib/access/policy";
import type { Download } from "@/lib/access/reading";

export type AuditEntry = {
  id: string;
  at: Date;
  /** The person's name, or the application. */
  actor: string;
  action: string;
  /** What it was done to, where that has a name: a roundtable's title, never a participant. */
  subject: string;
  subjectType: string;
  subjectId: string | null;
  detail: unknown;
  /** Its number in the chain, and its hash there; null until a job adds it. */
  position: bigint | null;
  hash: Uint8Array | null;
};

const FILES: Record<Download, string> = {
  "audit-log": "the audit log",
  "chart-svg": "a chart",
  "codebook-csv": "the themes (CSV)",
  "codebook-qdc": "the themes (REFI-QDA)",
  "live-xlsx": "live figures and contributions (Excel)",
  "matrix-xlsx": "the framework matrix (Excel)",
  "release-csv": "a release (CSV)",
  "release-docx": "a release (Word)",
  "release-xlsx": "a release (Excel)",
  "report-docx": "a report (Word)",
  "report-docx-open": "a report with its open comments (Word)",
  "report-html": "a report (HTML)",
  "report-md": "a report (Markdown)",
  "report-pdf": "a report (PDF)",
  "report-xlsx": "the evidence of a report (Excel)",
};

const Refused = z.object({ refused: z.string() });
const Downloaded = z.object({ file: z.string(), version: z.number().optional() });
const CODING_FILES: Record<string, string> = {
  "codings.csv": "the coding (CSV)",
  "codings.xlsx": "the coding (Excel)",
  "contributions.csv": "contributions with their themes (CSV)",
  "memos.csv": "memos (CSV)",
  "passages.docx": "passages (Word)",
};
const Exported = z.object({
  kind: z.string(),
  themeId: z.string().optional(),
  file: z.string().optional(),
});

/** What was done, in words, as far as the entry's detail says more than its action. */
export function entryWords({ action, detail }: Pick<AuditEntry, "action" | "detail">): string {
  return refusedWords(action, detail) ?? fileWords(action, detail) ?? actionWords(action);
}

function refusedWords(action: string, detail: unknown): string | null {
  const { data } = Refused.safeParse(detail);
  const words = action === "access.refuse" && data ? wordsOfAction(data.refused) : null;
  return words && `Was not allowed to ${words}`;
}

function fileWords(action: string, detail: unknown): string | null {
  const { data: file } = Downloaded.safeParse(detail);
  if (action === "download.take" && file) {
    const [, words] = Object.entries(FILES).find(([name]) => name === file.file) ?? [];
    if (words === undefined) return null;
    return `Downloaded ${words}${file.version === undefined ? "" : `, version ${file.version}`}`;
  }
  const { data: coding } = Exported.safeParse(detail);
  if (action !== "coding.export" || !coding) return null;
  return `Downloaded ${codingWords(coding)}, ${coding.kind === "own" ? "for the facilitators’ own use" : "to share"}`;
}

function codingWords({ themeId, file }: z.output<typeof Exported>): string {
  const ofTheme = themeId === undefined ? "" : " of a theme";
  const [, words] = Object.entries(CODING_FILES).find(([name]) => name === file) ?? [];
  if (words !== undefined) return words + ofTheme;
  return themeId === undefined ? "the coded contributions" : "the passages of a theme";
}

export const AUDIT_COLUMNS = [
  "Number in the chain",
  "When (UTC)",
  "Who",
  "What",
  "About",
  "Action",
  "Subject",
  "Subject id",
  "Detail",
  "Hash (SHA-256)",
];

/** The entry as a row of the file, under AUDIT_COLUMNS. */
export function auditRow(entry: AuditEntry): string[] {
  return [
    entry.position?.toString() ?? "",
    entry.at.toISOString(),
    entry.actor,
    entryWords(entry),
    entry.subject,
    entry.action,
    entry.subjectType,
    entry.subjectId ?? "",
    JSON.stringify(entry.detail),
    entry.hash ? Buffer.from(entry.hash).toString("hex") : "",
  ];
}
