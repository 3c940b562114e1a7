import type { Viewer } from "@/lib/access/policy";
import {
  visibleContributions,
  visibleFindings,
  visibleParticipants,
  visibleRoundtables,
} from "@/lib/access/scope";
import { peopleBehindEach } from "@/lib/aggregate/figures/queries/people-behind";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/generated/client";
import { mayBeReported, type Behind, type CitedContribution } from "@/lib/report/claim/claim";
import { readCitedContributions } from "@/lib/report/claim/queries/claims";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { getCodingAccount } from "@/lib/tag/rounds/queries/round-agreement";
import type { Breakdown, DraftFinding, DraftHands, DraftSource, DraftTheme } from "../draft-source";

type Scope = { reviewId: string; roundtableId: string | null };

/** Everything a draft is made of, within the viewer's reach: the whole review, or one roundtable. */
export async function readDraftSource(viewer: Viewer, scope: Scope): Promise<DraftSource> {
  const roundtables = await readRoundtables(viewer, scope);
  const review = await db().review.findUniqueOrThrow({
    where: { id: scope.reviewId },
    select: { title: true, smallNumber: true },
  });
  const [present] = await peopleBehindEach(db(), [[]], scope);
  const contributions = await readCitedContributions(db(), {
    AND: [inScope(scope), { evidence: { some: { until: null } } }, visibleContributions(viewer)],
  });
  const { findings, themes } = await readFindings(viewer, scope, contributions, review.smallNumber);
  return {
    reviewTitle: review.title,
    smallNumber: review.smallNumber,
    wholeReview: scope.roundtableId === null,
    roundtables,
    people: present?.of ?? 0,
    attendances: await db().participant.count({
      where: { AND: [attended(scope), visibleParticipants(viewer)] },
    }),
    breakdowns: await readBreakdowns(viewer, scope),
    themes,
    findings,
    unidentifiedContributions: await db().contribution.count({
      where: {
        AND: [
          inScope(scope),
          { source: "unidentified", struckAt: null, erasedAt: null },
          visibleContributions(viewer),
        ],
      },
    }),
    coding: await getCodingAccount(viewer, scope),
  };
}

function inScope({ reviewId, roundtableId }: Scope) {
  return { reviewId, ...(roundtableId ? { roundtableId } : {}) };
}

/** Before a roundtable begins nobody has been seen to be there. */
function attended(scope: Scope) {
  return {
    ...inScope(scope),
    present: true,
    host: false,
    roundtable: { state: { not: "planned" as const } },
  };
}

async function readRoundtables(viewer: Viewer, { reviewId, roundtableId }: Scope) {
  const rows = await db().roundtable.findMany({
    where: { AND: [{ reviewId, ...(roundtableId ? { id: roundtableId } : {}) }, visibleRoundtables(viewer)] },
    orderBy: { heldOn: "asc" },
    select: {
      title: true,
      heldOn: true,
      host: true,
      state: true,
      confidentiality: true,
      questions: { orderBy: { position: "asc" }, select: { text: true } },
    },
  });
  if (roundtableId !== null && rows.length === 0) throw notFound("roundtable");
  return rows
    .filter(({ state }) => roundtableId !== null || state !== "planned")
    .map(({ questions, ...row }) => ({ ...row, questions: questions.map(({ text }) => text) }));
}

const BROKEN_DOWN = ["phase", "role", "region"] as const;

/** Each person counts once for an attribute, with what was recorded last. */
async function readBreakdowns(viewer: Viewer, scope: Scope): Promise<Breakdown[]> {
  const rows = await db().participantAttribute.findMany({
    where: {
      attribute: { in: [...BROKEN_DOWN] },
      until: null,
      participant: { AND: [attended(scope), visibleParticipants(viewer)] },
    },
    orderBy: [{ from: "asc" }, { id: "asc" }],
    select: { attribute: true, value: true, participant: { select: { personId: true } } },
  });
  return BROKEN_DOWN.map((attribute) => {
    const of = new Map(
      rows.filter((row) => row.attribute === attribute).map((row) => [row.participant.personId, row.value]),
    );
    const values = [...new Set(of.values())].map((value) => ({
      value,
      people: [...of.values()].filter((one) => one === value).length,
    }));
    return { attribute, values };
  });
}

