import { Link } from "@/components/ui/link";
import type { ReactNode } from "react";

type Task = {
  title: string;
  status: ReactNode;
  href?: string;
  /** In place of an address: an action that also remembers something. */
  action?: () => Promise<void>;
  hint?: ReactNode;
};

/* The whole row can be pressed; the words are the link. */
const WHOLE_ROW = "font-semibold after:absolute after:inset-0";

/** Things to do in order, each with its state in words. A task without a link cannot start yet. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className="-mx-3 border-t border-line">
      {tasks.map(({ title, status, href, action, hint }) => (
        <li
          key={title}
          className="relative flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-faint px-3 py-3 hover:bg-card"
        >
          <div className="min-w-0 flex-1 basis-52">
            <TaskTitle title={title} href={href} action={action} />
            {hint && <div className="mt-0.5 text-meta text-soft">{hint}</div>}
          </div>
          {status && <div className="text-meta">{status}</div>}
        </li>
      ))}
    </ul>
  );
}

function TaskTitle({ title, href, action }: { title: string } & Pick<Task, "href" | "action">) {
  if (href !== undefined)
    return (
      <Link href={href} className={WHOLE_ROW}>
        {title}
      </Link>
    );
  if (action === undefined) return <span className="text-soft">{title}</span>;
  return (
    <form action={action}>
      <button
        type="submit"
        className={`cursor-pointer text-left text-accent underline decoration-1 underline-offset-3 ${WHOLE_ROW}`}
      >
        {title}
      </button>
    </form>
  );
}
