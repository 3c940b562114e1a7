import type { Viewer } from "@/lib/access/policy";
import { noteContributions } from "@/lib/access/reading";
import {
  OPEN_CONTRIBUTION,
  READABLE_BY_OTHERS,
  visibleContributions,
  visibleMemos,
} from "@/lib/access/scope";
import { SOURCE_WORDS } from "@/lib/capture/contribution/contribution-words";
import { Masks } from "@/lib/capture/contribution/mask-input";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import type { Span } from "@/lib/tag/coding/span";
import { codingGuid, guidIn, type ExportKind } from "../file/export-kind";
import type { ExportContribution } from "../file/contribution-source";
import type { ExchangeCoding, ExchangeNote } from "../file/project";
import { maskedSpan } from "../masked-span";
import { readRows, readTaggings, type ExportedRow } from "./exchange-rows";

/** Only facilitators read half-coded contributions. */
const CLOSED: Prisma.ContributionWhereInput = { roundtable: { state: "closed" } };

/**
 * The contributions in a file: those that count and, in a file to share, only those of closed roundtables
 * that others may read.
 */
export function exportedContributions(viewer: Viewer, kind: ExportKind): Prisma.ContributionWhereInput {
  const standing = [OPEN_CONTRIBUTION, visibleContributions(viewer)];
  return { AND: kind === "own" ? standing : [...standing, CLOSED, READABLE_BY_OTHERS] };
}

export type ReadExport = ExportContribution & {
  /** As it is here; not in a file to share. */
  id: string;
  roundtableId: string;
  participantId: string | null;
  /** null in a file to share. */
  question: string | null;
  saidAt: Date | null;
  notes: ExchangeNote[];
};

/** These contributions as they are exported, in the given order; coders are named by their user ids. */
export async function readExportedContributions(
  viewer: Viewer,
  kind: ExportKind,
  ids: readonly string[],
  themeIds: ReadonlySet<string>,
): Promise<ReadExport[]> {
  const rows = await readRows(viewer, kind, ids);
  await noteContributions(viewer, rows);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const codings = await readCodings(viewer, kind, byId, themeIds);
  const notes = kind === "own" ? await readNotes(viewer, ids) : new Map<string, ExchangeNote[]>();
  return ids.flatMap((id): ReadExport[] => {
    const row = byId.get(id);
    if (!row) return [];
    const said = notes.get(id) ?? [];
    return [
      {
        id,
        roundtableId: row.roundtableId,
        guid: guidIn(kind, "contribution", id),
        question: kind === "own" ? row.question : null,
        saidAt: kind === "own" && row.timeKnown ? new Date(row.saidAt) : null,
        speaker: kind === "own" ? (row.speaker ?? SOURCE_WORDS[row.source]) : null,
        words: row.words,
        codings: codings.get(id) ?? [],
        noteGuids: said.map(({ guid }) => guid),
        participantId: row.participantId,
        notes: said,
      },
    ];
  });
}

type Coding = ExchangeCoding & Span;

/**
 * People's open taggings, each once, with the time when its coder first set it: one that was removed and set
 * again is the same coding. Suggestions of methods are not codings.
 */
async function readCodings(
  viewer: Viewer,
  kind: ExportKind,
  contributions: ReadonlyMap<string, ExportedRow>,
  themeIds: ReadonlySet<string>,
): Promise<Map<string, Coding[]>> {
  const rows = await readTaggings(viewer, [...contributions.keys()], [...themeIds]);
  const all = new Map<string, { contributionId: string; coding: Coding; open: boolean }>();
  for (const { contributionId, themeId, stance, from, isOpen, userId, ...marked } of rows) {
    const contribution = contributions.get(contributionId);
    if (!contribution) continue;
    const span = kind === "own" ? marked : shownSpan(marked, contribution);
    const [contributionGuid, coderGuid] = [
      guidIn(kind, "contribution", contributionId),
      guidIn(kind, "coder", userId),
    ];
    const guid = codingGuid({ contributionGuid, coderGuid, themeId, stance, ...span });
    const before = all.get(guid);
    const at = kind === "own" ? (before?.coding.at ?? new Date(from)) : null;
    const coding = { guid, codeGuid: themeId, coderGuid, at, stance, noteGuids: [], ...span };
    all.set(guid, { contributionId, coding, open: isOpen || before?.open === true });
  }
  const byContribution = new Map<string, Coding[]>();
  for (const { contributionId, coding, open } of all.values())
    if (open) byContribution.set(contributionId, [...(byContribution.get(contributionId) ?? []), coding]);
  for (const codings of byContribution.values()) codings.sort((a, b) => (a.guid < b.guid ? -1 : 1));
  return byContribution;
}

function shownSpan({ spanStart, spanEnd }: Span, { masks }: ExportedRow): Span {
  if (spanStart === null || spanEnd === null) return { spanStart, spanEnd };
  const { start, end } = maskedSpan({ start: spanStart, end: spanEnd }, Masks.parse(masks ?? []));
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
