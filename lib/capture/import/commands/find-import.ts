import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleRoundtables } from "@/lib/access/scope";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import { stateOf } from "../state-of";
import { lockRoundtable, requireRecording } from "@/lib/capture/roundtable/commands/find-roundtable";

const SELECT = {
  id: true,
  roundtableId: true,
  format: true,
  state: true,
  rows: true,
  mapping: true,
  reading: true,
  speakers: true,
  jobId: true,
  createdById: true,
  roundtable: { select: { id: true, reviewId: true, slug: true, state: true, heldOn: true } },
} as const;

/** The import, for a viewer who may import records, with its roundtable's row locked. */
export async function findImport(tx: Tx, viewer: Viewer, importId: string) {
  const where = { id: importId, roundtable: visibleRoundtables(viewer) };
  const there = await tx.import.findFirst({ where, select: { roundtableId: true } });
  if (!there) throw notFound("import");
  await lockRoundtable(tx, there.roundtableId);
  const found = await tx.import.findFirst({ where, select: SELECT });
  if (!found) throw notFound("import");
  requireCan(viewer, "contribution.import", found.roundtable);
  return found;
}

/**
 * The same, while its file waits to be confirmed. Where somebody else has changed how it is read or set up since the state
 * that a form was filled in for, the form is refused: its columns and speakers may be others.
 */
export async function findChosen(tx: Tx, viewer: Viewer, importId: string, basedOn?: string) {
  const found = await findImport(tx, viewer, importId);
  if (found.state !== "chosen")
    throw invalid("This file was already confirmed or discarded. Reload the page to see what happened.");
  requireRecording(found.roundtable.state);
  if (found.rows === 0) throw invalid("This file is still being read. Wait a moment, and reload the page.");
  if (basedOn !== undefined && basedOn !== stateOf(found))
    throw invalid(
      "Somebody changed how this file is read or set up since this page was opened. Nothing was changed now. Reload the page, and check it.",
    );
  return found;
}
