import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { takeWordFile } from "@/lib/comment/thread/commands/take-word-file";
import { listComments } from "@/lib/comment/thread/queries/comments";
import { db } from "@/lib/platform/db";
import { getDraft } from "@/lib/report/check/queries/checked-draft";
import { blockOf, plainText } from "@/lib/report/draft/block";
import { getReport, type Report } from "@/lib/report/draft/queries/reports";
import { takeSuggestions } from "@/lib/report/returned/commands/take-suggestions";
import { acceptedText } from "@/lib/report/returned/edits";
import { planReturn } from "@/lib/report/returned/plan-return";
import { readReturnSource } from "@/lib/report/returned/queries/return-source";
import type { ReturnedFile } from "@/lib/report/returned/returned-file";
import { saveVersion } from "@/lib/report/version/commands/save-version";
import { getVersion } from "@/lib/report/version/queries/versions";
import { openTestDatabase } from "@/tests/support/database";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

const [FIRST, SECOND] = ["Providers mark differently.", "We need time."];
const TABLE = "\nWhen\tWhat\nMay\tTests";
let facilitator: Viewer;
let fellow: Viewer;
let report: Report;
let ids: [string, string];
let file: ReturnedFile;

beforeAll(async () => {
  const scene = await makeScene({ members: ["facilitator", "fellow"], roundtable: { state: "read_back" } });
  ({ facilitator, fellow } = scene);
  const data = { reviewId: scene.review.id, slug: "word", title: "Word", createdById: facilitator.userId };
  const { id: reportId } = await db().report.create({ data });
  ids = [randomUUID(), randomUUID()];
  for (const [index, text] of [FIRST, SECOND].entries()) {
    const content = blockOf("paragraph", [{ text, marks: [] }]);
    const place = { section: "asks", type: "paragraph", position: index + 1 } as const;
    await db().block.create({ data: { id: ids[index] ?? "", reportId, content, ...place } });
  }
  report = await getReport(facilitator, scene.review.id, "word");
  const { number } = await saveVersion(facilitator, { reportId, name: "" });
  const { hash } = await getVersion(facilitator, report, number);
  const about = { id: "5", start: 0, end: 9 };
  file = {
    version: { number, hash: hash.slice(0, 12) },
    paragraphs: [
      {
        isTable: false,
        block: ids[0],
        before: FIRST,
        after: "Providers mark very differently.",
        comments: [about],
      },
      { isTable: false, block: null, before: "", after: "New.", comments: [] },
      { isTable: false, block: null, before: "", after: "And newer.", comments: [] },
      { isTable: true, block: null, before: "", after: TABLE, comments: [] },
      { isTable: false, block: ids[1], before: SECOND, after: SECOND, comments: [] },
    ],
    comments: [
      { id: "5", body: "Which?", parent: null },
      { id: "6", body: "All.", parent: "5" },
    ],
    tooLong: 0,
  };
});

async function plan() {
  const source = await readReturnSource(facilitator, report, file);
  const known = (await listComments(facilitator, report)).flatMap(({ id, body, replies }) => [
    { id, body, parentId: null },
    ...replies.map((reply) => ({ id: reply.id, body: reply.body, parentId: id })),
  ]);
  return { source, planned: planReturn(file, { ...source, comments: known }) };
}

const texts = async () =>
  (await getDraft(facilitator, report)).blocks.map(({ content }) => plainText(content));

describe("a Word file that came back", () => {
  test("of another report is refused, and nobody but facilitators takes one in", async () => {
    const other = { ...file, version: { number: 1, hash: "0".repeat(12) } };
    await expect(readReturnSource(facilitator, report, other)).rejects.toThrow(/made from another report/);
    await expect(readReturnSource(fellow, report, file)).rejects.toMatchObject({ kind: "forbidden" });
    const nothing = { reportId: report.id, suggestions: [], added: [] };
    await expect(takeSuggestions(fellow, nothing)).rejects.toMatchObject({ kind: "not-found" });
  });

  test("is refused whole where the draft changed since it was looked at", async () => {
    const { planned } = await plan();
    const suggestions = planned.suggestions.map((one) => ({ ...one, revision: 9 }));
    const input = { reportId: report.id, suggestions, added: planned.added };
    await expect(takeSuggestions(facilitator, input)).rejects.toMatchObject({ kind: "stale" });
    expect(await texts()).toEqual([FIRST, SECOND]);
  });

  test("is taken in as suggestions and comments, once", async () => {
    const { source, planned } = await plan();
    const { suggestions, added, comments } = planned;
    const [reportId, versionId] = [report.id, source.version.id];
    const taken = await takeWordFile(facilitator, { reportId, versionId, suggestions, added, comments });
    expect(taken).toEqual({ suggestions: 4, comments: 2 });
    // The rows and columns of a table are there at once, and its words are proposed.
    expect(await texts()).toEqual([FIRST, "", "", "\n\t\n\t", SECOND]);
    const { blocks } = await getDraft(facilitator, report);
    const accepted = blocks.map(({ content }) => acceptedText(content));
    expect(accepted).toEqual(["Providers mark very differently.", "New.", "And newer.", TABLE, SECOND]);
    const [thread] = await listComments(facilitator, report);
    expect(thread).toMatchObject({ body: "Which?", anchor: { start: 0, end: 9, quote: "Providers" } });
    expect(thread?.replies.map(({ body }) => body)).toEqual(["All."]);
    const again = (await plan()).planned;
    expect(again).toEqual({
      suggestions: [],
      added: [],
      comments: [],
      already: { paragraphs: 4, comments: 2 },
      left: [],
    });
  });
});
