import type { ReactNode } from "react";

type SummaryRow = { key: string; value: ReactNode; action?: ReactNode };

/** Facts about one thing, one on each line, with a link to change it at the end of the line. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl className="border-t border-line">
      {rows.map(({ key, value, action }) => (
        <div
          key={key}
          className="grid gap-x-6 gap-y-1 border-b border-faint py-3 sm:grid-cols-[minmax(9rem,1fr)_3fr_auto]"
        >
          <dt className="font-semibold">{key}</dt>
          <dd className="min-w-0 max-w-measure">{value}</dd>
          {action && <dd className="sm:text-right">{action}</dd>}
        </div>
      ))}
    </dl>
  );
}
