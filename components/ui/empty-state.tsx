import type { ReactNode } from "react";

type Props = { title: string; children?: ReactNode; action?: ReactNode };

/** Nothing here yet: what would be here, and how to begin. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="max-w-measure rounded border border-dashed border-line px-5 py-7 sm:px-8">
      <p className="text-subheading">{title}</p>
      {children && <div className="mt-1.5 text-soft">{children}</div>}
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}
