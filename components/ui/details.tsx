import type { ReactNode } from "react";

type Props = { summary: ReactNode; children: ReactNode; open?: boolean };

/** A disclosure with further details. */
export function Details({ summary, children, open }: Props) {
  return (
    <details open={open} className="group">
      <summary className="inline-flex min-h-8 cursor-pointer list-none items-center gap-2 text-accent pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <span aria-hidden className="inline-block w-3 text-center group-open:rotate-90">
          ›
        </span>
        <span className="underline underline-offset-3">{summary}</span>
      </summary>
      <div className="mt-2 ml-[0.3125rem] max-w-measure border-l-2 border-line py-1 pl-4">{children}</div>
    </details>
  );
}
