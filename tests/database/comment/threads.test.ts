import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import { db } from "@/lib/platform/db";
import { codePointLength } from "@/lib/platform/text/code-points";
import { plainText } from "@/lib/report/draft/block";
import { editBlock } from "@/lib/report/draft/commands/edit-block";
import { generateDraft } from "@/lib/report/draft/commands/generate-draft";
import { openForComments } from "@/lib/report/version/commands/publish-report";
import { saveVersion } from "@/lib/report/version/commands/save-version";
import { getDraft } from "@/lib/report/check/queries/checked-draft";
import { getReport, type Report } from "@/lib/report/draft/queries/reports";
import { getVersion, type Version } from "@/lib/report/version/queries/versions";
import { addComment, replyToComment } from "@/lib/comment/thread/commands/add-comment";
import { commentOnBlock } from "@/lib/comment/thread/commands/comment-on-block";
import { editOwnComment, reopenComment, resolveComment } from "@/lib/comment/thread/commands/settle-comment";
import { listComments } from "@/lib/comment/thread/queries/comments";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeMember,
  makeParticipant,
  makeReview,
  makeRoundtable,
  makeStranger,
  type TestReview,
} from "@/tests/support/worlds/factories";
import { registerStages } from "@/register-stages";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

let review: TestReview;
let lead: Viewer;
let facilitator: Viewer;
let fellow: Viewer;
let report: Report;
let version: Version;

beforeAll(async () => {
  registerStages();
  const scene = await makeScene({ members: ["lead", "facilitator", "fellow"], roundtable: {} });
  ({ review, lead, facilitator, fellow } = scene);
  const { slug } = await generateDraft(facilitator, {
    reviewId: review.id,
    roundtableId: scene.roundtable.id,
    title: "Open 😀 draft",
  });
  const draft = await getReport(facilitator, review.id, slug);
  await openForComments(lead, { reportId: draft.id });
  report = await getReport(fellow, review.id, slug);
  version = await getVersion(fellow, report, "latest");
});

/** A comment on the first words of the version. */
function onFirstWords(over: { id?: string; quote?: string; body?: string } = {}) {
  const block = version.blocks.find(({ section, type }) => section === "context" && type === "paragraph");
  const quote = plainText(block?.content ?? { type: "paragraph" }).slice(0, 12);
  return {
    id: randomUUID(),
    reportId: report.id,
    versionId: version.id,
    blockId: block?.blockId ?? "",
    start: 0,
    end: codePointLength(quote),
    quote,
    body: "Is this so?",
    ...over,
  };
}

