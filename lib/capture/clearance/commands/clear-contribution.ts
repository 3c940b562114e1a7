import { requireCan, type Viewer } from "@/lib/access/policy";
import {
  endClearance,
  findLine,
  staleLine,
  type FoundLine,
} from "@/lib/capture/contribution/commands/find-line";
import { type Mask } from "@/lib/capture/contribution/contribution";
import { applyMasks, findMasks, inOrder } from "@/lib/capture/contribution/mask";
import { standingText } from "@/lib/capture/contribution/queries/amendments";
import { PARTICIPANTS_SAID, type Source } from "@/lib/capture/roundtable/source";
import { audit } from "@/lib/platform/audit";
import type { AuditAction } from "@/lib/platform/audit-action";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { ClearFormInput, ClearInput } from "../clearance";

/** Clears a line for others than facilitators, with masks over what would give somebody away. */
export const clearContribution = command(async (tx, viewer: Viewer, { id, revision, masks }: ClearInput) => {
  const line = await findClearable(tx, viewer, id, revision);
  return clear(tx, viewer, line, masks);
});

/** The same from words: every place where they stand in the line is masked. */
export const clearWords = command(async (tx, viewer: Viewer, { id, revision, asked }: ClearFormInput) => {
  const line = await findClearable(tx, viewer, id, revision);
  return clear(tx, viewer, line, findMasks(line.text, asked));
});

/** Takes the clearance back: nobody but facilitators reads the line from now on. */
export const withdrawClearance = command(async (tx, viewer: Viewer, { id }: { id: string }) => {
  const line = await findLine(tx, viewer, id);
  requireCan(viewer, "contribution.clear", line);
  const ended = await endClearance(tx, id);
  if (ended > 0) await tell(tx, viewer, line, "contribution.withdraw-clearance", 0);
  return { id };
});

async function findClearable(tx: Tx, viewer: Viewer, id: string, revision: number): Promise<FoundLine> {
  // Before it is read, so that no edit comes between.
  await tx.$queryRaw`SELECT id FROM contribution WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const line = await findLine(tx, viewer, id);
  requireCan(viewer, "contribution.clear", line);
  if (line.revision !== revision) throw staleLine();
  const clearable: readonly Source[] = PARTICIPANTS_SAID;
  if (!clearable.includes(line.source))
    throw invalid(
      "A host's remark and a facilitator's note never leave the facilitators: there is nothing to clear.",
    );
  if (line.erasedAt || line.struckAt)
    throw invalid("This line was struck out or removed, so it cannot be cleared.");
  return { ...line, text: await standingText(tx, line) };
}

/** Clearing as it is cleared already changes nothing. */
async function clear(tx: Tx, viewer: Viewer, line: FoundLine, unordered: readonly Mask[]) {
  const masks = inOrder(unordered);
  const text = applyMasks(line.text, masks);
  const now = await tx.clearance.findFirst({
    where: { contributionId: line.id, until: null },
    select: { text: true, revision: true },
  });
  if (now && now.text === text && now.revision === line.revision) return { id: line.id, text };
  await endClearance(tx, line.id);
  await tx.clearance.create({
    data: { contributionId: line.id, revision: line.revision, masks, text, byId: viewer.userId },
    select: { id: true },
  });
  await tell(tx, viewer, line, "contribution.clear", masks.length);
  return { id: line.id, text };
}

async function tell(tx: Tx, viewer: Viewer, line: FoundLine, action: AuditAction, masks: number) {
  const { id, reviewId, roundtableId, revision } = line;
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action,
    subjectType: "contribution",
    subjectId: id,
    detail: { revision, masks },
  });
  await publish(tx, { kind: "contribution.cleared", reviewId, roundtableId, ids: [id] });
}
