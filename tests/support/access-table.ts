/**
 * What every route answers to each role: a page or route handler that is not listed fails its test. The
 * address is the route with its bracketed parts filled in from tests/support/access-subjects.ts.
 */
export const VISITORS = ["lead", "facilitator", "reviewer", "fellow", "elsewhere", "nobody"] as const;
export type Visitor = (typeof VISITORS)[number];
type Answers = Record<Visitor, number>;
export type RouteRow = { answers: Answers; query?: string };

/** People who are not signed in are sent to sign in; a lead of another review finds nothing of this one. */
const OUTSIDE = { elsewhere: 404, nobody: 307 } as const;

const anybody = (status: number): Answers => ({
  lead: status,
  facilitator: status,
  reviewer: status,
  fellow: status,
  elsewhere: status,
  nobody: status,
});
const members: Answers = { lead: 200, facilitator: 200, reviewer: 200, fellow: 200, ...OUTSIDE };
const facilitators: Answers = { lead: 200, facilitator: 200, reviewer: 403, fellow: 403, ...OUTSIDE };
const leadsOn: Answers = { ...facilitators, lead: 307, facilitator: 307 };
/** Something that only facilitators see: others are not told whether it exists. */
const hidden: Answers = { ...facilitators, reviewer: 404, fellow: 404 };
const lead: Answers = { lead: 200, facilitator: 403, reviewer: 403, fellow: 403, ...OUTSIDE };
const figures: Answers = { lead: 200, facilitator: 200, reviewer: 200, fellow: 403, ...OUTSIDE };
/** A draft out for comment: facilitators and Fellows. */
const draft: Answers = { lead: 200, facilitator: 200, reviewer: 404, fellow: 200, ...OUTSIDE };
/** A Fellow sees the draft, and may not write it. */
const draftsAuthors: Answers = { ...draft, fellow: 403 };

const REVIEW = "/reviews/[review]";
const ROUNDTABLE = `${REVIEW}/roundtables/[roundtable]`;
const CONTRIBUTION = `${REVIEW}/contributions/[contribution]`;
const CAPTURE_API = "/api/capture/v1/roundtables/[roundtableId]";
const ROUNDS = `${REVIEW}/coding/rounds`;
const ROUND = `${ROUNDS}/[round]`;
const FINDING = `${REVIEW}/findings/[finding]`;
const REPORT = `${REVIEW}/reports/[report]`;
const PUBLISHED = "/published/[review]/[report]";
const WITHDRAW = `${REPORT}/versions/[number]/withdraw`;

