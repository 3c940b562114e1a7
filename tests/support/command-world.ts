import { randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/access/policy";
import { importContributions } from "@/lib/capture/commands/import-contributions";
import { db } from "@/lib/platform/db";
import { codePointLength } from "@/lib/platform/text";
import { BlockContent, plainText } from "@/lib/report/block";
import { generateDraft } from "@/lib/report/commands/generate-draft";
import { openForComments } from "@/lib/report/commands/publish-report";
import { addComment } from "@/lib/review/commands/add-comment";
import {
  makeFinding,
  makeLine,
  makeMember,
  makeParticipant,
  makeReview,
  makeRoundtable,
  makeTagging,
  makeTheme,
} from "./factories";

/** One of everything that a command works on, in a review with a member of each role. */
export async function makeCommandWorld() {
  const review = await makeReview();
  const members = {
    lead: await makeMember(review, "lead"),
    facilitator: await makeMember(review, "facilitator"),
    reviewer: await makeMember(review, "reviewer"),
    fellow: await makeMember(review, "fellow"),
  };
  const another = await makeMember(review, "fellow");
  const membership = await db().membership.findFirstOrThrow({ where: { userId: another.userId } });
  const roundtable = await makeRoundtable(review, { state: "read_back" });
  const closed = await makeRoundtable(review, { state: "closed" });
  await makeParticipant(review, closed);
  const participant = await makeParticipant(review, roundtable);
  const line = await makeLine(roundtable, { participant });
  const struck = await makeLine(roundtable, { participant });
  await db().contribution.update({ where: { id: struck.id }, data: { struckAt: new Date() } });
  const theme = await makeTheme(review);
  const tagging = await makeTagging(line, theme, "improvement");
  const finding = await makeFinding(theme, [line]);
  const bytes = new TextEncoder().encode("text,speaker\nSomething else was said,\n");
  const imported = await importContributions(members.facilitator, {
    roundtableId: roundtable.id,
    fileName: "lines.csv",
    bytes,
    unknownSpeakers: "unidentified",
  });
  if (!imported.imported) throw new Error("The file was not imported.");
  return {
    members,
    reviewId: review.id,
    membershipId: membership.id,
    roundtableId: roundtable.id,
    questionId: roundtable.questions[0]?.id ?? "",
    participantId: participant.id,
    personId: participant.personId,
    lineId: line.id,
    struckId: struck.id,
    importId: imported.importId,
    themeId: theme.id,
    taggingId: tagging.id,
    findingId: finding.id,
    ...(await makeDraft(members, review.id)),
  };
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
  return {
    reportId,
    versionId: version.id,
    claimId: claim.id,
    blockId: block.id,
    otherBlockId: other.id,
    quoted,
    commentId: comment.id,
  };
}
