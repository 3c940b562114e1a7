import { permissionNarrowing } from "@/lib/capture/permission/permission-events";
import { personErasing, personLeaving, type PersonLines } from "@/lib/capture/protection/protection-events";
import { type Consequence } from "@/lib/capture/people/consequence";
import type { Tx } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";

/** Says what releases hold of a person before something is done about it; called once at the start. */
export function registerAggregateHandlers(): void {
  const ofLines = (tx: Tx, { contributionIds }: PersonLines) =>
    inReleases(tx, { contributionId: { in: contributionIds } });
  personErasing.register("aggregate", ofLines);
  personLeaving.register("aggregate", ofLines);
  permissionNarrowing.register("aggregate", (tx, { participantId }) =>
    inReleases(tx, { contribution: { participantId } }),
  );
}

/** A release's figures stay as they were released; its evidence is read again each time, and shown no more. */
async function inReleases(tx: Tx, where: Prisma.ReleaseEvidenceWhereInput): Promise<Consequence[]> {
  const lines = await tx.releaseEvidence.findMany({
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
      what: "lines in a release that reviewers will no longer be able to read",
      count: lines.length,
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