export const ROUTE_TABLE: Record<string, RouteRow> = {
  "/": { answers: anybody(307) },
  "/accessibility": { answers: anybody(200) },
  // The fonts of published pages.
  "/font/[name]": { answers: anybody(200) },
  "/sign-in": { answers: anybody(200) },
  "/sign-in/confirm": { answers: anybody(200) },
  "/sign-in/sent": { answers: anybody(200) },
  "/api/health": { answers: anybody(200) },
  // next-auth's own: who is signed in, which is an empty answer for nobody.
  "/api/auth/[...nextauth]": { answers: anybody(200) },
  // It takes files alone.
  "/api/import": { answers: anybody(405) },
  // The key of whoever asks.
  "/api/capture/v1/key": { answers: { ...anybody(200), nobody: 401 } },
  "/api/events": { answers: { ...anybody(200), nobody: 401 } },
  // A person with the secret of a participant's link may read and choose, signed in or not.
  "/permission/[token]": { answers: anybody(200) },
  "/permission/[token]/check": { answers: anybody(200), query: "?to=not_published" },
  "/permission/[token]/choose": { answers: anybody(405) },
  "/permission/[token]/done": { answers: anybody(200) },
  // The register of schools is public: every review's facilitators look it up, and nobody else.
  "/api/capture/v1/schools": {
    answers: { ...anybody(200), reviewer: 403, fellow: 403, nobody: 401 },
    query: "?q=school",
  },
  // What the capture page sends and reads in the background: a signed-out browser keeps its contributions and
  // waits.
  "/api/capture/v1/operations": { answers: anybody(405) },
  "/api/capture/v1/presence": { answers: anybody(405) },
  // It takes what somebody wrote alone.
  "/api/report/v1/drafts": { answers: anybody(405) },
  "/api/report/v1/writing": { answers: anybody(405) },
  [`${CAPTURE_API}/record`]: { answers: { ...hidden, nobody: 401 } },
  [`${CAPTURE_API}/session`]: { answers: { ...hidden, nobody: 401 } },
  [`${CAPTURE_API}/names`]: { answers: { ...hidden, nobody: 401 } },
  // Where whoever asks is signed in.
  "/signed-in": { answers: { ...anybody(200), nobody: 307 } },
  // Whoever has one review alone is taken to it.
  "/reviews": { answers: anybody(307) },

  [REVIEW]: { answers: members },
  // Each searches what they may read.
  [`${REVIEW}/search`]: { answers: members, query: "?q=coaching" },
  [`${REVIEW}/members`]: { answers: facilitators },
  [`${REVIEW}/audit`]: { answers: lead },
  [`${REVIEW}/audit/audit.csv`]: { answers: { ...lead, nobody: 401 }, query: "?kind=reading" },
  [`${REVIEW}/audit/chain`]: { answers: lead },
  [`${REVIEW}/protection`]: { answers: lead },
  [`${REVIEW}/people`]: { answers: facilitators },
  [`${REVIEW}/permission-wording`]: { answers: lead },
  [`${REVIEW}/house-style`]: { answers: lead },
  [`${REVIEW}/schools`]: { answers: lead },

  [`${REVIEW}/roundtables`]: { answers: facilitators },
  [`${REVIEW}/roundtables/new`]: { answers: facilitators },
  [ROUNDTABLE]: { answers: facilitators },
  [`${ROUNDTABLE}/change`]: { answers: facilitators },
  [`${ROUNDTABLE}/people`]: { answers: facilitators },
  [`${ROUNDTABLE}/people/add`]: { answers: facilitators },
  [`${ROUNDTABLE}/people/attendance`]: { answers: facilitators },
  [`${ROUNDTABLE}/people/school`]: { answers: facilitators },
  [`${ROUNDTABLE}/people/slips`]: { answers: facilitators },
  [`${ROUNDTABLE}/people/tables`]: { answers: facilitators },
  [`${ROUNDTABLE}/people/[participant]`]: { answers: facilitators },
  [`${ROUNDTABLE}/people/[participant]/narrow`]: {
    answers: facilitators,
    query: "?to=paraphrase&means=paper",
  },
  [`${ROUNDTABLE}/people/[participant]/erase`]: { answers: lead },
  [`${ROUNDTABLE}/people/[participant]/leave`]: { answers: facilitators },
  [`${ROUNDTABLE}/late`]: { answers: lead },
  [`${ROUNDTABLE}/capture`]: { answers: facilitators },
  [`${ROUNDTABLE}/clear`]: { answers: facilitators },
  [`${ROUNDTABLE}/import`]: { answers: facilitators },
  [`${ROUNDTABLE}/import/[import]`]: { answers: facilitators },
  // These two redirect to the result of an import that has ended.
  [`${ROUNDTABLE}/import/[import]/speakers`]: { answers: leadsOn },
  [`${ROUNDTABLE}/import/[import]/check`]: { answers: leadsOn },
  [`${REVIEW}/coding`]: { answers: facilitators },
  [`${REVIEW}/coding/batch`]: { answers: facilitators },
  [`${REVIEW}/contributions`]: { answers: facilitators },
  [CONTRIBUTION]: { answers: hidden },
  [`${CONTRIBUTION}/edit`]: { answers: hidden },
  [`${CONTRIBUTION}/clear`]: { answers: hidden },
  [`${CONTRIBUTION}/amend`]: { answers: hidden },

  [ROUNDS]: { answers: facilitators },
  [`${ROUNDS}/new`]: { answers: lead },
  [ROUND]: { answers: hidden },
  [`${ROUND}/code`]: { answers: hidden },
  [`${ROUND}/finish`]: { answers: hidden },
  [`${ROUND}/agreement`]: { answers: hidden },
  [`${ROUND}/adjudicate`]: { answers: hidden, query: "?at=1" },

  [`${REVIEW}/themes`]: { answers: members },
  [`${REVIEW}/themes/new`]: { answers: lead },
  [`${REVIEW}/themes/exchange`]: { answers: members },
  [`${REVIEW}/themes/exchange/codebook.qdc`]: { answers: { ...members, nobody: 401 } },
  [`${REVIEW}/themes/exchange/codebook.csv`]: { answers: { ...members, nobody: 401 } },
  [`${REVIEW}/coding/exchange`]: { answers: facilitators },
  [`${REVIEW}/coding/exchange/project.qdpx`]: { answers: { ...facilitators, nobody: 401 } },
  [`${REVIEW}/coding/exchange/[file]`]: { answers: { ...facilitators, nobody: 401 } },
  [`${REVIEW}/themes/[theme]`]: { answers: members },
  [`${REVIEW}/themes/[theme]/passages`]: { answers: facilitators },
  [`${REVIEW}/themes/[theme]/passages/all`]: { answers: { ...facilitators, nobody: 401 } },
  [`${REVIEW}/themes/[theme]/passages/passages.csv`]: { answers: { ...facilitators, nobody: 401 } },
  [`${REVIEW}/themes/[theme]/change`]: { answers: lead },
  [`${REVIEW}/themes/[theme]/merge`]: { answers: lead, query: "?into=coaching" },
  [`${REVIEW}/themes/[theme]/retire`]: { answers: lead },
  [`${REVIEW}/themes/[theme]/split`]: { answers: lead },
  [`${REVIEW}/findings`]: { answers: facilitators },
  [`${REVIEW}/findings/new`]: { answers: facilitators },
  [`${REVIEW}/findings/board/[theme]`]: { answers: facilitators },
  [`${REVIEW}/findings/board/[theme]/groups`]: { answers: facilitators },
  [`${REVIEW}/findings/matrix`]: { answers: hidden },
  [`${REVIEW}/findings/matrix/download`]: { answers: { ...hidden, nobody: 401 } },
  [`${REVIEW}/findings/matrix/[rows]/[row]/[theme]`]: { answers: hidden },
  [FINDING]: { answers: hidden },
  [`${FINDING}/confidence`]: { answers: hidden },
  [`${FINDING}/split`]: { answers: hidden },
  [`${FINDING}/merge`]: { answers: hidden },
  [`${FINDING}/change`]: { answers: hidden },
  [`${FINDING}/withdraw`]: { answers: hidden },

  [`${REVIEW}/dashboard`]: { answers: figures },
  [`${REVIEW}/dashboard/download`]: { answers: { ...figures, nobody: 401 }, query: "?format=csv" },
  [`${REVIEW}/dashboard/chart.svg`]: { answers: { ...figures, nobody: 401 }, query: "?release=1" },
  [`${REVIEW}/live/together`]: { answers: facilitators },
  [`${REVIEW}/live/saturation`]: { answers: facilitators, query: "?base=3&role=SENCO" },
  [`${REVIEW}/live/coverage`]: { answers: facilitators },
  [`${REVIEW}/live/views`]: { answers: facilitators },
  [`${REVIEW}/live/figures.xlsx`]: { answers: { ...facilitators, nobody: 401 }, query: "?role=SENCO" },
  [`${REVIEW}/dashboard/findings`]: { answers: figures, query: "?release=1&kind=differ" },
  [`${REVIEW}/dashboard/groups`]: { answers: figures, query: "?release=1&by=phase" },
  [`${REVIEW}/dashboard/roundtables`]: { answers: figures, query: "?release=1&stance=ask" },
  [`${REVIEW}/dashboard/npqs`]: { answers: figures, query: "?release=1" },
  [`${REVIEW}/dashboard/[theme]`]: { answers: figures },
  [`${REVIEW}/dashboard/release`]: { answers: lead },
  [`${REVIEW}/dashboard/release/preview`]: { answers: lead },
  [`${REVIEW}/citations`]: { answers: figures },

  [`${REVIEW}/reports`]: { answers: members },
  [`${REVIEW}/reports/new`]: { answers: facilitators },
  [REPORT]: { answers: draft },
  [`${REPORT}/edit`]: { answers: draftsAuthors },
  [`${REPORT}/checks`]: { answers: draftsAuthors },
  [`${REPORT}/edit/[block]`]: { answers: draftsAuthors },
  [`${REPORT}/evidence/[claim]`]: { answers: draftsAuthors },
  [`${REPORT}/comments`]: { answers: draft },
  [`${REPORT}/word`]: { answers: draftsAuthors },
  [`${REPORT}/regenerate`]: { answers: draftsAuthors },
  [`${REPORT}/history`]: { answers: draft },
  [`${REPORT}/history/compare`]: { answers: draft },
  [`${REPORT}/versions/[number]`]: { answers: draft },
  [`${REPORT}/export/[number]`]: { answers: { ...draft, nobody: 401 }, query: "?format=docx" },
  [`${REPORT}/versions/[number]/restore`]: { answers: draftsAuthors },
  // What is not published has no address, and cannot be withdrawn.
  [WITHDRAW]: { answers: { ...draftsAuthors, lead: 404, facilitator: 403 } },
  [PUBLISHED]: { answers: anybody(404) },
  [`${PUBLISHED}/[number]`]: { answers: anybody(404) },
  [`${PUBLISHED}/[number]/file`]: { answers: anybody(404), query: "?format=md" },
};

