import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { viewerOf } from "@/lib/access/viewer";
import { refText } from "@/lib/aggregate/publication/report/figure-ref";
import { newestFor } from "@/lib/aggregate/publication/queries/report-figures";
import { STANCE_ORDER } from "@/lib/capture/contribution/stance";
import { db } from "@/lib/platform/db";
import type { CheckKind } from "@/lib/report/check/check";
import { getDraft, type Draft } from "@/lib/report/check/queries/checked-draft";
import { readDraftChecks } from "@/lib/report/check/queries/draft-checks";
import { readPlainEnglish } from "@/lib/report/check/queries/plain-english-checks";
import type { Claim } from "@/lib/report/claim/claim";
import { blockOf, claimOf, claimsIn, plainText, runsOf, typeOf, type Run } from "@/lib/report/draft/block";
import { composeDraft } from "@/lib/report/draft/compose/compose";
import { wordsOf } from "@/lib/report/draft/compose/parts";
import { KINDS, REPORT_KINDS } from "@/lib/report/draft/document-kind";
import { readDraftSource } from "@/lib/report/draft/queries/read-draft-source";
import { getReport, type Block, type Report } from "@/lib/report/draft/queries/reports";
import { seedDemonstration } from "@/prisma/seed";
import { registerStages } from "@/register-stages";
import { openTestDatabase } from "@/tests/support/database";
import { falseQuantities, floorFaults, type ExactCounts } from "@/tests/support/report/draft-floor";

openTestDatabase();

/** The drafts of the demonstration, as they are generated: what they have to keep, and what each check says of them. */

const REPORTS = {
  summary: "what-fellows-said-about-npqs-in-london",
  briefing: "briefing-on-all-roundtables",
  full: "what-all-roundtables-said-about-npqs",
} as const;
const SCOPES = ["fellows-london-may-2025", "northern-leeds-september-2025", null];

let viewer: Viewer;
let reviewId: string;

beforeAll(async () => {
  registerStages();
  await seedDemonstration();
  const lead = await db().membership.findFirstOrThrow({ where: { role: "lead", review: { slug: "npq" } } });
  const found = await viewerOf(lead.userId);
  if (!found) throw new Error("The demonstration has no lead.");
  [viewer, reviewId] = [found, lead.reviewId];
});

/** Who raised what, counted from the settled coding of closed roundtables, and not as figures are counted. */
async function countedIn(roundtableId: string | null): Promise<ExactCounts> {
  const rows = await db().$queryRaw<{ theme: string; stance: string | null; people: number }[]>`
    SELECT t.theme_id AS theme, t.stance::text AS stance, count(DISTINCT p.person_id)::int AS people
    FROM settled_tagging t
    JOIN contribution c ON c.id = t.contribution_id AND c.source = 'identified' AND c.struck_at IS NULL
    JOIN participant p ON p.id = c.participant_id
    JOIN roundtable r ON r.id = c.roundtable_id AND r.state = 'closed'
    WHERE c.review_id = ${reviewId}::uuid AND (${roundtableId}::uuid IS NULL OR r.id = ${roundtableId}::uuid)
    GROUP BY GROUPING SETS ((t.theme_id), (t.theme_id, t.stance))`;
  const sides = await db().$queryRaw<{ finding: string; side: "supports" | "contradicts"; people: number }[]>`
    SELECT e.finding_id AS finding, e.bearing::text AS side, count(DISTINCT p.person_id)::int AS people
    FROM finding_evidence e
    JOIN contribution c ON c.id = e.contribution_id AND c.source = 'identified'
    JOIN participant p ON p.id = c.participant_id
    JOIN roundtable r ON r.id = c.roundtable_id AND r.state = 'closed'
    WHERE e.until_at IS NULL AND c.review_id = ${reviewId}::uuid GROUP BY 1, 2`;
  const stanceOf = (name: string | null) => STANCE_ORDER.find((one) => one === name) ?? null;
  return new Map([
    ...rows.map(
      ({ theme, stance, people }) =>
        [refText({ of: "theme", id: theme, stance: stanceOf(stance) }), people] as const,
    ),
    ...sides.map(
      ({ finding, side, people }) => [refText({ of: "finding", id: finding, side }), people] as const,
    ),
  ]);
}

