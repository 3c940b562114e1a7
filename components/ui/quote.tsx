import type { ReactNode } from "react";

/** Somebody's words in the serif, with their source below. */
export function Quote({ children, source }: { children: ReactNode; source?: ReactNode }) {
  return (
    <figure className="border-l-3 border-line py-0.5 pl-4 sm:pl-5">
      <blockquote className="voice max-w-measure">{children}</blockquote>
      {source && <figcaption className="mt-1 text-sm text-soft">{source}</figcaption>}
    </figure>
  );
}
