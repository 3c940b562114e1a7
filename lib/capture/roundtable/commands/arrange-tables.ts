import { requireCan, type Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import type { AuditAction } from "@/lib/platform/audit/audit-action";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { ArrangeTablesInput, EndTablesInput } from "../tables";
import { findRoundtable, lockRoundtable } from "./find-roundtable";

/**
 * Names the break-out tables, and sets who types at each and who sits there. Tables that are not named stay;
 * they are ended together (endTables).
 */
export const arrangeTables = command(async (tx, viewer: Viewer, input: ArrangeTablesInput) => {
  const { roundtableId } = input;
  const { reviewId } = await requireToArrange(tx, viewer, roundtableId);
  await requireFacilitators(tx, reviewId, input);
  const ids: string[] = [];
  for (const table of input.tables) ids.push(await setTable(tx, roundtableId, table));
  for (const { participantId, table } of input.people) {
    const tableId = table === null ? null : (ids[table] ?? null);
    const { count } = await tx.participant.updateMany({
      where: { id: participantId, roundtableId },
      data: { tableId },
    });
    if (count === 0) throw invalid("Choose people at this roundtable.");
  }
  await tell(tx, viewer, { reviewId, roundtableId }, "tables.arrange", { tables: ids });
  return { tableIds: ids };
});

/** Ends the break-out: nobody sits at a table any more, go-rounds at tables are over, the room is one again. */
export const endTables = command(async (tx, viewer: Viewer, { roundtableId }: EndTablesInput) => {
  const { reviewId } = await requireToArrange(tx, viewer, roundtableId);
  const now = new Date();
  const { count } = await tx.breakoutTable.updateMany({
    where: { roundtableId, endedAt: null },
    data: { endedAt: now },
  });
  if (count === 0) return { ended: 0 };
  await tx.participant.updateMany({ where: { roundtableId }, data: { tableId: null } });
  // A go-round that a browser's clock began a moment ahead of ours does not end before it starts.
  await tx.$executeRaw`
    UPDATE go_round SET ended_at = greatest(started_at, ${now})
    WHERE roundtable_id = ${roundtableId}::uuid AND table_id IS NOT NULL AND ended_at IS NULL`;
  await tell(tx, viewer, { reviewId, roundtableId }, "tables.end", { tables: count });
  return { ended: count };
});

async function requireToArrange(tx: Tx, viewer: Viewer, roundtableId: string) {
  const { reviewId } = await findRoundtable(tx, viewer, roundtableId);
  requireCan(viewer, "contribution.record", { reviewId });
  if ((await lockRoundtable(tx, roundtableId)) === "closed")
    throw invalid("This roundtable is closed, so you cannot change its tables.");
  return { reviewId };
}

async function requireFacilitators(tx: Tx, reviewId: string, { tables }: ArrangeTablesInput): Promise<void> {
  const ids = new Set(tables.flatMap(({ facilitatorId }) => facilitatorId ?? []));
  const found = await tx.membership.count({
    where: { reviewId, userId: { in: [...ids] }, role: { in: ["lead", "facilitator"] } },
  });
  if (found < ids.size) throw invalid("Choose facilitators in this review.", "tableFacilitator");
}

/** Changes the table with that id where there is one, else adds it at the end. */
async function setTable(
  tx: Tx,
  roundtableId: string,
  { id, name, facilitatorId }: ArrangeTablesInput["tables"][number],
): Promise<string> {
  if (id !== null) {
    const { count } = await tx.breakoutTable.updateMany({
      where: { id, roundtableId, endedAt: null },
      data: { name, facilitatorId },
    });
    if (count === 0) throw invalid("Somebody has ended one of these tables. Reload the page.");
    return id;
  }
  const last = await tx.breakoutTable.aggregate({ where: { roundtableId }, _max: { position: true } });
  const position = (last._max.position ?? 0) + 1;
  const made = await tx.breakoutTable.create({
    data: { roundtableId, position, name, facilitatorId },
    select: { id: true },
  });
  return made.id;
}

type Place = { reviewId: string; roundtableId: string };
type Detail = { tables: number | readonly string[] };

async function tell(tx: Tx, { userId }: Viewer, place: Place, action: AuditAction, detail: Detail) {
  const subject = { subjectType: "roundtable", subjectId: place.roundtableId };
  await audit(tx, { reviewId: place.reviewId, actorId: userId, action, ...subject, detail });
  await publish(tx, { kind: "session.changed", ...place });
}
