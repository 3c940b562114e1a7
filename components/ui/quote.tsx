import type { ReactNode } from "react";

/** Somebody's words in the serif, with their source below. */
export function Quote({ children, source }: { children: ReactNode; source?: ReactNode }) {
  return (
    <figure className="quoted">
      <blockquote>{children}</blockquote>
      {source && <figcaption>{source}</figcaption>}
    </figure>
  );
}
