import { requireCan, type Viewer } from "@/lib/access/policy";
import { noteContributions } from "@/lib/access/reading";
import { visibleContributions, visibleRoundtables } from "@/lib/access/scope";
import { SOURCE_WORDS } from "@/lib/capture/contribution/contribution-words";
import { namesOf } from "@/lib/capture/contribution/queries/contribution-select";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import { changeWords, lateOperation, themesLeft, type LateEntry } from "../late";
import type { OwnLate } from "../late-state";
import { shownTaggings } from "./shown-contributions";

/**
 * What arrived after the roundtable was closed: first what waits for the lead, in the order in which it was
 * sent.
 */
export async function listLate(viewer: Viewer, roundtableId: string): Promise<LateEntry[]> {
  const roundtable = await db().roundtable.findFirst({
    where: { AND: [{ id: roundtableId }, visibleRoundtables(viewer)] },
    select: { reviewId: true },
  });
  if (!roundtable) throw notFound("roundtable");
  requireCan(viewer, "late.decide", roundtable);
  const rows = await db().lateEntry.findMany({
    where: { roundtableId },
    orderBy: [{ decidedAt: { sort: "desc", nulls: "first" } }, { sentAt: "asc" }, { id: "asc" }],
    include: { contribution: { select: { id: true, text: true, taggings: shownTaggings(viewer) } } },
  });
  const { reviewId } = roundtable;
  await noteContributions(viewer, rows.length > 0 ? [{ reviewId, roundtableId }] : []);
  const names = await namesOf(
    rows.flatMap(({ sentById, decidedById }) => [sentById, decidedById ?? sentById]),
  );
  const speakers = await db().participant.findMany({
    where: { roundtableId, id: { in: rows.flatMap(({ participantId }) => participantId ?? []) } },
    select: { id: true, label: true },
  });
  const labels = new Map(speakers.map(({ id, label }) => [id, label]));
  return rows.map((row) => toEntry(row, names, labels));
}

type Row = Prisma.LateEntryGetPayload<{
  include: { contribution: { select: { id: true; text: true; taggings: { select: { themeId: true } } } } };
}>;
type Names = ReadonlyMap<string, string>;

function toEntry(row: Row, names: Names, labels: Names): LateEntry {
  const operation = lateOperation(row.payload);
  const said = operation?.do === "record" || operation?.do === "edit" ? operation : null;
  const { participantId, decidedAt, decidedById, contribution: contribution } = row;
  const standing = contribution?.taggings.map(({ themeId }) => themeId) ?? [];
  return {
    id: row.id,
    kind: operation?.do === "record" ? "contribution" : operation?.do === "edit" ? "edit" : "other",
    text: said?.text ?? null,
    change: changeWords(operation),
    themes: themesLeft(decidedAt && operation?.do === "record" ? null : operation, standing),
    who: (participantId && labels.get(participantId)) || (said ? SOURCE_WORDS[said.source] : ""),
    saidAt: operation?.do === "record" ? new Date(operation.saidAt) : null,
    sentAt: row.sentAt,
    sentBy: names.get(row.sentById) ?? "",
    contribution: contribution && { id: contribution.id, text: contribution.text },
    erased: operation === null,
    decided:
      decidedAt && decidedById
        ? { at: decidedAt, by: names.get(decidedById) ?? "", taken: row.taken === true }
        : null,
  };
}

/** How many late entries wait for the lead at the roundtable, without those emptied by an erasure. */
export function countLate(viewer: Viewer, roundtableId: string): Promise<number> {
  return db().lateEntry.count({
    where: {
      roundtableId,
      roundtable: visibleRoundtables(viewer),
      decidedAt: null,
      NOT: { payload: { equals: {} } },
    },
  });
}

/** What the viewer sent late themselves, in the order of the decisions, with undecided entries last. */
export async function listOwnLate(viewer: Viewer, roundtableId: string): Promise<OwnLate[]> {
  const rows = await db().lateEntry.findMany({
    where: {
      roundtableId,
      roundtable: visibleRoundtables(viewer),
      sentById: viewer.userId,
      NOT: { payload: { equals: {} } },
    },
    orderBy: [{ decidedAt: { sort: "asc", nulls: "last" } }, { sentAt: "asc" }, { id: "asc" }],
    select: { id: true, kind: true, contributionId: true, decidedAt: true, taken: true },
  });
  return rows.map(({ id, kind, contributionId, decidedAt, taken }) => ({
    id,
    contributionId: contributionId ?? id,
    kind,
    state: decidedAt === null ? "waits" : taken ? "taken" : "set-aside",
  }));
}

/** When a contribution that arrived after the closing was accepted; null for a contribution of the record. */
export async function getLateAt(viewer: Viewer, id: string): Promise<Date | null> {
  const contribution = await db().contribution.findFirst({
    where: { AND: [{ id }, visibleContributions(viewer)] },
    select: { lateAt: true },
  });
  return contribution?.lateAt ?? null;
}
