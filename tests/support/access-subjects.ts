import { db } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";
import type { Sampling } from "@/lib/tag/round-sample";

/** The ids and slugs of the demonstration that the routes' addresses name, as of their bracketed parts. */
export async function prepareAccess(): Promise<Record<string, string>> {
  const roundtable = await db().roundtable.findFirstOrThrow({ where: { slug: "online-march-2026" } });
  const participant = await db().participant.findFirstOrThrow({
    where: {
      roundtableId: roundtable.id,
      host: false,
      contributions: { some: {} },
      permissions: { some: { until: null, level: "verbatim" } },
    },
  });
  const token = "a".repeat(43);
  await db().permissionLink.create({
    data: {
      participantId: participant.id,
      tokenHash: sha256(token),
      byId: roundtable.createdById,
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  });
  const contribution = await db().contribution.findFirstOrThrow({
    where: { roundtableId: roundtable.id, participantId: participant.id },
  });
  const finding = await db().finding.findFirstOrThrow();
  const report = await db().report.findFirstOrThrow({ where: { state: "in_review" } });
  const published = await db().report.findFirstOrThrow({ where: { state: "published" } });
  const claim = await db().claim.findFirstOrThrow({ where: { block: { reportId: report.id } } });
  const imported = await db().import.create({
    data: {
      ...{ roundtableId: roundtable.id, fileName: "lines.csv", mapping: {}, state: "undone", rows: 0 },
      ...{ fileDigest: new Uint8Array(32), createdById: roundtable.createdById, undoneAt: new Date() },
    },
  });
  const round = await makeAbandonedRound(roundtable);
  return {
    review: "npq",
    roundtable: roundtable.slug,
    roundtableId: roundtable.id,
    participant: participant.id,
    token,
    import: imported.id,
    contribution: contribution.id,
    round: String(round.number),
    theme: "assessment",
    finding: finding.id,
    report: report.slug,
    published: published.slug,
    claim: claim.id,
    block: claim.blockId,
    number: "1",
  };
}

/** A round that has begun and been given up: it touches nobody's coding. */
function makeAbandonedRound({ reviewId, createdById }: { reviewId: string; createdById: string }) {
  const sampling: Sampling = {
    ...{ size: 1, population: 1, stratifyBy: null, roundtableIds: [], strata: [] },
    ...{ halfWidth: 0, expectedAgreement: 0.8 },
  };
  return db().codingRound.create({
    data: {
      ...{ reviewId, createdById, number: 1_000, title: "Given up", state: "abandoned" },
      ...{ seed: 1, sampling },
    },
    select: { number: true },
  });
}