const FINDING = {
  id: true,
  themeId: true,
  text: true,
  stance: true,
  evidence: {
    where: { until: null },
    select: {
      bearing: true,
      contributionId: true,
      contribution: { select: { roundtable: { select: { heldOn: true } } } },
    },
  },
} as const satisfies Prisma.FindingSelect;

async function readFindings(
  viewer: Viewer,
  scope: Scope,
  contributions: ReadonlyMap<string, CitedContribution>,
  smallNumber: number,
): Promise<{ findings: DraftFinding[]; themes: DraftTheme[] }> {
  const rows = await db().finding.findMany({
    where: { AND: [{ reviewId: scope.reviewId }, visibleFindings(viewer)] },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: FINDING,
  });
  const heldOn = new Map(
    rows.flatMap(({ evidence }) =>
      evidence.map((one) => [one.contributionId, one.contribution.roundtable.heldOn]),
    ),
  );
  const bearing = (row: (typeof rows)[number], which: "supports" | "contradicts") =>
    row.evidence
      .filter((one) => one.bearing === which)
      .flatMap(({ contributionId }) => contributions.get(contributionId) ?? [])
      .filter(({ stands, participants }) => stands && participants);
  const cited = rows.map((row) => ({
    row,
    supports: bearing(row, "supports"),
    contradicts: bearing(row, "contradicts"),
  }));
  const counts = await peopleBehindEach(
    db(),
    cited.flatMap(({ supports, contradicts }) => [idsOf(supports), idsOf(contradicts)]),
    scope,
  );
  const findings = cited.flatMap(({ row, supports, contradicts }, index): DraftFinding[] => {
    const [pro, contra] = [counts[index * 2], counts[index * 2 + 1]];
    if (!pro || !contra || !mayBeReported(supports, pro.people, smallNumber)) return [];
    return [
      {
        id: row.id,
        themeId: row.themeId,
        text: row.text,
        stance: row.stance,
        supports: voices(supports, pro),
        contradicts: voices(contradicts, contra),
        hands: supports.flatMap((contribution) => handsOf(contribution, heldOn.get(contribution.id))),
      },
    ];
  });
  return { findings, themes: await readThemes(viewer, scope, findings) };
}

/** The themes of these findings in the order of the codebook, each with the people behind its parts. */
async function readThemes(
  viewer: Viewer,
  scope: Scope,
  findings: readonly DraftFinding[],
): Promise<DraftTheme[]> {
  const wanted = new Set(findings.map(({ themeId }) => themeId));
  const codebook = await listThemes(viewer, scope.reviewId, { retired: true });
  const rows = codebook.filter(({ id }) => wanted.has(id));
  const behind = (id: string, strength: boolean) =>
    findings
      .filter(({ themeId, stance }) => themeId === id && (stance === "strength") === strength)
      .flatMap(({ supports }) => supports.contributionIds);
  const counts = await peopleBehindEach(
    db(),
    rows.flatMap(({ id }) => [behind(id, true), behind(id, false)]),
    scope,
  );
  return rows.map(({ id, title }, index) => ({
    id,
    title,
    people: {
      strengths: counts[index * 2]?.people ?? 0,
      improvements: counts[index * 2 + 1]?.people ?? 0,
    },
  }));
}

const idsOf = (contributions: readonly CitedContribution[]) => contributions.map(({ id }) => id);

function voices(contributions: readonly CitedContribution[], { people, unidentified }: Behind) {
  return { contributionIds: idsOf(contributions), people, otherContributions: unidentified };
}

/** A show of hands may be told in the words of its contribution once the contribution is cleared. */
function handsOf({ id, hands, clearedText }: CitedContribution, heldOn: Date | undefined): DraftHands[] {
  if (!hands || clearedText === null || !heldOn) return [];
  return [{ contributionId: id, ...hands, about: clearedText, heldOn }];
}
