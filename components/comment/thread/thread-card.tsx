import type { ReactNode } from "react";
import { Details } from "@/components/ui/details";
import { Tag } from "@/components/ui/tag";
import { formatInstant } from "@/lib/platform/text/dates";
import type { Remark, Thread } from "@/lib/comment/thread/comment";

type Props = {
  thread: Thread;
  /** Its number in the margin; null when its words are no longer in the text. */
  number: number | null;
  /** It stands beside its paragraph, and not in a list that refers to the words by number. */
  beside?: boolean;
  /** Forms to reply, to resolve, and to edit one's own comment. */
  children?: ReactNode;
  edit?: (remark: Remark) => ReactNode;
};

/** A comment with its replies, and the words that they are about. */
export function ThreadCard({ thread, number, beside = false, children, edit }: Props) {
  const { anchor, resolved } = thread;
  return (
    <li
      id={`comment-${thread.id}`}
      className="rounded border border-line bg-card p-4 target:border-ink target:ring-4 target:ring-mark-on"
    >
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        {number !== null && (
          <a
            href={`#mark-${thread.id}`}
            className="font-semibold"
            aria-label={`To the words of comment ${number}`}
          >
            {number}
          </a>
        )}
        <Tag tone={resolved ? "plain" : "accent"}>{resolved ? "Resolved" : "Open"}</Tag>
        {number === null && !resolved && !beside && <Tag tone="warning">The words have changed</Tag>}
      </p>
      {anchor && (
        <p className="mt-2 line-clamp-2 border-l-3 border-mark-line pl-2 font-voice text-meta text-soft">
          {anchor.quote}
        </p>
      )}
      <Said remark={thread} edit={edit} />
      {thread.replies.length > 0 && (
        <ul className="mt-3 grid gap-3 border-t border-faint pt-1">
          {thread.replies.map((reply) => (
            <li key={reply.id}>
              <Said remark={reply} edit={edit} />
            </li>
          ))}
        </ul>
      )}
      {resolved && (
        <p className="mt-3 text-sm text-soft">
          Resolved by {resolved.by}, {formatInstant(resolved.at)}
        </p>
      )}
      {children && <div className="mt-3">{children}</div>}
    </li>
  );
}

function Said({ remark, edit }: { remark: Remark; edit: Props["edit"] }) {
  const { author, at, body, erased, edited } = remark;
  return (
    <div className="mt-2">
      <p className="text-sm text-soft">
        <b className="text-ink">{author.words}</b>
        {author.department && " (DfE)"}, {formatInstant(at)}
        {edited && ", edited"}
      </p>
      <p className="mt-0.5 text-meta whitespace-pre-line">
        {erased ? <em>This comment was removed.</em> : body}
      </p>
      {author.mine && !erased && edit && <Details summary="Edit">{edit(remark)}</Details>}
    </div>
  );
}
