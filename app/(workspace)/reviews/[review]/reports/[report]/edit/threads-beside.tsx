import type { BesideBlock } from "@/components/report/editor/beside/beside-blocks";
import { ThreadCard } from "@/components/comment/thread/thread-card";
import { Link } from "@/components/ui/link";
import type { Thread } from "@/lib/comment/thread/comment";
import type { Report } from "@/lib/report/draft/queries/reports";
import { reportPath } from "../../shown-report";
import { ReplyForm } from "../comments/reply-form";

/** The open threads of each block, to show beside it in the editor. */
export function threadsBeside(report: Report, threads: readonly Thread[], canReply: boolean): BesideBlock[] {
  const byBlock = new Map<string, Thread[]>();
  for (const thread of threads)
    if (!thread.resolved) byBlock.set(thread.blockId, [...(byBlock.get(thread.blockId) ?? []), thread]);
  return [...byBlock].map(([blockId, ofBlock]) => ({
    blockId,
    count: ofBlock.length,
    shown: (
      <ul className="grid gap-3">
        {ofBlock.map((thread) => (
          <ThreadCard key={thread.id} thread={thread} number={null} beside>
            <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
              <Link
                href={`${reportPath(report)}/review#comment-${thread.id}`}
                className="py-1"
                aria-label={`Open the thread of ${thread.author.words}`}
              >
                Open
              </Link>
              {canReply && <ReplyForm threadId={thread.id} />}
            </div>
          </ThreadCard>
        ))}
      </ul>
    ),
  }));
}
