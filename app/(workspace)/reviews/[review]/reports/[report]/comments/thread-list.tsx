import { QuickForm } from "@/components/report/draft/quick-form";
import { ThreadCard } from "@/components/comment/thread/thread-card";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form/form";
import { Textarea } from "@/components/ui/form/textarea";
import { can, type Viewer } from "@/lib/access/policy";
import type { Report } from "@/lib/report/draft/queries/reports";
import type { Remark } from "@/lib/comment/thread/comment";
import { editComment, reopen, resolve } from "./actions";
import type { NumberedThread } from "./placed-comments";
import { ReplyForm } from "./reply-form";

type Props = { viewer: Viewer; report: Report; threads: readonly NumberedThread[]; open: boolean };

export function ThreadList({ viewer, report, threads, open }: Props) {
  const resolves = can(viewer, "comment.resolve", report);
  const openThreads = threads.filter(({ thread }) => thread.resolved === null);
  return (
    <section aria-labelledby="comments">
      <h2 id="comments" className="mb-3 text-subheading">
        {openThreads.length} open, {threads.length - openThreads.length} resolved
      </h2>
      {threads.length === 0 ? (
        <EmptyState title="No comments yet" />
      ) : (
        <ul className="grid gap-4">
          {threads.map(({ thread, number }) => (
            <ThreadCard
              key={thread.id}
              thread={thread}
              number={thread.resolved ? null : number}
              edit={open ? EditForm : undefined}
            >
              <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
                {resolves && (
                  <QuickForm
                    action={thread.resolved ? reopen : resolve}
                    fields={{ id: thread.id }}
                    label={thread.resolved ? "Reopen" : "Resolve"}
                  />
                )}
                {open && !thread.resolved && <ReplyForm threadId={thread.id} />}
              </div>
            </ThreadCard>
          ))}
        </ul>
      )}
    </section>
  );
}

function EditForm(remark: Remark) {
  return (
    <Form action={editComment} submitLabel="Save">
      <input type="hidden" name="id" value={remark.id} />
      <input type="hidden" name="revision" value={remark.revision} />
      <Textarea name="body" label="Your comment" rows={3} defaultValue={remark.body} />
    </Form>
  );
}
