import { requireVisible, type Viewer } from "@/lib/access/policy";
import type { ReportFigures } from "@/lib/aggregate/publication/report/figure-ref";
import { db, type Tx } from "@/lib/platform/db";
import { claimsIn } from "@/lib/report/draft/block";
import { BlockContent } from "@/lib/report/draft/content/block-content";
import { composeDraft } from "@/lib/report/draft/compose/compose";
import { StoredEvidence, type ComposedBlock } from "@/lib/report/draft/composed/composed-block";
import type { DraftBlock } from "@/lib/report/draft/draft-block";
import { earlierWording } from "@/lib/report/draft/composed/earlier-wording";
import { readDraftSource } from "@/lib/report/draft/queries/read-draft-source";
import { readBlocks, type Report } from "@/lib/report/draft/queries/reports";
import { tellingOf, type ClaimEvidence } from "@/lib/report/draft/composed/telling";
import type { DraftedBlock } from "../proposal";
import { propose } from "../propose";

export type AnsweredBlock = ComposedBlock & { answered: string };

/** The composition that somebody last answered for, in order. The caller has checked that the viewer may write the report. */
export async function readComposed(tx: Tx, reportId: string): Promise<AnsweredBlock[]> {
  const rows = await tx.composedBlock.findMany({
    where: { reportId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      id: true,
      blockId: true,
      section: true,
      content: true,
      evidence: true,
      current: true,
      answered: true,
    },
  });
  return rows.map(({ content, evidence, ...row }) => ({
    ...row,
    content: BlockContent.parse(content),
    evidence: StoredEvidence.parse(evidence),
  }));
}

/** The draft as it is, with what was removed from it and what each claim cites. */
export async function readDrafted(tx: Tx, reportId: string): Promise<DraftedBlock[]> {
  const blocks = await readBlocks(tx, reportId, {});
  const claims = await readEvidence(tx, reportId);
  return blocks.map(({ id, section, content, revision, removedAt, erasedAt }) => ({
    id,
    section,
    content,
    revision,
    removedAt,
    erasedAt,
    evidence: Object.fromEntries(
      claimsIn(content).flatMap((claimId) => {
        const claim = claims[claimId];
        return claim ? [[claimId, claim]] : [];
      }),
    ),
  }));
}

async function readEvidence(tx: Tx, reportId: string): Promise<ClaimEvidence> {
  const rows = await tx.claim.findMany({
    where: { block: { reportId } },
    select: {
      id: true,
      findingId: true,
      side: true,
      themeId: true,
      stance: true,
      evidence: { where: { until: null }, select: { bearing: true, contributionId: true } },
    },
  });
  return Object.fromEntries(
    rows.map(({ id, findingId, side, themeId, stance, evidence }) => {
      const cited = (which: "supports" | "contradicts") =>
        evidence.flatMap(({ bearing, contributionId }) => (bearing === which ? [contributionId] : []));
      const told = {
        findingId,
        themeId,
        stance,
        side: side === "contradicts" ? side : ("supports" as const),
      };
      return [id, { ...told, supports: cited("supports"), contradicts: cited("contradicts") }];
    }),
  );
}

type ComposedAgain = { fresh: DraftBlock[]; release: ReportFigures["release"] | null };

/** The draft as the evidence of now gives it, with the figures of the report's release. */
export async function composeAgain(viewer: Viewer, report: Report): Promise<ComposedAgain> {
  requireVisible(viewer, "report.write", report, "draft");
  const composed = await readComposed(db(), report.id);
  const source = await readDraftSource(viewer, report);
  const earlier = earlierWording(composed.map((one) => tellingOf(one, one.evidence)));
  return { fresh: composeDraft(report.kind, source, earlier), release: source.figures?.release ?? null };
}

/** What the evidence has changed since somebody last answered for the draft. */
export async function getProposals(viewer: Viewer, report: Report) {
  const { fresh, release } = await composeAgain(viewer, report);
  const composed = await readComposed(db(), report.id);
  const drafted = await readDrafted(db(), report.id);
  return { ...propose({ composed, drafted, fresh }), drafted, release };
}
