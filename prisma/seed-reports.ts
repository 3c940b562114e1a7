import { randomUUID } from "node:crypto";
import type { Role, Viewer } from "@/lib/access/policy";
import { releaseFigures } from "@/lib/aggregate/publication/commands/publish-release";
import { db } from "@/lib/platform/db";
import { BlockContent, plainText, sentencesOf } from "@/lib/report/draft/block";
import { editBlock } from "@/lib/report/draft/commands/edit-block";
import { generateDraft } from "@/lib/report/draft/commands/generate-draft";
import { openForComments, publishReport } from "@/lib/report/version/commands/publish-report";
import { codePointLength, toCodePoints } from "@/lib/platform/text/text";
import { addComment, replyToComment } from "@/lib/comment/thread/commands/add-comment";

const LONDON = {
  roundtable: "fellows-london-may-2025",
  title: "What Fellows said about NPQs in London",
  final: [
    "The people in the room have taken, taught and paid for these qualifications, and they want them to last.",
    "Their points fit together: keep the evidence and the contact with colleagues, and use the time saved to teach leadership.",
  ],
  comment: "Could this mention middle leaders too? Several of us were talking about them, not about heads.",
  reply: "Thank you. We will check the contributions again and say who each one was about.",
};

const LEEDS = {
  roundtable: "northern-leeds-september-2025",
  title: "What school leaders said about NPQs in Leeds",
  final: [
    "People came back all afternoon to how far away the nearest session was, and to how much they wanted to learn with other schools.",
  ],
};

/**
 * A release of the figures, a report out for comment with a thread on it, and a published one. Returns
 * whether any was made.
 */
export async function seedReports(members: ReadonlyMap<Role, Viewer>): Promise<boolean> {
  const [lead, facilitator, fellow] = [
    members.get("lead"),
    members.get("facilitator"),
    members.get("fellow"),
  ];
  const reviewId = lead?.memberships[0]?.reviewId;
  // Somebody who tried the demonstration may have ended memberships: what exists is left as it is.
  if (!lead || !facilitator || !fellow || !reviewId) return false;
  if ((await db().report.count({ where: { reviewId } })) > 0) return false;
  await releaseFigures(lead, { reviewId });
  const draft = async ({
    roundtable,
    title,
    final,
  }: {
    roundtable: string;
    title: string;
    final: string[];
  }) => {
    const { id: roundtableId } = await db().roundtable.findFirstOrThrow({
      where: { reviewId, slug: roundtable },
      select: { id: true },
    });
    const { id: reportId } = await generateDraft(facilitator, { reviewId, roundtableId, title });
    await writeFinalThoughts(facilitator, reportId, final);
    return reportId;
  };
  await publishReport(lead, { reportId: await draft(LEEDS) });
  const reportId = await draft(LONDON);
  await openForComments(lead, { reportId });
  await seedThread(reportId, fellow, facilitator);
  return true;
}

async function writeFinalThoughts(facilitator: Viewer, reportId: string, final: readonly string[]) {
  const block = await db().block.findFirstOrThrow({
    where: { reportId, section: "final", type: "paragraph" },
    select: { id: true, revision: true },
  });
  const sentences = final.map((text) => ({ text, voice: "framing" as const, claimId: null }));
  await editBlock(facilitator, { blockId: block.id, revision: block.revision, sentences });
}

/** The Fellow comments on the first claim about leadership, and the facilitator replies. */
async function seedThread(reportId: string, fellow: Viewer, facilitator: Viewer) {
  const version = await db().version.findFirstOrThrow({
    where: { reportId },
    select: {
      id: true,
      blocks: { orderBy: { position: "asc" }, where: { section: "improvements", type: "paragraph" } },
    },
  });
  for (const { blockId, content } of version.blocks) {
    const parsed = BlockContent.parse(content);
    const quote = sentencesOf(parsed).find(
      ({ voice, text }) => voice === "claim" && text.includes("lead"),
    )?.text;
    if (quote === undefined) continue;
    const text = plainText(parsed);
    const start = toCodePoints(text, text.indexOf(quote));
    const place = { versionId: version.id, blockId, start, end: start + codePointLength(quote), quote };
    const { id } = await addComment(fellow, { id: randomUUID(), reportId, ...place, body: LONDON.comment });
    await replyToComment(facilitator, { id: randomUUID(), parentId: id, body: LONDON.reply });
    return;
  }
}
