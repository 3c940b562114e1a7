import { randomUUID } from "node:crypto";
import type { Role, Viewer } from "@/lib/access/policy";
import { listLiveEvidence } from "@/lib/aggregate/figures/queries/live-evidence";
import { EVERYTHING } from "@/lib/aggregate/live/live-filter";
import { openLiveExport } from "@/lib/aggregate/live/queries/exported-rows";
import { listNarrowedEvidence } from "@/lib/aggregate/live/queries/narrowed-evidence";
import { releaseFigures } from "@/lib/aggregate/publication/commands/publish-release";
import { listQuotations, listReleasedEvidence } from "@/lib/aggregate/publication/queries/released-evidence";
import { listReleasedHands } from "@/lib/aggregate/publication/queries/released-hands";
import { getClearancePass } from "@/lib/capture/clearance/queries/clearance-pass";
import { amendContribution } from "@/lib/capture/contribution/commands/amend-contribution";
import { editContribution } from "@/lib/capture/contribution/commands/edit-contribution";
import { listAmendments } from "@/lib/capture/contribution/queries/amendments";
import {
  getContribution,
  listContributions,
  listRecord,
  listRevisions,
} from "@/lib/capture/contribution/queries/contributions";
import { listSurroundings } from "@/lib/capture/contribution/queries/surrounding-contributions";
import { firstRows, previewImport } from "@/lib/capture/import/queries/import-preview";
import { getImport } from "@/lib/capture/import/queries/imports";
import { listIdentities } from "@/lib/capture/people/queries/participants";
import { listMatches } from "@/lib/capture/people/queries/people";
import { previewErasure } from "@/lib/capture/protection/queries/erasure-preview";
import { newList } from "@/lib/capture/registration/attendance-list";
import { readAttendanceList } from "@/lib/capture/registration/queries/attending";
import { listKnownPeople } from "@/lib/capture/registration/queries/people-grid";
import { listLate } from "@/lib/capture/session/queries/late-entries";
import {
  getShownContribution,
  listShownContributions,
} from "@/lib/capture/session/queries/shown-contributions";
import { searched } from "./worlds/searched";
import { Prisma } from "@/lib/platform/generated/client";
import { db } from "@/lib/platform/db";
import { listAudit, openAuditFile } from "@/lib/review/audit/queries/audit-log";
import { listUnplaced } from "@/lib/synthesise/board/queries/board";
import { readMatrix } from "@/lib/synthesise/matrix/queries/framework-matrix";
import { readCell } from "@/lib/synthesise/matrix/queries/matrix-cell";
import { listBehindCells } from "@/lib/synthesise/matrix/queries/matrix-contributions";
import { openAllPassages } from "@/lib/tag/coding/queries/all-passages";
import { previewBatch } from "@/lib/tag/coding/queries/batches";
import { listCodingContributions } from "@/lib/tag/coding/queries/workbench";
import { codedContributions, openCodings } from "@/lib/tag/exchange/queries/exchange-codings";
import { allPassageRows } from "./worlds/passage-rows";
import { readReviewProject } from "@/lib/tag/exchange/queries/exchange-project";
import { addExample } from "@/lib/tag/recoding/commands/set-example";
import { listExamples } from "@/lib/tag/recoding/queries/theme-history";
import { suggestThemes } from "@/lib/tag/suggestion/commands/suggest-themes";
import { listSimilarContributions } from "@/lib/tag/suggestion/queries/similar-contributions";
import {
  makeContribution,
  makeFinding,
  makeParticipant,
  makeRoundtable,
  makeTagging,
} from "./worlds/factories";
import { settleFile } from "./worlds/import-file";
import { generateDraft } from "@/lib/report/draft/commands/generate-draft";
import { getReport } from "@/lib/report/draft/queries/reports";
import { getEditorDraft } from "@/lib/report/editor/queries/editor-draft";
import { findEvidence } from "@/lib/report/editor/queries/find-evidence";
import { makeScene } from "./worlds/scene";