describe.each(SCOPES)("drafts of %s", (slug) => {
  test("keep what every draft keeps, and say nothing of quantity that is not so", async () => {
    const where = { reviewId_slug: { reviewId, slug: slug ?? "" } };
    const id = slug ? (await db().roundtable.findUniqueOrThrow({ where })).id : null;
    const release = await newestFor(db(), viewer, { reviewId, roundtableId: id });
    const source = await readDraftSource(viewer, {
      reviewId,
      roundtableId: id,
      releaseId: release?.id ?? null,
    });
    const exact = await countedIn(id);
    for (const kind of REPORT_KINDS) {
      const blocks = composeDraft(kind, source);
      expect(floorFaults(kind, source, blocks), kind).toEqual([]);
      expect(falseQuantities(blocks, source, exact), kind).toEqual([]);
    }
    if (slug !== "northern-leeds-september-2025")
      expect(
        wordsOf(composeDraft("summary", source).filter(({ section }) => section !== "annex")),
      ).toBeGreaterThan(KINDS.summary.words.least);
  });
});

type Read = { report: Report; draft: Draft };

async function read(kind: keyof typeof REPORTS): Promise<Read> {
  const report = await getReport(viewer, reviewId, REPORTS[kind]);
  return { report, draft: await getDraft(viewer, report) };
}

/** Of untouched drafts the checks say nothing but where something is left out, told often, or could be plainer. */
test.each(REPORT_KINDS)("no check cries wolf at the %s", async (kind) => {
  const { draft } = await read(kind);
  expect(draft.checks.filter(({ kind: of }) => of !== "coverage" && of !== "reliance")).toEqual([]);
  const english = await readPlainEnglish(draft.blocks);
  expect(english.length).toBeLessThanOrEqual(draft.blocks.length / 10);
});

/** What is put into one paragraph or claim of a draft, by the check that has to find it there. */
type Fault = {
  block?: (runs: readonly Run[], claimId: string) => readonly Run[];
  claim?: (claim: Claim) => Claim;
};
const told = (text: string) => (runs: readonly Run[]) => [...runs, { text: ` ${text}`, marks: [] }];
const cited = (over: Partial<Claim["supports"][number]>) => (claim: Claim) => ({
  ...claim,
  supports: claim.supports.map((one) => ({ ...one, ...over })),
});
const FAULTS: Partial<Record<CheckKind, Fault>> = {
  evidence: { claim: cited({ stands: false }) },
  permission: {
    claim: (claim) => ({
      ...cited({ permission: null, identified: true })(claim),
      figure: { ...claim.figure, people: 2 },
    }),
  },
  identity: { block: told("P07 was there.") },
  quantity: { block: told("It was raised by 13 of 20 people.") },
  quotation: { block: told("“This was never said by anybody”, it was heard.") },
  "small-group": {
    block: (runs) => [{ text: "Two headteachers said so. ", marks: runs[0]?.marks ?? [] }, ...runs],
  },
  framing: { block: told("It was late. Participants felt strongly about that.") },
  unheard: {
    block: (runs) =>
      runs.map((run) => (claimOf(run) ? { ...run, text: "that whales migrate towards Iceland" } : run)),
  },
  attribution: { block: (runs, claimId) => runs.filter((run) => claimOf(run) === claimId) },
  suggestion: {
    block: (runs) =>
      runs.map((run) => ({
        ...run,
        marks: [
          ...run.marks,
          { type: "deletion", attrs: { id: reviewId, by: viewer.userId, at: "2026-01-01T10:00:00Z" } },
        ],
      })),
  },
  empty: { block: () => [] },
};

/** So many paragraphs get each fault, one after another. */
const PLACES = 3;

describe("each check catches what is put into a draft:", () => {
  test.each(Object.keys(FAULTS) as CheckKind[])("%s", async (kind) => {
    const { report, draft } = await read("summary");
    const { block: change, claim: changeClaim } = FAULTS[kind] ?? {};
    const findings = ({ content }: Block) =>
      claimsIn(content).filter(
        (id) => draft.claims.get(id)?.findingId && !draft.claims.get(id)?.figure.hands,
      );
    const places = draft.blocks.filter(
      (block) => block.section === "improvements" && findings(block).length > 0,
    );
    expect(places.length).toBeGreaterThan(4);
    for (const place of places.slice(0, PLACES)) {
      const [claimId = ""] = findings(place);
      const claim = draft.claims.get(claimId);
      const content = change
        ? blockOf(typeOf(place.content), change(runsOf(place.content), claimId))
        : place.content;
      const found = await readDraftChecks(db(), report, {
        blocks: draft.blocks.map((block) => (block === place ? { ...place, content } : block)),
        claims: claim && changeClaim ? new Map(draft.claims).set(claimId, changeClaim(claim)) : draft.claims,
        figures: draft.figures,
      });
      const here = found.filter((one) => one.kind === kind && one.blockId === place.id);
      expect(here.length, plainText(place.content)).toBeGreaterThan(0);
    }
  });
});
