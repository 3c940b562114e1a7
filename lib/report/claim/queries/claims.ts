import { handsOf } from "@/lib/capture/contribution/contribution";
import { isOpen } from "@/lib/capture/contribution/counted-words";
import { peopleBehindEach } from "@/lib/aggregate/figures/queries/people-behind";
import type { Tx } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { figureFor, type ReportFigures } from "@/lib/aggregate/publication/report/figure-ref";
import { figureOf, refOf, type CitedContribution, type Claim } from "../claim";

const CONTRIBUTION = {
  id: true,
  source: true,
  wording: true,
  struckAt: true,
  erasedAt: true,
  handsRaised: true,
  handsAsked: true,
  import: { select: { state: true } },
  clearances: { where: { until: null }, select: { text: true } },
  participant: {
    select: {
      person: { select: { erasedAt: true } },
      permissions: { where: { until: null }, select: { level: true } },
    },
  },
} as const satisfies Prisma.ContributionSelect;

type ContributionRow = Prisma.ContributionGetPayload<{ select: typeof CONTRIBUTION }>;

function citedContribution(row: ContributionRow): CitedContribution {
  const { participant, handsRaised, handsAsked } = row;
  const stands =
    isOpen(row) &&
    (row.import === null || row.import.state === "visible") &&
    (participant === null || participant.person.erasedAt === null);
  return {
    id: row.id,
    stands,
    participants: row.source !== "host" && row.source !== "note",
    verbatim: row.wording === "verbatim",
    clearedText: row.clearances[0]?.text ?? null,
    permission: participant?.permissions[0]?.level ?? null,
    identified: row.source === "identified",
    unidentified: row.source === "unidentified",
    hands: handsOf({ handsRaised, handsAsked }),
  };
}

/** Contributions by id, with what claims and findings need. The caller has checked who may see them. */
export async function readCitedContributions(
  tx: Tx,
  where: Prisma.ContributionWhereInput,
): Promise<Map<string, CitedContribution>> {
  const rows = await tx.contribution.findMany({ where, select: CONTRIBUTION });
  return new Map(rows.map((row) => [row.id, citedContribution(row)]));
}

const NOBODY = { people: 0, of: 0, unidentified: 0 };

const CLAIM = {
  id: true,
  findingId: true,
  side: true,
  themeId: true,
  stance: true,
  finding: { select: { themeId: true, stance: true } },
  evidence: {
    where: { until: null },
    orderBy: { from: "asc" },
    select: { bearing: true, contributionId: true },
  },
} as const satisfies Prisma.ClaimSelect;

/**
 * The claims of a report with their evidence: live counts for facilitators, and what the report's release says of each.
 */
export async function readClaims(
  tx: Tx,
  report: { id: string; reviewId: string; roundtableId: string | null },
  figures: ReportFigures | null,
): Promise<Map<string, Claim>> {
  const rows = await tx.claim.findMany({ where: { block: { reportId: report.id } }, select: CLAIM });
  const contributions = await readCitedContributions(tx, {
    cited: { some: { until: null, claim: { block: { reportId: report.id } } } },
  });
  const supporting = rows.map(({ evidence }) =>
    evidence.filter(({ bearing }) => bearing === "supports").map(({ contributionId }) => contributionId),
  );
  const counts = await peopleBehindEach(tx, supporting, report);
  return new Map(
    rows.map(({ evidence, side, ...row }, index): [string, Claim] => {
      const bearing = (which: "supports" | "contradicts") =>
        evidence
          .filter((one) => one.bearing === which)
          .flatMap(({ contributionId }) => contributions.get(contributionId) ?? []);
      const supports = bearing("supports");
      const told = {
        ...row,
        side: side === "contradicts" ? ("contradicts" as const) : ("supports" as const),
      };
      const ref = refOf(told, supports);
      return [
        row.id,
        {
          ...told,
          supports,
          contradicts: bearing("contradicts"),
          figure: figureOf(supports, counts[index] ?? NOBODY),
          told: ref && figures ? figureFor(ref, figures) : null,
        },
      ];
    }),
  );
}
