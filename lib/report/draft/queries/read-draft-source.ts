import type { Viewer } from "@/lib/access/policy";
import {
  OPEN_CONTRIBUTION,
  visibleContributions,
  visibleParticipants,
  visibleRoundtables,
} from "@/lib/access/scope";
import { chooseQuotations, type QuotationCandidate } from "@/lib/aggregate/publication/quotations";
import { readReportFigures, type Bound } from "@/lib/aggregate/publication/queries/report-figures";
import type { ReportFigures } from "@/lib/aggregate/publication/report/figure-ref";
import { peopleBehindEach } from "@/lib/aggregate/figures/queries/people-behind";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { mayBeQuoted, reasonNotReportable, type CitedContribution } from "@/lib/report/claim/claim";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { getCodingAccount } from "@/lib/tag/rounds/queries/get-agreement";
import type { DraftFinding, DraftHands, DraftQuotation, DraftSource, DraftTheme } from "../draft-source";
import { readHouseStyle } from "../house-style";
import { readConduct } from "./conduct";
import { inScope, readFindingEvidence, type FindingEvidence, type Scope } from "./finding-evidence";

/**
 * Everything that a draft is made from, as far as the viewer may see it: the whole review, or one roundtable.
 */
export async function readDraftSource(viewer: Viewer, bound: Bound): Promise<DraftSource> {
  const scope = await scopeOf(bound);
  const roundtables = await readRoundtables(viewer, scope);
  const review = await db().review.findUniqueOrThrow({
    where: { id: scope.reviewId },
    select: { title: true, smallNumber: true, houseStyle: true },
  });
  const [present] = await peopleBehindEach(db(), [[]], scope);
  const figures = await readReportFigures(db(), viewer, bound);
  const told = await readFindings(viewer, scope, { figures, smallNumber: review.smallNumber });
  const { themes, unraised } = await readThemes(viewer, scope, told.findings, figures);
  return {
    reviewTitle: review.title,
    smallNumber: review.smallNumber,
    wholeReview: scope.roundtableId === null,
    style: readHouseStyle(review.houseStyle),
    roundtables,
    people: figures?.table.present ?? present?.of ?? 0,
    attendances: await db().participant.count({
      where: { AND: [attended(scope), visibleParticipants(viewer)] },
    }),
    figures,
    themes,
    unraised,
    ...told,
    conduct: await readConduct(viewer, scope),
    unidentifiedContributions: await db().contribution.count({
      where: {
        AND: [inScope(scope), { source: "unidentified" }, OPEN_CONTRIBUTION, visibleContributions(viewer)],
      },
    }),
    coding: await getCodingAccount(viewer, scope),
  };
}

