import Link from "next/link";
import type { ReactNode } from "react";

type Task = { title: string; status: ReactNode; href?: string; hint?: ReactNode };

/** Things to do, in the order to do them, each with its state in words. Without `href` it cannot start yet. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className="border-t border-line">
      {tasks.map(({ title, status, href, hint }) => (
        <li
          key={title}
          className="relative flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-faint py-3 hover:bg-card"
        >
          <div className="min-w-0 flex-1 basis-52">
            {href === undefined ? (
              <span className="text-soft">{title}</span>
            ) : (
              /* The whole line can be pressed; the words are the link. */
              <Link href={href} className="font-semibold after:absolute after:inset-0">
                {title}
              </Link>
            )}
            {hint && <div className="mt-0.5 text-meta text-soft">{hint}</div>}
          </div>
          <div className="text-meta">{status}</div>
        </li>
      ))}
    </ul>
  );
}
