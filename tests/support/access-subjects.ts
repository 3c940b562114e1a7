import { db } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";

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
  const summary = await db().matrixSummary.findFirstOrThrow({
    where: { personId: { not: null }, theme: { slug: "assessment" } },
  });
  const report = await db().report.findFirstOrThrow({ where: { state: "in_review" } });
  const published = await db().report.findFirstOrThrow({ where: { state: "published" } });
  const claim = await db().claim.findFirstOrThrow({ where: { block: { reportId: report.id } } });
  const imported = await db().import.create({
    data: {
      roundtableId: roundtable.id,
      fileName: "lines.csv",
      mapping: {},
      state: "undone",
      rows: 0,
      fileDigest: new Uint8Array(32),
      createdById: roundtable.createdById,
      undoneAt: new Date(),
    },
  });
  return {
    review: "npq",
    roundtable: roundtable.slug,
    roundtableId: roundtable.id,
    participant: participant.id,
    token,
    import: imported.id,
    contribution: contribution.id,
    round: "1",
    theme: "assessment",
    rows: "people",
    row: summary.personId ?? "",
    finding: finding.id,
    report: report.slug,
    published: published.slug,
    claim: claim.id,
    block: claim.blockId,
    number: "1",
    name: "ui.woff2",
    file: "codings.csv",
  };
}
