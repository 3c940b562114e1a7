import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleContributions } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound, Refusal } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import type { AttachEvidenceInput, AttachContributionsInput } from "../evidence";
import { closeEvidence } from "./detach-evidence";
import { findFinding } from "./edit-finding";

/**
 * Attaches a contribution that supports, contradicts or qualifies a finding. Attaching it twice stores it once.
 * Attaching it with the other bearing closes the first row and opens another, since a contribution has one
 * bearing on a finding.
 */
export const attachEvidence = command(async (tx, viewer: Viewer, input: AttachEvidenceInput) => {
  const finding = await findFinding(tx, viewer, input.findingId);
  requireCan(viewer, "finding.write", finding);
  const { contributionId, bearing } = input;
  await findUsableContribution(tx, viewer, { reviewId: finding.reviewId, contributionId });

  const where = { findingId: finding.id, contributionId, until: null };
  const open = await tx.findingEvidence.findFirst({ where, select: { id: true, bearing: true, from: true } });
  if (open?.bearing === bearing) return { created: false };
  if (open) await closeEvidence(tx, open);
  const { count } = await tx.findingEvidence.createMany({
    data: [
      { reviewId: finding.reviewId, findingId: finding.id, contributionId, bearing, byId: viewer.userId },
    ],
    skipDuplicates: true,
  });
  if (count === 0) {
    // Somebody else attached it between the two statements.
    const theirs = await tx.findingEvidence.findFirst({ where, select: { bearing: true } });
    if (theirs?.bearing === bearing) return { created: false };
    throw new Refusal(
      "stale",
      "A colleague has just attached one of these contributions. Check the list again.",
    );
  }
  await audit(tx, {
    reviewId: finding.reviewId,
    actorId: viewer.userId,
    action: "finding.attach",
    subjectType: "finding",
    subjectId: finding.id,
    detail: { contributionId, bearing },
  });
  await publish(tx, { kind: "finding", reviewId: finding.reviewId, ids: [finding.id] });
  return { created: true };
});

/** All of the contributions, or none when one of them is refused. */
export const attachContributions = command(
  async (tx, viewer: Viewer, { findingId, contributions }: AttachContributionsInput) => {
    let attached = 0;
    for (const contribution of contributions) {
      const { created } = await attachEvidence.within(tx, viewer, { findingId, ...contribution });
      if (created) attached++;
    }
    return { findingId, attached };
  },
);

/**
 * A contribution of the same review that participants said and that still counts: only these support a
 * finding.
 */
async function findUsableContribution(
  tx: Tx,
  viewer: Viewer,
  { reviewId, contributionId }: { reviewId: string; contributionId: string },
): Promise<void> {
  const contribution = await tx.contribution.findFirst({
    where: { AND: [{ id: contributionId, reviewId }, visibleContributions(viewer)] },
    select: {
      source: true,
      struckAt: true,
      erasedAt: true,
      participant: { select: { host: true } },
    },
  });
  if (!contribution) throw notFound("contribution");
  if (contribution.erasedAt)
    throw invalid("The words of this contribution were removed, so it cannot support a finding.");
  if (contribution.struckAt)
    throw invalid("This contribution is struck out. Restore it before you attach it to a finding.");
  if (contribution.source === "note")
    throw invalid("A facilitator's own note is not a contribution, so it cannot support a finding.");
  if (contribution.source === "host" || contribution.participant?.host)
    throw invalid(
      "Hosts and officials are not asked for their views, so their contributions cannot support a finding.",
    );
}
