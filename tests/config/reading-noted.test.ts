import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

/** A query with any of these can give people's words, names or released evidence. */
const GIVES = [
  /visible(Contributions|Identities|ReleaseEvidence)\(/,
  /\b(CONTRIBUTION|SAID)_SELECT\b/,
  /\bc\.text\b/,
  /\b(contribution|contributionRevision|amendment|clearance|identity|importChunk|importFile|lateEntry)\.find/,
  /\b(identity|clearances|amendments): \{ (where|select)/,
  /\bcontribution: \{ select: \{[^}]*\btext: true/,
];

/** What records in the audit log that they were read. */
const NOTES = /\b(noteReading|noteContributions|noteNames|toContributions)\(\s*viewer,/;

/** Queries with one of those signs that give nobody words or names, and why. */
const GIVES_NO_WORDS: Record<string, string> = {
  "aggregate/publication/queries/area-findings.ts": "ids of findings",
  "aggregate/publication/queries/release-coding.ts": "counts coders, and gives a figure of agreement",
  "aggregate/publication/queries/report-figures.ts": "released figures, and how many hands were counted",
  "aggregate/search/queries/documents-sql.ts": "a condition; hits.ts records what is found",
  "capture/clearance/queries/suggested-masks.ts": "ranges of words that its caller has read and recorded",
  "capture/contribution/queries/record.ts": "hashes the words of a record, and says whether it is unchanged",
  "capture/import/queries/import-pieces.ts":
    "gives rows of a file to the import's job, and to previews that record it",
  "capture/import/queries/stage-contributions.ts": "compares rows of a file with what is stored",
  "capture/protection/queries/due.ts": "ids of what is deleted because it is due",
  "capture/protection/queries/leaving-preview.ts": "says whether there is an address, not which",
  "capture/protection/queries/sought.ts":
    "words and names to look for; erasure-preview.ts records who sees what is found",
  "capture/roundtable/queries/roundtables.ts": "counts",
  "report/claim/queries/claims.ts": "compares quotations with cleared words; pages show the figure",
  "report/draft/queries/conduct.ts": "counts",
  "report/check/queries/named-people.ts":
    "names to look for; of them it gives those that the draft itself holds",
  "report/draft/queries/read-draft-source.ts": "counts, and hands for a draft, which is an action of its own",
  "report/draft/queries/finding-evidence.ts": "weighs evidence; of its answer pages show the finding",
  "synthesise/board/queries/proposed-groups.ts": "ids of contributions that are like one another",
  "synthesise/finding/queries/findings.ts": "ids, people counted",
  "tag/coding/queries/coding-page.ts": "ids alone; who reads their words records it",
  "tag/coding/queries/coding-where.ts": "a condition; who runs it records what it finds",
  "tag/exchange/queries/contribution-batches.ts":
    "ids; exchange-contributions.ts reads the words and records it",
  "tag/exchange/queries/exchange-rows.ts": "the statements of exchange-contributions.ts, which records it",
  "tag/exchange/queries/incoming-contributions.ts": "recognises the words of a file that the reader has",
  "tag/exchange/queries/incoming-memos.ts": "ids, memos of coders",
  "tag/exchange/queries/incoming-plan.ts": "the length of the words",
  "tag/rounds/queries/round-contributions.ts": "ids; getContribution reads the words and records it",
  "tag/rounds/queries/rounds.ts": "ids",
  "tag/suggestion/queries/learnt-model.ts": "trains a model, in the process's memory",
};

function unnoted(sources: ReadonlyMap<string, string>): string[] {
  return [...sources].flatMap(([file, source]) =>
    GIVES.some((sign) => sign.test(source)) && !NOTES.test(source) ? [file] : [],
  );
}

function queries(): Map<string, string> {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter(
    (file) => /\/queries\/[^/]+\.ts$/.test(file) && !file.endsWith(".test.ts"),
  );
  return new Map(files.map((file) => [file, readFileSync(path.join("lib", file), "utf8")]));
}

test("every query that gives words, names or evidence records that they were read, or says why it need not", () => {
  expect(unnoted(queries()).sort()).toEqual(Object.keys(GIVES_NO_WORDS).sort());
});

test("a query that gives words and records nothing is found", () => {
  const words = "db().contribution.findMany({ where: visibleContributions(viewer), select: { text: true } })";
  const noted = `${words}; await noteContributions(viewer, rows);`;
  expect(
    unnoted(
      new Map([
        ["lib/a.ts", words],
        ["lib/b.ts", noted],
      ]),
    ),
  ).toEqual(["lib/a.ts"]);
});

/** Files that go to a person; each is recorded before it is sent. */
test("every route that answers with a file records the download", () => {
  const routes = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith("route.ts"),
  );
  const files = routes.filter((file) =>
    /\b(fileAnswer|streamedFile)\(|content-disposition/.test(readFileSync(path.join("app", file), "utf8")),
  );
  expect(files.length).toBeGreaterThan(4);
  const silent = files.filter(
    (file) =>
      !/\bawait (noteDownload|recordExport|openAuditFile|openLiveExport)\(/.test(
        readFileSync(path.join("app", file), "utf8"),
      ),
  );
  expect(silent).toEqual([]);
});

const PERSON_UNKNOWN = "another site's page sent it, and no person is asked for";
const ABOUT_INPUT = "refuses a file or a field, not a person";

/** Files that catch refusals and record none, and why. */
const RECORDS_NO_REFUSAL: Record<string, string> = {
  "lib/capture/import/commands/read-again.ts":
    "It refuses a file that cannot be read in that way, in the same words.",
  "app/api/auth/[...nextauth]/route.ts": PERSON_UNKNOWN,
  "app/api/capture/v1/schools/route.ts": ABOUT_INPUT,
  "app/api/import/route.ts": ABOUT_INPUT,
  "app/permission/[token]/choose/route.ts": "a participant's own link, without an account",
  "app/(workspace)/reviews/[review]/roundtables/[roundtable]/clear/page.tsx": "what does not exist",
  "lib/capture/clearance/queries/suggested-masks.ts": "says that a search took too long",
  "lib/capture/import/reading/open-zip.ts": ABOUT_INPUT,
  "lib/capture/registration/commands/save-person.ts": ABOUT_INPUT,
  "lib/platform/workers/task.ts": "hands it on to who waits for the worker",
  "lib/report/check/queries/plain-english-checks.ts": "says nothing where the advice took too long",
  "lib/tag/exchange/file/package.ts": ABOUT_INPUT,
  "lib/tag/exchange/outcome.ts": ABOUT_INPUT,
};

/** Every file of the application's own code whose text has the sign. */
function filesWith(sign: RegExp): string[] {
  return ["app", "lib"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !file.startsWith("platform/generated"))
      .map((file) => path.join(folder, file))
      .filter((file) => sign.test(readFileSync(file, "utf8"))),
  );
}

test("whoever turns a refusal into an answer records it, or says why it need not", () => {
  const recording = filesWith(/\bawait noteRefusal\(/);
  const catching = filesWith(/instanceof Refusal/).filter((file) => file !== "lib/access/reading.ts");
  expect(catching.filter((file) => !recording.includes(file)).sort()).toEqual(
    Object.keys(RECORDS_NO_REFUSAL).sort(),
  );
});

test("a person is refused only with what they were refused", () => {
  expect(filesWith(/new Refusal\(\s*"forbidden"/)).toEqual([
    "lib/access/policy.ts",
    "lib/platform/origin.ts",
    // Nobody is signed in yet.
    "lib/access/sign-in/transport.ts",
  ]);
  // Next's own page says nothing of who was refused what.
  expect(filesWith(/import \{[^}]*\bforbidden\b[^}]*\} from "next\/navigation"/)).toEqual([
    "lib/access/page.ts",
  ]);
});
