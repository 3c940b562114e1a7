import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import type { ReactNode } from "react";

/** The address of these pages is a secret, so no referrer is sent to where a link leads. */
export const metadata: Metadata = { referrer: "no-referrer" };

export default function PermissionLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <main id="main" tabIndex={-1} className="gutter mx-auto max-w-page py-8">
        {children}
      </main>
      <footer className="gutter mx-auto max-w-page border-t border-faint py-6 text-sm print:hidden">
        <Link href="/accessibility">Accessibility statement</Link>
      </footer>
    </>
  );
}
