import Link from "next/link";
import type { ReactNode } from "react";

type Props = { title: string; children: ReactNode };

/** What happened, what is safe, what to do: all that a page says that cannot show what was asked for. */
export function Message({ title, children }: Props) {
  return (
    <div className="py-7">
      <h1>{title}</h1>
      <div className="mt-4 max-w-measure">{children}</div>
      <p className="mt-6">
        <Link href="/">Go to the start page</Link>
      </p>
    </div>
  );
}

/** The same as a page of its own, outside every layout. */
export function MessagePage(props: Props) {
  return (
    <main id="main" tabIndex={-1} className="gutter mx-auto max-w-page py-7">
      <Message {...props} />
    </main>
  );
}
