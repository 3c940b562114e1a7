import { randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import { codePointLength } from "@/lib/platform/text/code-points";
import { plainText } from "@/lib/report/draft/block";
import { BlockContent } from "@/lib/report/draft/content/block-content";
import { generateDraft } from "@/lib/report/draft/commands/generate-draft";
import { openForComments } from "@/lib/report/version/commands/publish-report";
import { addComment } from "@/lib/comment/thread/commands/add-comment";
import {
  makeFinding,
  makeContribution,
  makeMember,
  makeParticipant,
  makeRoundtable,
  makeTagging,
  makeTheme,
  type TestReview,
  type TestRoundtable,
} from "./factories";
import { importFile, settleFile } from "./import-file";
import { makeRounds } from "./round-world";
import { makeScene } from "./scene";

/** One of everything that a command works on, in a review with a member of each role. */
export async function makeCommandWorld() {
  const {
    review,
    lead,
    facilitator,
    reviewer,
    fellow,
    roundtable,
    participant,
    contributions: [contribution, other, struck],
    theme,
  } = await makeScene({
    members: ["lead", "facilitator", "reviewer", "fellow"],
    roundtable: { state: "read_back" },
    participant: {},
    contributions: 3,
    theme: {},
  });
  const members = { lead, facilitator, reviewer, fellow };
  const another = await makeMember(review, "fellow");
  const membership = await db().membership.findFirstOrThrow({ where: { userId: another.userId } });
  const closed = await makeRoundtable(review, { state: "closed" });
  const elsewhere = await makeParticipant(review, closed);
  const session = await makeSessionParts(roundtable, members.facilitator);
  await db().contribution.update({ where: { id: struck.id }, data: { struckAt: new Date() } });
  const tagging = await makeTagging(contribution, theme, "improvement");
  const finding = await makeFinding(theme, [contribution]);
  const otherFinding = await makeFinding(theme, [other]);
  const { userId: byId } = members.facilitator;
  const findingChange = await db().findingChange.create({
    data: { reviewId: review.id, kind: "attach", findingId: finding.id, byId },
  });
  const summary = await db().matrixSummary.create({
    data: {
      reviewId: review.id,
      personId: participant.personId,
      themeId: theme.id,
      text: "It is hard.",
      basis: [],
      revision: 2,
      writtenById: byId,
      revisions: { create: { revision: 1, text: "It was hard.", basis: [], endedById: byId } },
    },
  });
  const inRoundtable = { roundtableId: roundtable.id };
  const imported = await importFile(members.facilitator, { ...inRoundtable, text: "text\nSomething else\n" });
  const chosenId = await settleFile(members.facilitator, { ...inRoundtable, text: "text\nNot yet said\n" });
  const savedView = await db().savedView.create({
    data: {
      id: randomUUID(),
      reviewId: review.id,
      name: "Everybody",
      shows: { first: { lists: {}, on: null }, second: null },
      createdById: byId,
    },
  });
  return {
    members,
    savedViewId: savedView.id,
    reviewId: review.id,
    membershipId: membership.id,
    roundtableId: roundtable.id,
    questionId: roundtable.questions[0]?.id ?? "",
    participantId: participant.id,
    personId: participant.personId,
    otherPersonId: elsewhere.personId,
    contributionId: contribution.id,
    otherContributionId: other.id,
    ...session,
    struckId: struck.id,
    importId: imported.id,
    chosenId,
    themeId: theme.id,
    ...(await makeCodebook(review, theme, contribution, members.lead)),
    taggingId: tagging.id,
    ...(await makeCoding(review.id, contribution.id, theme.id, members.facilitator)),
    findingId: finding.id,
    otherFindingId: otherFinding.id,
    findingChangeId: findingChange.id,
    citationId: randomUUID(),
    summaryId: summary.id,
    ...(await makeProtection(review, closed, members.lead)),
    ...(await makeDraft(members, review.id)),
    rounds: await makeRounds(review, members),
  };
}

/** What a facilitator has written and set in one go. */
async function makeCoding(
  reviewId: string,
  contributionId: string,
  themeId: string,
  { userId: byId }: Viewer,
) {
  const memoId = randomUUID();
  await db().memo.create({ data: { id: memoId, reviewId, contributionId, byId, text: "What is meant?" } });
  const batch = await db().codingChange.create({
    data: { reviewId, kind: "batch", themeId, detail: {}, byId },
  });
  return { memoId, batchId: batch.id };
}

/** What the lead decides on: a hold of somebody, an erasure that it stopped, a contribution that came late. */
async function makeProtection(review: TestReview, closed: TestRoundtable, { userId: byId }: Viewer) {
  const participant = await makeParticipant(review, closed);
  const closedContribution = await makeContribution(closed, { participant });
  const whose = { reviewId: review.id, personId: participant.personId };
  const hold = await db().hold.create({ data: { ...whose, reason: "A request", byId } });
  const request = await db().erasureRequest.create({ data: { ...whose, byId } });
  const late = await db().lateEntry.create({
    data: {
      id: randomUUID(),
      reviewId: review.id,
      roundtableId: closed.id,
      kind: "contribution",
      payload: {},
      sentById: byId,
    },
  });
  return {
    closedContributionId: closedContribution.id,
    holdId: hold.id,
    erasureRequestId: request.id,
    lateId: late.id,
  };
}

/** A second theme, an example of the first, and a change that can be taken back. */
async function makeCodebook(
  review: TestReview,
  { id: themeId }: { id: string },
  { id: contributionId }: { id: string },
  { userId: byId }: Viewer,
) {
  const reviewId = review.id;
  const other = await makeTheme(review);
  const example = await db().themeExample.create({
    data: { reviewId, themeId, contributionId, belongs: true, byId },
  });
  const change = await db().codingChange.create({
    data: { reviewId, themeId, kind: "move", detail: { parentId: null, places: [] }, byId },
  });
  return { otherThemeId: other.id, exampleId: example.id, changeId: change.id };
}

/** A table, and a go-round that is in progress. */
async function makeSessionParts({ id: roundtableId }: { id: string }, { userId: byId }: Viewer) {
  const table = await db().breakoutTable.create({ data: { roundtableId, position: 1, name: "Table 1" } });
  const goRound = await db().goRound.create({
    data: { id: randomUUID(), roundtableId, text: "One change each", startedAt: new Date(0), byId },
  });
  return { tableId: table.id, goRoundId: goRound.id };
}

export type CommandWorld = Awaited<ReturnType<typeof makeCommandWorld>>;

/** A draft that is out for comment, with a Fellow's comment on it. */
async function makeDraft({ lead, fellow }: { lead: Viewer; fellow: Viewer }, reviewId: string) {
  const { id: reportId } = await generateDraft(lead, { reviewId, roundtableId: null, title: "The draft" });
  await openForComments(lead, { reportId });
  const version = await db().version.findFirstOrThrow({ where: { reportId } });
  const claim = await db().claim.findFirstOrThrow({ where: { block: { reportId } } });
  const block = await db().block.findFirstOrThrow({ where: { id: claim.blockId } });
  const other = await db().block.findFirstOrThrow({
    where: { reportId, section: block.section, id: { not: block.id } },
  });
  const quote = plainText(BlockContent.parse(block.content));
  const quoted = { blockId: block.id, start: 0, end: codePointLength(quote), quote };
  const comment = {
    id: randomUUID(),
    reportId,
    versionId: version.id,
    ...quoted,
    body: "What does this rest on?",
  };
  await addComment(fellow, comment);
  const waiver = await db().waiver.create({
    data: {
      reportId,
      blockId: block.id,
      revision: 1,
      check: "framing 0",
      reason: "A title.",
      byId: randomUUID(),
    },
    select: { id: true },
  });
  return {
    waiverId: waiver.id,
    reportId,
    versionId: version.id,
    claimId: claim.id,
    blockId: block.id,
    otherBlockId: other.id,
    quoted,
    commentId: comment.id,
  };
}
