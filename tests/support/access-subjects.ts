import { db } from "@/lib/platform/db";

/** The ids and slugs of the demonstration that the routes' addresses name, as of their bracketed parts. */
export async function prepareAccess(): Promise<Record<string, string>> {
  const roundtable = await db().roundtable.findFirstOrThrow({ where: { slug: "online-march-2026" } });
  const participant = await db().participant.findFirstOrThrow({
    where: { roundtableId: roundtable.id, host: false },
  });
  const contribution = await db().contribution.findFirstOrThrow({
    where: { roundtableId: roundtable.id, participantId: participant.id },
  });
  const finding = await db().finding.findFirstOrThrow();
  const report = await db().report.findFirstOrThrow({ where: { state: "in_review" } });
  const published = await db().report.findFirstOrThrow({ where: { state: "published" } });
  const claim = await db().claim.findFirstOrThrow({ where: { block: { reportId: report.id } } });
  return {
    review: "npq",
    roundtable: roundtable.slug,
    participant: participant.id,
    contribution: contribution.id,
    theme: "assessment",
    finding: finding.id,
    report: report.slug,
    published: published.slug,
    claim: claim.id,
    block: claim.blockId,
    number: "1",
  };
}
