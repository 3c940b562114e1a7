import { randomUUID } from "node:crypto";
import type { Role, Viewer } from "@/lib/access/policy";
import { releaseFigures } from "@/lib/aggregate/publication/commands/publish-release";
import { db } from "@/lib/platform/db";
import { passagesOf, plainText } from "@/lib/report/draft/block";
import { BlockContent } from "@/lib/report/draft/content/block-content";
import type { ReportKind } from "@/lib/report/draft/document-kind";
import { generateDraft } from "@/lib/report/draft/commands/generate-draft";
import { openForComments, publishReport } from "@/lib/report/version/commands/publish-report";
import { codePointLength, toCodePoints } from "@/lib/platform/text/code-points";
import { addComment, replyToComment } from "@/lib/comment/thread/commands/add-comment";

const LONDON = {
  roundtable: "fellows-london-may-2025",
  kind: "summary",
  title: "What Fellows said about NPQs in London",
} as const;
const COMMENT = {
  body: "Could this mention middle leaders too? Several of us were talking about them, not about heads.",
  reply: "Thank you. We will check the contributions again and say who each one was about.",
};
const LEEDS = {
  roundtable: "northern-leeds-september-2025",
  kind: "summary",
  title: "What school leaders said about NPQs in Leeds",
} as const;
const BRIEFING = { roundtable: null, kind: "briefing", title: "Briefing on all roundtables" } as const;
const FULL = { roundtable: null, kind: "full", title: "What all roundtables said about NPQs" } as const;
type Seeded = { roundtable: string | null; kind: ReportKind; title: string };

/**
 * A release of the figures, drafts of the three kinds of report as they were generated, one of them out for comment with a
 * thread on it, and a published one. Returns whether any was made.
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
  const draft = async ({ roundtable, kind, title }: Seeded) => {
    const found = roundtable
      ? await db().roundtable.findFirstOrThrow({
          where: { reviewId, slug: roundtable },
          select: { id: true },
        })
      : null;
    const roundtableId = found?.id ?? null;
    return (await generateDraft(facilitator, { reviewId, roundtableId, kind, title })).id;
  };
  await draft(FULL);
  await draft(BRIEFING);
  await publishReport(lead, { reportId: await draft(LEEDS) });
  const reportId = await draft(LONDON);
  await openForComments(lead, { reportId });
  await seedThread(reportId, fellow, facilitator);
  return true;
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
    const quote = passagesOf(parsed).find(
      ({ claimId, text }) => claimId !== null && text.includes("lead"),
    )?.text;
    if (quote === undefined) continue;
    const text = plainText(parsed);
    const start = toCodePoints(text, text.indexOf(quote));
    const place = { versionId: version.id, blockId, start, end: start + codePointLength(quote), quote };
    const { id } = await addComment(fellow, { id: randomUUID(), reportId, ...place, body: COMMENT.body });
    await replyToComment(facilitator, { id: randomUUID(), parentId: id, body: COMMENT.reply });
    return;
  }
}
