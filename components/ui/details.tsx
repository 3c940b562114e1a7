"use client";

import type { ReactNode } from "react";

type Props = { summary: ReactNode; children: ReactNode; open?: boolean };

/** A disclosure with further details. */
export function Details({ summary, children, open }: Props) {
  return (
    <details open={open} className="disclosure">
      <summary>
        <span>{summary}</span>
      </summary>
      <div>{children}</div>
    </details>
  );
}
