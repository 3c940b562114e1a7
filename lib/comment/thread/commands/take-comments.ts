import { randomUUID } from "node:crypto";
import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import type { Role } from "@/lib/platform/generated/enums";
import { isGap, plainText } from "@/lib/report/draft/block";
import { BlockContent } from "@/lib/report/draft/content/block-content";
import { findReport, type Report } from "@/lib/report/draft/queries/reports";
import type { NewComment, NewReplies } from "@/lib/report/returned/place-comments";
import { quoteMatches } from "../anchor";
import { findVersionBlock, record } from "./add-comment";

type TakeComments = { reportId: string; versionId: string; comments: readonly (NewComment | NewReplies)[] };

/**
 * Keeps the comments of a Word file as comments of whoever brings it in, on the version that it was made from. Facilitators may
 * at any time: the file may have gone round before the report was out for comment.
 */
export const takeComments = command(async (tx, viewer: Viewer, input: TakeComments) => {
  const report = await findReport(tx, viewer, input.reportId);
  requireCan(viewer, "report.write", report);
  const role = roleIn(viewer, report.reviewId);
  if (role === null) throw notFound("report");
  const taking: Taking = { tx, viewer, report, role, at: Date.now(), taken: 0 };
  for (const comment of input.comments)
    await ("parentId" in comment
      ? takeReplies(taking, comment)
      : takeThread(taking, input.versionId, comment));
  return { comments: taking.taken };
});

/** `at` and `taken`: each comment is a moment later than the one before, so that they keep their order. */
type Taking = { tx: Tx; viewer: Viewer; report: Report; role: Role; at: number; taken: number };

async function takeThread(taking: Taking, versionId: string, { blockId, anchor, body, replies }: NewComment) {
  const { tx, viewer, report } = taking;
  const block = await findVersionBlock(tx, viewer, report, { versionId, blockId });
  const content = BlockContent.parse(block.content);
  if (isGap({ ...block, content }) || !quoteMatches(plainText(content), anchor))
    throw invalid("The words of a comment are no longer there. Nothing was taken. Choose the file again.");
  const { start: anchorStart, end: anchorEnd, quote: anchorQuote } = anchor;
  const place = { versionId, blockId };
  const id = await keep(taking, { ...place, body, anchorStart, anchorEnd, anchorQuote });
  for (const reply of replies) await keep(taking, { ...place, body: reply, parentId: id });
}

async function takeReplies(taking: Taking, { parentId, replies }: NewReplies) {
  const parent = await taking.tx.comment.findFirst({
    where: { id: parentId, parentId: null, reportId: taking.report.id },
    select: { blockId: true, versionId: true },
  });
  if (!parent) throw notFound("comment");
  for (const body of replies) await keep(taking, { ...parent, body, parentId });
}

type Kept = {
  versionId: string;
  blockId: string;
  body: string;
  parentId?: string;
  anchorStart?: number;
  anchorEnd?: number;
  anchorQuote?: string;
};

async function keep(taking: Taking, comment: Kept): Promise<string> {
  const { tx, viewer, report, role } = taking;
  const id = randomUUID();
  const createdAt = new Date(taking.at + taking.taken++);
  const by = { reportId: report.id, authorId: viewer.userId, role, createdAt };
  await tx.comment.create({ data: { id, ...by, ...comment }, select: { id: true } });
  await record(tx, viewer, report, comment.parentId === undefined ? "comment.add" : "comment.reply", id);
  return id;
}