/** A review with one of everything that can be read: a roundtable in read-back, and a closed one that was released. */
export async function makeReadingWorld() {
  const scene = await makeScene({
    members: ["lead", "facilitator"],
    roundtable: { state: "read_back" },
    participants: [{ name: "Isolde Quendlemarsh" }, {}],
    contributions: [{ text: "The coach was good" }, { text: "The coach was very good", cleared: false }],
    theme: {},
  });
  const { review, lead, facilitator, theme, roundtable } = scene;
  const [contribution, second] = scene.contributions;
  await editContribution(facilitator, {
    id: second.id,
    revision: 1,
    source: "unidentified",
    wording: "gist",
    text: "The coach was really good",
  });
  const closed = await makeRoundtable(review, { state: "closed" });
  const said = [];
  for (let n = 0; n < 10; n++) {
    const participant = await makeParticipant(review, closed);
    const one = await makeContribution(closed, { participant });
    await makeTagging(one, theme, "improvement");
    said.push(one);
  }
  const [amended] = said;
  if (!amended) throw new Error("Nothing was said.");
  await amendContribution(lead, {
    id: amended.id,
    revision: 1,
    text: "In fact",
    reason: "Quendlemarsh was misheard",
  });
  await addExample(facilitator, {
    themeId: theme.id,
    contributionId: amended.id,
    belongs: true,
  });
  await db().lateEntry.create({
    data: {
      id: randomUUID(),
      reviewId: review.id,
      roundtableId: closed.id,
      kind: "contribution",
      payload: {},
      sentById: lead.userId,
    },
  });
  const hands = await makeContribution(closed, { source: "group", text: "Hands for more money." });
  await db().contribution.update({ where: { id: hands.id }, data: { handsRaised: 7, handsAsked: 10 } });
  await makeTagging(hands, theme, "ask");
  const finding = await makeFinding(theme, said.slice(1));
  await releaseFigures(lead, { reviewId: review.id });
  const release = await db().release.findFirstOrThrow({ where: { reviewId: review.id } });
  const report = await generateDraft(facilitator, {
    reviewId: review.id,
    roundtableId: closed.id,
    title: "R",
  });
  const importId = await settleFile(facilitator, {
    roundtableId: roundtable.id,
    text: "speaker,text\nAda Byron,Not yet said\n",
  });
  return {
    review,
    theme,
    roundtable,
    closed,
    contribution,
    second,
    amended,
    finding,
    report,
    named: scene.participants[0],
    release,
    importId,
  };
}

export type ReadingWorld = Awaited<ReturnType<typeof makeReadingWorld>>;

type Noted = "roundtable" | "closed" | "review" | "release";
type Entry = readonly [action: string, subject: Noted];
/**
 * What routes use that records a reading and is not in READING_TABLE: it hands the viewer on to one that is, or is a write
 * whose answer shows what it found.
 */
export const READS_OTHERWISE: Record<string, string> = {
  getRoundContribution: "getContribution",
  getDifference: "getContribution",
  savePeople: "a write: names that differ from what was typed, and who shows them is recorded with it",
  settleColumns: "a write: the speakers of a file, named",
  sendOperations: "a write: the contribution as somebody else changed it",
};

type ReadingRow = {
  role: Role;
  read: (viewer: Viewer, world: ReadingWorld) => Promise<unknown>;
  /** What a first reading records; a second one records nothing more. */
  entries: readonly Entry[];
};

const row = (role: Role, read: ReadingRow["read"], ...entries: readonly Entry[]): ReadingRow => ({
  role,
  read,
  entries,
});
const WORDS = ["contribution.read", "roundtable"] as const;
const CLOSED_WORDS = ["contribution.read", "closed"] as const;
const NAMES = ["identity.read", "roundtable"] as const;
const ALL_NAMES = ["identity.read", "review"] as const;
const ALL = { kind: null, who: null, roundtableId: null, from: null, to: null };