/** A report on the whole review tells of the roundtables that its release covers, and of no others. */
async function scopeOf({ reviewId, roundtableId, releaseId }: Bound): Promise<Scope> {
  if (roundtableId !== null || releaseId === null) return { reviewId, roundtableId };
  const rows = await db().releaseRoundtable.findMany({
    where: { releaseId, release: { reviewId } },
    select: { roundtableId: true },
  });
  return { reviewId, roundtableId, covered: rows.map((row) => row.roundtableId) };
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

async function readRoundtables(viewer: Viewer, { reviewId, roundtableId, covered }: Scope) {
  const rows = await db().roundtable.findMany({
    where: {
      AND: [
        { reviewId },
        roundtableId ? { id: roundtableId } : covered ? { id: { in: [...covered] } } : {},
        visibleRoundtables(viewer),
      ],
    },
    orderBy: [{ heldOn: "asc" }, { id: "asc" }],
    select: {
      title: true,
      heldOn: true,
      place: true,
      online: true,
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

/** The findings that may be reported, and what may be quoted of their evidence. */
async function readFindings(
  viewer: Viewer,
  scope: Scope,
  { figures, smallNumber }: { figures: ReportFigures | null; smallNumber: number },
): Promise<Pick<DraftSource, "findings" | "quotations">> {
  const all = await readFindingEvidence(viewer, scope);
  const told = all.filter(
    ({ supports, pro }) => reasonNotReportable(supports, pro.people, smallNumber) === null,
  );
  const released = new Map(figures?.findings.map((finding) => [finding.id, finding]));
  const heldOn = await datesOfHands(told);
  return {
    findings: told.map(({ supports, contradicts, contra, ...finding }): DraftFinding => {
      const { id, themeId, text, stance } = finding;
      const figure = released.get(id);
      // The other side is told under the same conditions as the finding itself.
      const mayTell = reasonNotReportable(contradicts, contra.people, smallNumber) === null;
      const counterView = figure?.counterView || finding.counterView;
      return {
        id,
        themeId,
        text: figure?.text ?? text,
        counterView: mayTell ? counterView : "",
        stance,
        supports: supports.map((one) => one.id),
        contradicts: contradicts.map((one) => one.id),
        figures: figure ? { supports: figure.supports, contradicts: figure.contradicts } : null,
        hands: supports.flatMap((contribution) => handsOf(contribution, heldOn.get(contribution.id))),
      };
    }),
    quotations: chosenQuotations(told),
  };
}

/** When each show of hands among the evidence was taken, by contribution. */
async function datesOfHands(told: readonly FindingEvidence[]): Promise<ReadonlyMap<string, Date>> {
  const ids = told.flatMap(({ supports }) => supports.flatMap(({ id, hands }) => (hands ? [id] : [])));
  if (ids.length === 0) return new Map();
  const rows = await db().contribution.findMany({
    where: { id: { in: ids } },
    select: { id: true, roundtable: { select: { heldOn: true } } },
  });
  return new Map(rows.map(({ id, roundtable }) => [id, roundtable.heldOn]));
}

const PER_THEME = 2;

function chosenQuotations(told: readonly FindingEvidence[]): DraftQuotation[] {
  const themes = new Map(told.map(({ id, themeId }) => [id, themeId]));
  const used = new Map<string, number>();
  return chooseQuotations(told.flatMap(quotable), 1).flatMap(({ id, findingId, text }) => {
    const themeId = themes.get(findingId) ?? "";
    const times = used.get(themeId) ?? 0;
    used.set(themeId, times + 1);
    return times < PER_THEME ? [{ contributionId: id, findingId, themeId, text }] : [];
  });
}

/** The speaker stands for themselves alone: who it is is not read. */
function quotable({ id: findingId, supports }: FindingEvidence): QuotationCandidate[] {
  return supports
    .filter(mayBeQuoted)
    .map(({ id, clearedText }) => ({ id, findingId, speaker: id, text: clearedText ?? "" }));
}

/** The themes that findings are under, or that the release says somebody raised, in the order of the codebook. */
async function readThemes(
  viewer: Viewer,
  scope: Scope,
  findings: readonly DraftFinding[],
  figures: ReportFigures | null,
): Promise<Pick<DraftSource, "themes" | "unraised">> {
  const told = new Set(findings.map(({ themeId }) => themeId));
  const released = new Map(figures?.table.themes.map((theme) => [theme.id, theme]));
  const codebook = await listThemes(viewer, scope.reviewId, { retired: true });
  const raised = (id: string) => {
    const count = released.get(id)?.people.count.is;
    return count !== undefined && count !== "none";
  };
  const themes = codebook.filter(({ id, axis }) => told.has(id) || (axis === "theme" && raised(id)));
  const unraised = codebook.filter(
    ({ id, axis, retired }) =>
      axis === "theme" && !retired && !told.has(id) && released.get(id)?.people.count.is === "none",
  );
  return {
    themes: themes.map(({ id, slug, title }): DraftTheme => ({
      id,
      title,
      other: slug === OTHER_THEME,
      released: released.get(id) ?? null,
    })),
    unraised: unraised.map(({ title }) => title),
  };
}

/** The theme of the built-in codebook for what fits none. */
const OTHER_THEME = "other";

/** A show of hands may be described in the words of its contribution once that is cleared. */
function handsOf({ id, hands, clearedText }: CitedContribution, heldOn: Date | undefined): DraftHands[] {
  if (!hands || clearedText === null || !heldOn) return [];
  return [{ contributionId: id, ...hands, about: clearedText, heldOn }];
}
