import { requireCan, type Viewer } from "@/lib/access/policy";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { findFinding } from "@/lib/synthesise/finding/commands/edit-finding";
import { openEvidence, type Wanted } from "@/lib/synthesise/finding/commands/open-evidence";
import { placeFinding } from "@/lib/synthesise/finding/commands/write-finding";
import type { AttachChosenInput, FindingChangeKind, StartFindingInput } from "../finding-change";
import { announceFindingChange, openFindingChange } from "./record-finding-change";

/** Attaches the chosen contributions to a finding, all of them or none. Sent twice, it is done once. */
export const attachChosen = command(async (tx, viewer: Viewer, input: AttachChosenInput) => {
  const finding = await findFinding(tx, viewer, input.findingId);
  requireCan(viewer, "finding.write", finding);
  const wanted = input.contributions.map((contributionId) => ({ contributionId, bearing: input.bearing }));
  return attachIn(tx, viewer, finding, { kind: "attach", wanted });
});

/** Writes a finding that the chosen contributions support. */
export const startFinding = command(async (tx, viewer: Viewer, input: StartFindingInput) => {
  const { contributions, ...says } = input;
  const { id, created } = await placeFinding(tx, viewer, says);
  const wanted = contributions.map((contributionId) => ({ contributionId, bearing: "supports" as const }));
  const kind = created ? "start" : "attach";
  return attachIn(tx, viewer, { id, reviewId: input.reviewId }, { kind, wanted });
});

/** Nothing is recorded where all of them bear on the finding in this way already. */
async function attachIn(
  tx: Tx,
  viewer: Viewer,
  finding: { id: string; reviewId: string },
  { kind, wanted }: { kind: FindingChangeKind; wanted: readonly Wanted[] },
) {
  const change = { reviewId: finding.reviewId, kind, findingId: finding.id };
  const changeId = await openFindingChange(tx, viewer, change);
  const opened = await openEvidence(tx, viewer, finding, { wanted, changeId });
  if (opened.length > 0) await announceFindingChange(tx, viewer, changeId, change);
  else await tx.findingChange.delete({ where: { id: changeId }, select: { id: true } });
  return { findingId: finding.id, attached: opened.length };
}
