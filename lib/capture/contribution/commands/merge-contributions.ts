import { requireCan, type Viewer } from "@/lib/access/policy";
import { holdSpeaker } from "@/lib/capture/roundtable/commands/require-places";
import { audit } from "@/lib/platform/audit/audit";
import type { AuditAction } from "@/lib/platform/audit/audit-action";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { saltedDigest } from "@/lib/platform/digest";
import { invalid } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { codePointLength } from "@/lib/platform/text/code-points";
import { contributionsMerged, contributionsSeparated } from "../contribution-events";
import { joined, mergeProblem, separated } from "../split";
import {
  endClearance,
  findContribution,
  keepRevision,
  requireOpenContribution,
  staleContribution,
  type FoundContribution,
} from "./find-contribution";

/** The `revision`s that the browser saw. */
type MergeInput = { id: string; into: string; intoRevision: number; from: string; fromRevision: number };
type UnmergeInput = Omit<MergeInput, "fromRevision">;

/**
 * Puts the words of `from` behind those of `into`. `from` is struck out and says where its words are; both
 * are revisions. Contributions of different speakers or with another wording are not merged.
 */
export const mergeContributions = command(async (tx, viewer: Viewer, input: MergeInput) => {
  const { into, from } = await findPair(tx, viewer, input);
  if (from.mergedIntoId === into.id) return { id: into.id, revision: into.revision };
  await requireOpenPair(tx, into, from);
  if (into.struckAt || from.struckAt)
    throw invalid("One of these contributions is struck out. Restore it before you join them.");
  if (into.revision !== input.intoRevision || from.revision !== input.fromRevision) throw staleContribution();
  const problem = mergeProblem(into, from);
  if (problem) throw invalid(problem);
  const at = new Date();
  await setText(tx, into, joined(into.text, from.text));
  await keepRevision(tx, viewer, into, at);
  await endClearance(tx, into.id);
  await change(tx, from, { struckAt: at, struckById: viewer.userId, mergedIntoId: into.id });
  await keepRevision(tx, viewer, from, at);
  const offset = codePointLength(joined(into.text, ""));
  const { reviewId } = into;
  const merged = { reviewId, intoId: into.id, fromId: from.id, at, byId: viewer.userId };
  await contributionsMerged.run(tx, { ...merged, offset });
  await tell(tx, viewer, "contribution.merge", into, from);
  return { id: into.id, revision: into.revision + 1 };
});

/** Undoes a merge: the words of `from` are taken out of `into`, and `from` counts again. */
export const unmergeContributions = command(async (tx, viewer: Viewer, input: UnmergeInput) => {
  const { into, from } = await findPair(tx, viewer, input);
  if (from.mergedIntoId === null && !from.struckAt) return { id: into.id, revision: into.revision };
  await requireOpenPair(tx, into, from);
  if (from.mergedIntoId !== into.id) throw invalid("These contributions are not joined.");
  if (into.revision !== input.intoRevision) throw staleContribution();
  const words = separated(into.text, from.text);
  if (words === null)
    throw invalid(
      "The joined contribution has since been changed, so you cannot separate it this way. Split the contribution instead.",
    );
  await setText(tx, into, words);
  await keepRevision(tx, viewer, into);
  await endClearance(tx, into.id);
  const at = from.struckAt ?? new Date();
  await change(tx, from, { struckAt: null, struckById: null, mergedIntoId: null });
  await keepRevision(tx, viewer, from);
  const { reviewId } = into;
  await contributionsSeparated.run(tx, {
    reviewId,
    intoId: into.id,
    fromId: from.id,
    at,
    byId: viewer.userId,
  });
  await tell(tx, viewer, "contribution.unmerge", into, from);
  return { id: into.id, revision: into.revision + 1 };
});

async function findPair(tx: Tx, viewer: Viewer, input: { into: string; from: string }) {
  const into = await findContribution(tx, viewer, input.into);
  const from = await findContribution(tx, viewer, input.from);
  requireCan(viewer, "contribution.record", into);
  if (into.id === from.id || into.roundtableId !== from.roundtableId)
    throw invalid("Choose two contributions from the same roundtable.");
  return { into, from };
}

async function requireOpenPair(tx: Tx, into: FoundContribution, from: FoundContribution): Promise<void> {
  await requireOpenContribution(tx, into);
  await requireOpenContribution(tx, from);
  if (into.participantId) await holdSpeaker(tx, into.participantId);
}

async function setText(tx: Tx, contribution: FoundContribution, text: string): Promise<void> {
  await change(tx, contribution, { text, ...saltedDigest(text) });
}

/** Changes the contribution if it is still as it was read. */
async function change(tx: Tx, { id, revision }: FoundContribution, data: object): Promise<void> {
  const { count } = await tx.contribution.updateMany({
    where: { id, revision },
    data: { ...data, revision: { increment: 1 } },
  });
  if (count === 0) throw staleContribution();
}

async function tell(
  tx: Tx,
  { userId }: Viewer,
  action: AuditAction,
  into: FoundContribution,
  from: FoundContribution,
) {
  const { reviewId, roundtableId } = into;
  await audit(tx, {
    reviewId,
    actorId: userId,
    action,
    subjectType: "contribution",
    subjectId: into.id,
    detail: { from: from.id },
  });
  await publish(tx, { kind: "contribution.changed", reviewId, roundtableId, ids: [into.id, from.id] });
}