/** Every query that records what was read, by name. */
export const READING_TABLE: Record<string, ReadingRow> = {
  listContributions: row(
    "facilitator",
    (viewer, { review }) => listContributions(viewer, { reviewId: review.id }),
    WORDS,
    CLOSED_WORDS,
  ),
  "listContributions of one roundtable": row(
    "facilitator",
    (viewer, { review, roundtable }) =>
      listContributions(viewer, { reviewId: review.id, roundtableId: roundtable.id }),
    WORDS,
  ),
  listRecord: row("facilitator", (viewer, { roundtable }) => listRecord(viewer, roundtable.id, 10), WORDS),
  getContribution: row(
    "facilitator",
    (viewer, { contribution }) => getContribution(viewer, contribution.id),
    WORDS,
  ),
  listRevisions: row("facilitator", (viewer, { second }) => listRevisions(viewer, second.id), WORDS),
  listAmendments: row(
    "facilitator",
    (viewer, { amended }) => listAmendments(viewer, amended.id),
    CLOSED_WORDS,
  ),
  listShownContributions: row(
    "facilitator",
    (viewer, { roundtable }) => listShownContributions(viewer, roundtable.id, "all"),
    WORDS,
  ),
  getShownContribution: row(
    "facilitator",
    (viewer, { contribution }) => getShownContribution(viewer, contribution.id),
    WORDS,
  ),
  listLate: row("lead", (viewer, { closed }) => listLate(viewer, closed.id), CLOSED_WORDS),
  getClearancePass: row(
    "facilitator",
    (viewer, { review, roundtable }) =>
      getClearancePass(viewer, { reviewId: review.id, roundtableId: roundtable.id }, {}),
    WORDS,
  ),
  firstRows: row("facilitator", (viewer, { importId }) => firstRows(viewer, importId, 5), WORDS),
  previewImport: row(
    "facilitator",
    (viewer, { importId }) => previewImport(viewer, importId, { from: 0, take: 5, leftOnly: false }),
    WORDS,
  ),
  getImport: row(
    "facilitator",
    (viewer, { roundtable, importId }) => getImport(viewer, roundtable.id, importId),
    NAMES,
  ),
  listIdentities: row(
    "facilitator",
    (viewer, { roundtable }) => listIdentities(viewer, roundtable.id),
    NAMES,
  ),
  listMatches: row("facilitator", (viewer, { review }) => listMatches(viewer, review.id), ALL_NAMES),
  listKnownPeople: row(
    "facilitator",
    (viewer, { review, roundtable }) => listKnownPeople(viewer, review.id, roundtable.id),
    ALL_NAMES,
  ),
  readAttendanceList: row(
    "facilitator",
    (viewer, { roundtable }) =>
      readAttendanceList(
        viewer,
        newList(
          roundtable.id,
          { fileName: "people.csv", header: ["Name"], rows: [{ line: 2, cells: ["Nobody Known"] }] },
          {},
        ),
      ),
    NAMES,
  ),
  listLiveEvidence: row(
    "facilitator",
    (viewer, { review, closed, theme }) =>
      listLiveEvidence(
        viewer,
        { reviewId: review.id, roundtables: [closed.id], themeId: theme.id },
        { where: () => Prisma.sql`TRUE`, what: null },
      ),
    CLOSED_WORDS,
  ),
  openLiveExport: row(
    "facilitator",
    (viewer, { review }) => openLiveExport(viewer, review.id, EVERYTHING),
    ["download.take", "review"],
    WORDS,
    CLOSED_WORDS,
  ),
  listReleasedEvidence: row(
    "reviewer",
    (viewer, { review, theme, release }) =>
      listReleasedEvidence(viewer, {
        reviewId: review.id,
        releaseNumber: release.number,
        themeId: theme.id,
      }),
    ["evidence.read", "release"],
  ),
  listQuotations: row(
    "reviewer",
    (viewer, { review, finding, release }) =>
      listQuotations(
        viewer,
        { reviewId: review.id, releaseNumber: release.number, findingIds: [finding.id] },
        2,
      ),
    ["evidence.read", "release"],
  ),
  listReleasedHands: row(
    "reviewer",
    (viewer, { review, release }) =>
      listReleasedHands(viewer, { reviewId: review.id, releaseNumber: release.number }),
    ["evidence.read", "release"],
  ),
  listNarrowedEvidence: row(
    "facilitator",
    (viewer, { review, theme }) =>
      listNarrowedEvidence(viewer, {
        reviewId: review.id,
        filter: EVERYTHING,
        themeId: theme.id,
        alsoThemeId: null,
        page: 1,
      }),
    CLOSED_WORDS,
  ),
  getEditorDraft: row(
    "facilitator",
    async (viewer, { review, report }) =>
      getEditorDraft(viewer, await getReport(viewer, review.id, report.slug)),
    CLOSED_WORDS,
  ),
  findEvidence: row(
    "facilitator",
    (viewer, { report, amended }) =>
      findEvidence(viewer, { reportId: report.id, words: "", ids: [amended.id] }),
    CLOSED_WORDS,
  ),
  listSurroundings: row(
    "facilitator",
    (viewer, { contribution }) => listSurroundings(viewer, contribution.id),
    WORDS,
  ),
  listUnplaced: row(
    "facilitator",
    (viewer, { review, theme }) => listUnplaced(viewer, { reviewId: review.id, themeId: theme.id }),
    CLOSED_WORDS,
  ),
  previewErasure: row("lead", (viewer, { named }) => previewErasure(viewer, named.personId), ALL_NAMES),
  search: row("facilitator", (viewer, { review }) => searched(viewer, review.id, "coach"), WORDS),
  "search of a release": row("reviewer", (viewer, { review }) => searched(viewer, review.id, "words"), [
    "evidence.read",
    "release",
  ]),
  readCell: row(
    "facilitator",
    (viewer, { review, theme, closed }) =>
      readCell(
        viewer,
        review.id,
        { row: closed.id, theme: theme.slug },
        { rows: "roundtables", themes: [], roundtable: null, page: 1 },
      ),
    CLOSED_WORDS,
  ),
  listBehindCells: row(
    "facilitator",
    async (viewer, { review }) => {
      const all = { rows: "people", themes: [], roundtable: null, page: 1 } as const;
      return listBehindCells(viewer, review.id, await readMatrix(viewer, review.id, all));
    },
    CLOSED_WORDS,
  ),
  listExamples: row("facilitator", (viewer, { theme }) => listExamples(viewer, theme.id), CLOSED_WORDS),
  readReviewProject: row(
    "facilitator",
    (viewer, { review }) =>
      readReviewProject(viewer, { reviewId: review.id, roundtableId: null, kind: "own", caveat: "" }),
    WORDS,
    CLOSED_WORDS,
  ),
  openAllPassages: row(
    "facilitator",
    async (viewer, { review, theme }) => {
      const all = [];
      const { parts } = await openAllPassages(viewer, { reviewId: review.id, themeId: theme.id });
      for await (const some of parts) all.push(...some);
      return all;
    },
    CLOSED_WORDS,
  ),
  passageRows: row(
    "facilitator",
    (viewer, { review, theme }) => allPassageRows(viewer, "own", { reviewId: review.id, themeId: theme.id }),
    CLOSED_WORDS,
  ),
  codedContributions: row(
    "facilitator",
    async (viewer, { review }) => {
      const asked = { reviewId: review.id, roundtableId: null, themeId: null, kind: "own" } as const;
      const parts = codedContributions(viewer, await openCodings(viewer, asked), null);
      const all = [];
      for await (const some of parts) all.push(...some);
      return all;
    },
    WORDS,
    CLOSED_WORDS,
  ),
  listSimilarContributions: row(
    "facilitator",
    (viewer, { contribution }) => listSimilarContributions(viewer, contribution.id),
    WORDS,
  ),
  suggestThemes: row(
    "facilitator",
    (viewer, { review, contribution }) =>
      suggestThemes(viewer, { reviewId: review.id, contributionIds: [contribution.id], shown: true }),
    WORDS,
  ),
  listCodingContributions: row(
    "facilitator",
    (viewer, { review, roundtable }) =>
      listCodingContributions(viewer, { reviewId: review.id, roundtableId: roundtable.id }),
    WORDS,
  ),
  previewBatch: row(
    "facilitator",
    (viewer, { review, roundtable }) =>
      previewBatch(viewer, { reviewId: review.id, roundtableId: roundtable.id }, null),
    WORDS,
  ),
  listAudit: row(
    "lead",
    (viewer, { review }) => listAudit(viewer, { reviewId: review.id, filter: ALL, people: [] }),
    ["audit.read", "review"],
  ),
  openAuditFile: row(
    "lead",
    (viewer, { review }) => openAuditFile(viewer, { reviewId: review.id, filter: ALL, people: [] }),
    ["download.take", "review"],
  ),
};
