import Link from "next/link";
import type { ReactNode } from "react";

/** A page that says one thing: what happened, what is safe, what to do. */
export function Message({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="gutter mx-auto max-w-page py-14">
      <h1>{title}</h1>
      <div className="mt-4 max-w-measure">{children}</div>
      <p className="mt-6">
        <Link href="/">Go to the start page</Link>
      </p>
    </main>
  );
}
