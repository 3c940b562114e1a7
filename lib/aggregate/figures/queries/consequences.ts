import type { PersonContributions } from "@/lib/capture/protection/protection-events";
import type { Consequence } from "@/lib/capture/people/consequence";
import type { Tx } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";

/** What releases contain of somebody's contributions. */
export function releasesOf(tx: Tx, { contributionIds }: PersonContributions): Promise<Consequence[]> {
  return inReleases(tx, { contributionId: { in: contributionIds } });
}

/** What releases contain of a participant's contributions. */
export function releasesOfParticipant(
  tx: Tx,
  { participantId }: { participantId: string },
): Promise<Consequence[]> {
  return inReleases(tx, { contribution: { participantId } });
}

/**
 * A release's figures stay as they were released. Its evidence is read again each time, and is no longer
 * shown.
 */
async function inReleases(tx: Tx, where: Prisma.ReleaseEvidenceWhereInput): Promise<Consequence[]> {
  const contributions = await tx.releaseEvidence.findMany({
    where,
    distinct: ["contributionId"],
    select: { id: true },
  });
  const releases = await tx.releaseEvidence.findMany({
    where,
    distinct: ["releaseId"],
    select: { id: true },
  });
  const all = [
    {
      what: "contributions in a release that reviewers will no longer be able to read",
      count: contributions.length,
      undone: true,
    },
    {
      what: "releases of figures that count them, which will not change",
      count: releases.length,
      undone: false,
    },
  ];
  return all.filter(({ count }) => count > 0);
}