describe("a comment", () => {
  test("is added by a Fellow, answered and resolved by the authors, and opened again", async () => {
    const { id } = await addComment(fellow, onFirstWords());
    await replyToComment(facilitator, { id: randomUUID(), parentId: id, body: "It is." });
    await expect(resolveComment(fellow, { id })).rejects.toMatchObject({ kind: "forbidden" });
    await resolveComment(facilitator, { id });
    const thread = (await listComments(fellow, report)).find((one) => one.id === id);
    expect(thread).toMatchObject({ author: { words: "You" }, resolved: { by: "the authors" } });
    expect(thread?.replies).toMatchObject([{ body: "It is.", author: { words: "The authors" } }]);
    await reopenComment(facilitator, { id });
    expect((await listComments(facilitator, report)).find((one) => one.id === id)).toMatchObject({
      resolved: null,
      author: { words: `${fellow.name}, Fellow` },
    });
  });

  test("sent twice is stored once, and nobody else can use its id", async () => {
    const comment = onFirstWords();
    await addComment(fellow, comment);
    await addComment(fellow, comment);
    expect(await db().comment.count({ where: { id: comment.id } })).toBe(1);
    const other = await makeMember(review, "fellow");
    await expect(addComment(other, { ...comment, body: "Mine" })).rejects.toMatchObject({
      kind: "not-found",
    });
  });

  test("is refused unless its words are where it says", async () => {
    await expect(addComment(fellow, onFirstWords({ quote: "Other words." }))).rejects.toMatchObject({
      kind: "invalid",
    });
    const { start, end, quote, ...place } = onFirstWords();
    expect(end - start).toBe(codePointLength(quote));
    await expect(commentOnBlock(fellow, { ...place, words: "no such words" })).rejects.toMatchObject({
      kind: "invalid",
    });
    await expect(commentOnBlock(fellow, { ...place, words: "" })).resolves.toEqual({ id: place.id });
  });

  test("shows a Fellow no other Fellow's name, and marks what comes from the Department", async () => {
    const other = await makeMember(review, "fellow");
    const { id } = await addComment(other, onFirstWords());
    await db().comment.create({
      data: {
        ...asRow(onFirstWords()),
        authorId: (await makeMember(review, "reviewer")).userId,
        role: "reviewer",
      },
    });
    const threads = await listComments(fellow, report);
    expect(threads.find((one) => one.id === id)?.author).toMatchObject({ words: "A Fellow" });
    expect(
      threads.some(({ author }) => author.department && author.words === "Department for Education"),
    ).toBe(true);
    expect(JSON.stringify(threads)).not.toContain(other.name);
  });

  test("is edited by its author alone, with what it said kept", async () => {
    const { id } = await addComment(fellow, onFirstWords());
    await editOwnComment(fellow, { id, revision: 1, body: "It may be so." });
    await expect(editOwnComment(fellow, { id, revision: 1, body: "Late" })).rejects.toMatchObject({
      kind: "stale",
    });
    await expect(editOwnComment(lead, { id, revision: 2, body: "Not mine" })).rejects.toMatchObject({
      kind: "not-found",
    });
    expect(await db().commentRevision.findMany({ where: { commentId: id } })).toMatchObject([
      { body: "Is this so?" },
    ]);
  });

  test("is accepted only from people who may open the draft", async () => {
    const outsiders = [
      await makeStranger(),
      await makeMember(await makeReview(), "lead"),
      await makeMember(review, "reviewer"),
    ];
    for (const outsider of outsiders) {
      await expect(addComment(outsider, onFirstWords())).rejects.toMatchObject({ kind: "not-found" });
      expect(await listComments(outsider, report)).toEqual([]);
    }
    await expect(addComment(facilitator, onFirstWords())).resolves.toBeDefined();
  });

  test("is refused on a draft that is not out for comment", async () => {
    const { id, slug } = await generateDraft(facilitator, {
      reviewId: review.id,
      roundtableId: null,
      title: "Closed",
    });
    await saveVersion(facilitator, { reportId: id, name: "" });
    const closed = await getReport(facilitator, review.id, slug);
    const saved = await getVersion(facilitator, closed, 1);
    const comment = {
      ...onFirstWords(),
      reportId: id,
      versionId: saved.id,
      blockId: saved.blocks[0]?.blockId ?? "",
    };
    await expect(addComment(facilitator, comment)).rejects.toMatchObject({ kind: "invalid" });
    await expect(addComment(fellow, comment)).rejects.toMatchObject({ kind: "not-found" });
  });
});

test("a newer version is what Fellows read and comment on", async () => {
  const { blocks } = await getDraft(facilitator, report);
  const block = blocks.find(({ section, type }) => section === "context" && type === "paragraph");
  await editBlock(facilitator, {
    blockId: block?.id ?? "",
    revision: block?.revision ?? 0,
    passages: [{ text: "Written again.", voice: "framing", claimId: null }],
  });
  const { number } = await saveVersion(facilitator, { reportId: report.id, name: "Context" });
  await expect(addComment(fellow, onFirstWords())).rejects.toThrow(/newer version/);
  expect((await getVersion(fellow, report, "latest")).number).toBe(number);
  await expect(getVersion(fellow, report, version.number)).rejects.toMatchObject({ kind: "not-found" });
  version = await getVersion(fellow, report, "latest");
});

test("erasure removes what the person wrote here, and nobody else's words", async () => {
  const roundtable = await makeRoundtable(review);
  const gone = await makeMember(review, "fellow");
  const { personId } = await makeParticipant(review, roundtable, { userId: gone.userId });
  const { id } = await addComment(gone, onFirstWords({ body: "First thoughts" }));
  await editOwnComment(gone, { id, revision: 1, body: "Second thoughts" });
  const kept = await addComment(fellow, onFirstWords({ body: "Kept" }));
  await erasePerson(lead, { personId });
  const threads = await listComments(facilitator, report);
  expect(threads.find((one) => one.id === id)).toMatchObject({ erased: true, body: "" });
  expect(threads.find((one) => one.id === kept.id)).toMatchObject({ erased: false, body: "Kept" });
  expect(await db().commentRevision.findMany({ where: { commentId: id } })).toMatchObject([{ body: "" }]);
});

function asRow({ start, end, quote, ...row }: ReturnType<typeof onFirstWords>) {
  return { ...row, anchorStart: start, anchorEnd: end, anchorQuote: quote };
}
