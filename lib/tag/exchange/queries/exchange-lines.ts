import type { Viewer } from "@/lib/access/policy";
import { READABLE_BY_OTHERS, visibleContributions, visibleMemos, visibleTaggings } from "@/lib/access/scope";
import { SOURCE_WORDS } from "@/lib/capture/contribution/contribution-words";
import { Masks } from "@/lib/capture/contribution/mask";
import { OPEN_LINE } from "@/lib/capture/roundtable/queries/line-where";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import type { Span } from "@/lib/tag/coding/span";
import { codingGuid, guidIn, type ExportKind } from "../file/export-kind";
import type { ExportLine } from "../file/line-source";
import type { ExchangeCoding, ExchangeNote } from "../file/project";
import { maskedSpan } from "../masked-span";

/** Nobody but facilitators reads half-coded lines. */
const CLOSED: Prisma.ContributionWhereInput = { roundtable: { state: "closed" } };

/** Which lines a file holds: those that stand, and in one to share those of closed roundtables that others may read. */
export function exportedLines(viewer: Viewer, kind: ExportKind): Prisma.ContributionWhereInput {
  const standing = [OPEN_LINE, visibleContributions(viewer)];
  return { AND: kind === "own" ? standing : [...standing, CLOSED, READABLE_BY_OTHERS] };
}

const LINE = {
  id: true,
  source: true,
  text: true,
  participantId: true,
  participant: { select: { label: true } },
  clearances: { where: { until: null }, select: { text: true, masks: true } },
} as const satisfies Prisma.ContributionSelect;
type Row = Prisma.ContributionGetPayload<{ select: typeof LINE }>;

export type ReadExport = ExportLine & { participantId: string | null; notes: ExchangeNote[] };

/** These lines as they go out, in the order given; who coded them is named by their user's id. */
export async function readExportedLines(
  viewer: Viewer,
  kind: ExportKind,
  ids: readonly string[],
  themeIds: ReadonlySet<string>,
): Promise<ReadExport[]> {
  const where = { AND: [{ id: { in: [...ids] } }, exportedLines(viewer, kind)] };
  const rows = await db().contribution.findMany({ where, select: LINE });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const codings = await readCodings(viewer, kind, byId, themeIds);
  const notes = kind === "own" ? await readNotes(viewer, ids) : new Map<string, ExchangeNote[]>();
  return ids.flatMap((id): ReadExport[] => {
    const row = byId.get(id);
    if (!row) return [];
    const said = notes.get(id) ?? [];
    return [
      {
        guid: guidIn(kind, "line", id),
        speaker: kind === "own" ? (row.participant?.label ?? SOURCE_WORDS[row.source]) : null,
        words: wordsOf(row, kind),
        codings: codings.get(id) ?? [],
        noteGuids: said.map(({ guid }) => guid),
        participantId: row.participantId,
        notes: said,
      },
    ];
  });
}

/** What others read is the clearance's own text, never the line's. */
function wordsOf({ text, clearances }: Row, kind: ExportKind): string {
  return kind === "own" ? text : (clearances[0]?.text ?? "");
}

type Coding = ExchangeCoding & Span;

/**
 * People's open taggings, each once, with when its coder first set it: what was taken off and set again is the
 * same coding. Methods' suggestions are no codings.
 */
async function readCodings(
  viewer: Viewer,
  kind: ExportKind,
  lines: ReadonlyMap<string, Row>,
  themeIds: ReadonlySet<string>,
): Promise<Map<string, Coding[]>> {
  const rows = await db().tagging.findMany({
    where: {
      AND: [visibleTaggings(viewer), { contributionId: { in: [...lines.keys()] } }],
      themeId: { in: [...themeIds] },
      coder: { userId: { not: null } },
    },
    orderBy: [{ from: "asc" }, { id: "asc" }],
    select: {
      ...{ contributionId: true, themeId: true, stance: true, spanStart: true, spanEnd: true },
      ...{ from: true, until: true, coder: { select: { userId: true } } },
    },
  });
  const all = new Map<string, { lineId: string; coding: Coding; open: boolean }>();
  for (const { contributionId: lineId, themeId, stance, from, until, coder, ...marked } of rows) {
    const line = lines.get(lineId);
    if (!line || coder.userId === null) continue;
    const span = kind === "own" ? marked : shownSpan(marked, line);
    const [lineGuid, coderGuid] = [guidIn(kind, "line", lineId), guidIn(kind, "coder", coder.userId)];
    const guid = codingGuid({ lineGuid, coderGuid, themeId, stance, ...span });
    const before = all.get(guid);
    const at = kind === "own" ? (before?.coding.at ?? from) : null;
    const coding = { guid, codeGuid: themeId, coderGuid, at, stance, noteGuids: [], ...span };
    all.set(guid, { lineId, coding, open: until === null || before?.open === true });
  }
  const byLine = new Map<string, Coding[]>();
  for (const { lineId, coding, open } of all.values())
    if (open) byLine.set(lineId, [...(byLine.get(lineId) ?? []), coding]);
  for (const codings of byLine.values()) codings.sort((a, b) => (a.guid < b.guid ? -1 : 1));
  return byLine;
}

function shownSpan({ spanStart, spanEnd }: Span, { clearances }: Row): Span {
  if (spanStart === null || spanEnd === null) return { spanStart, spanEnd };
  const masks = Masks.parse(clearances[0]?.masks ?? []);
  const { start, end } = maskedSpan({ start: spanStart, end: spanEnd }, masks);
  return { spanStart: start, spanEnd: end };
}

async function readNotes(viewer: Viewer, ids: readonly string[]): Promise<Map<string, ExchangeNote[]>> {
  const rows = await db().memo.findMany({
    where: { AND: [{ contributionId: { in: [...ids] } }, visibleMemos(viewer)] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, contributionId: true, text: true, byId: true, createdAt: true },
  });
  const notes = new Map<string, ExchangeNote[]>();
  for (const { id: guid, contributionId, text, byId: authorGuid, createdAt: at } of rows) {
    const note = { guid, name: "", description: "", text, authorGuid, at };
    notes.set(contributionId, [...(notes.get(contributionId) ?? []), note]);
  }
  return notes;
}
