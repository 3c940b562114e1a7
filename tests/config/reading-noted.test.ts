import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

/** A query with any of these can give people's words, names or released evidence. */
const GIVES = [
  /visible(Contributions|Identities|ReleaseEvidence)\(/,
  /\b(CONTRIBUTION|SAID)_SELECT\b/,
  /\bc\.text\b/,
  /\b(contribution|contributionRevision|amendment|clearance|identity|importChunk|lateEntry)\.find/,
  /\b(identity|clearances|amendments): \{ (where|select)/,
  /\bcontribution: \{ select: \{[^}]*\btext: true/,
];

/** What records in the audit log that they were read. */
const NOTES = /\b(noteReading|noteContributions|noteNames|toContributions)\(\s*viewer,/;

/** Queries with one of those signs that give nobody words or names, and why. */
const GIVES_NO_WORDS: Record<string, string> = {
  "capture/contribution/queries/counted.ts": "counts",
  "capture/contribution/queries/record.ts": "hashes the words of a record, and says whether it is unchanged",
  "capture/import/queries/import-pieces.ts":
    "gives rows of a file to the import's job, and to previews that record it",
  "capture/import/queries/stage-contributions.ts": "compares rows of a file with what is stored",
  "capture/protection/queries/erasure-scope.ts": "finds what an erasure removes",
  "capture/protection/queries/leaving.ts": "says whether there is an address, not which",
  "capture/roundtable/queries/roundtables.ts": "counts",
  "report/claim/queries/claims.ts": "compares quotations with cleared words; pages show the figure",
  "report/draft/queries/draft-source.ts": "counts, and hands for a draft, which is an action of its own",
  "report/draft/queries/finding-evidence.ts": "weighs evidence; of its answer pages show the finding",
  "synthesise/finding/queries/findings.ts": "ids, people counted",
  "tag/coding/queries/coding-where.ts": "a condition; who runs it records what it finds",
  "tag/coding/queries/coding.ts": "themes, memos of coders, flags",
  "tag/exchange/queries/exchange-project.ts": "ids; exchange-contributions.ts reads the words and records it",
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
      !/\bawait (noteDownload|recordExport|openAuditFile)\(/.test(
        readFileSync(path.join("app", file), "utf8"),
      ),
  );
  expect(silent).toEqual([]);
});

/** A refusal that becomes an answer is recorded there, in whatever file that is. */
test("whoever turns a refusal into an answer records it first", () => {
  const files = ["app", "lib"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("platform/generated"))
      .map((file) => path.join(folder, file)),
  );
  const silent = files.filter((file) => {
    const source = readFileSync(file, "utf8");
    // The page of Next's own says nothing of who was refused what.
    if (/import \{[^}]*\bforbidden\b[^}]*\} from "next\/navigation"/.test(source))
      return !source.includes("noteRefusal(");
    return /new Refusal\(\s*"forbidden"/.test(source) && !REFUSES.includes(file);
  });
  expect(silent).toEqual([]);
});

/** Where a refusal of a person is made, and one of another site's page, of which no person is known. */
const REFUSES = ["lib/access/policy.ts", "lib/platform/origin.ts"];
