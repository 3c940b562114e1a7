import type { ReactNode } from "react";

type Props = { title: string; children: ReactNode };

/** What happened, what is safe, and what to do: a page in place of one that cannot be shown. */
export function Message({ title, children }: Props) {
  return (
    <div className="py-7">
      <h1>{title}</h1>
      <div className="mt-4 max-w-measure">{children}</div>
      <p className="mt-6">
        {/* oxlint-disable-next-line next/no-html-link-for-pages -- Next's link is larger than the rest of these pages, which stand in every page's script. */}
        <a href="/">Go to the start page</a>
      </p>
    </div>
  );
}

/** The same as a separate page, outside every layout. */
export function MessagePage(props: Props) {
  return (
    <main id="main" tabIndex={-1} className="gutter mx-auto max-w-page py-7">
      <Message {...props} />
    </main>
  );
}
