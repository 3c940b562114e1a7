import type { Viewer } from "@/lib/access/policy";
import {
  OPEN_CONTRIBUTION,
  visibleContributions,
  visibleParticipants,
  visibleRoundtables,
} from "@/lib/access/scope";
import { peopleBehindEach } from "@/lib/aggregate/figures/queries/people-behind";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { reasonNotReportable, type Behind, type CitedContribution } from "@/lib/report/claim/claim";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { getCodingAccount } from "@/lib/tag/rounds/queries/round-agreement";
import type { Breakdown, DraftFinding, DraftHands, DraftSource, DraftTheme } from "../draft-source";
import { inScope, readFindingEvidence, type Scope } from "./finding-evidence";

/**
 * Everything that a draft is made from, as far as the viewer may see it: the whole review, or one roundtable.
 */
export async function readDraftSource(viewer: Viewer, scope: Scope): Promise<DraftSource> {
  const roundtables = await readRoundtables(viewer, scope);
  const review = await db().review.findUniqueOrThrow({
    where: { id: scope.reviewId },
    select: { title: true, smallNumber: true },
  });
  const [present] = await peopleBehindEach(db(), [[]], scope);
  const { findings, themes } = await readFindings(viewer, scope, review.smallNumber);
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
        AND: [inScope(scope), { source: "unidentified" }, OPEN_CONTRIBUTION, visibleContributions(viewer)],
      },
    }),
    coding: await getCodingAccount(viewer, scope),
  };
}

/** Before a roundtable begins nobody counts as present. */
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

/** Each person counts once for an attribute, with the value recorded last. */
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

/** The findings that may be reported, with who is behind each. */
async function readFindings(
  viewer: Viewer,
  scope: Scope,
  smallNumber: number,
): Promise<{ findings: DraftFinding[]; themes: DraftTheme[] }> {
  const all = await readFindingEvidence(viewer, scope);
  const findings = all
    .filter(({ supports, pro }) => reasonNotReportable(supports, pro.people, smallNumber) === null)
    .map(({ id, themeId, text, stance, supports, contradicts, pro, contra, heldOn }) => ({
      id,
      themeId,
      text,
      stance,
      supports: voices(supports, pro),
      contradicts: voices(contradicts, contra),
      hands: supports.flatMap((contribution) => handsOf(contribution, heldOn.get(contribution.id))),
    }));
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

function voices(contributions: readonly CitedContribution[], { people, unidentified }: Behind) {
  return {
    contributionIds: contributions.map(({ id }) => id),
    people,
    otherContributions: unidentified,
  };
}

/** A show of hands may be described in the words of its contribution once that is cleared. */
function handsOf({ id, hands, clearedText }: CitedContribution, heldOn: Date | undefined): DraftHands[] {
  if (!hands || clearedText === null || !heldOn) return [];
  return [{ contributionId: id, ...hands, about: clearedText, heldOn }];
}