/** The same for a report that is published: a DfE reviewer may read it and download it. */
export const PUBLISHED_TABLE: Record<string, RouteRow> = {
  [REPORT]: { answers: members },
  [`${REPORT}/versions/[number]`]: { answers: members },
  [`${REPORT}/export/[number]`]: { answers: { ...members, nobody: 401 }, query: "?format=md" },
  [`${REPORT}/edit`]: { answers: facilitators },
  [`${REPORT}/checks`]: { answers: facilitators },
  [WITHDRAW]: { answers: lead },
  [PUBLISHED]: { answers: { ...members, nobody: 404 } },
  [`${PUBLISHED}/[number]`]: { answers: { ...members, nobody: 404 } },
  [`${PUBLISHED}/[number]/file`]: { answers: { ...members, nobody: 404 }, query: "?format=pdf" },
};

/** The other files of a published version, and for whom each is made. */
export const PUBLISHED_FILES: { query: string; answers: Answers }[] = [
  { query: "?format=html&annotated=yes", answers: { ...figures, nobody: 401 } },
  { query: "?format=docx&comments=yes", answers: { ...facilitators, nobody: 401 } },
  { query: "?format=xlsx", answers: { ...members, nobody: 401 } },
];

/** The route of those files. */
export const FILE_ROUTE = `${REPORT}/export/[number]`;

/** The address of a route, with every bracketed part filled in. Throws for a part that has no subject. */
export function addressOf(route: string, subjects: Record<string, string>, query = ""): string {
  const path = route.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_, part: string) => {
    const subject = part === "nextauth" ? "session" : subjects[part];
    if (subject === undefined) throw new Error(`No subject for [${part}] of ${route}.`);
    return subject;
  });
  return path + query;
}
