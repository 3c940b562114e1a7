import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleParticipants, visibleRoundtables } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import type { Report } from "@/lib/report/draft/queries/reports";
import type { CitedLabel, ClaimCitations } from "@/lib/report/export/annex";
import type { Version } from "./versions";

/** The contributions behind each claim of a version, by the label of who said them: for facilitators, and no words. */
export async function readClaimCitations(
  viewer: Viewer,
  report: Report,
  { blocks }: Version,
): Promise<Map<string, ClaimCitations>> {
  requireCan(viewer, "review.work", report);
  const claims = blocks.flatMap(({ evidence }) => Object.entries(evidence));
  const ids = claims.flatMap(([, { supports, contradicts }]) => [...supports, ...contradicts]);
  const labels = await labelsOf(viewer, report.reviewId, ids);
  const cited = (of: readonly string[]) => of.flatMap((id) => labels.get(id) ?? []);
  return new Map(
    claims.map(([id, { supports, contradicts }]) => [
      id,
      { supports: cited(supports), contradicts: cited(contradicts) },
    ]),
  );
}

async function labelsOf(viewer: Viewer, reviewId: string, ids: string[]): Promise<Map<string, CitedLabel>> {
  const roundtables = await db().roundtable.findMany({
    where: { AND: [{ reviewId }, visibleRoundtables(viewer)] },
    select: {
      title: true,
      contributions: { where: { id: { in: ids } }, select: { id: true, participantId: true } },
    },
  });
  const said = roundtables.flatMap(({ title, contributions }) =>
    contributions.map((contribution) => ({ ...contribution, roundtable: title })),
  );
  const participants = await db().participant.findMany({
    where: {
      AND: [
        { id: { in: said.flatMap(({ participantId }) => participantId ?? []) } },
        visibleParticipants(viewer),
      ],
    },
    select: { id: true, label: true },
  });
  const labels = new Map(participants.map(({ id, label }) => [id, label]));
  return new Map(
    said.map(({ id, participantId, roundtable }) => [
      id,
      { id, roundtable, label: (participantId && labels.get(participantId)) ?? "no known speaker" },
    ]),
  );
}
