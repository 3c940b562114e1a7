import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/ui/page-header";

export const metadata: Metadata = { title: "Check your mail" };

export default function Sent() {
  return (
    <main id="main" tabIndex={-1} className="gutter mx-auto max-w-page py-10">
      <PageHeader title="Check your mail" />
      <div className="max-w-measure space-y-3">
        <p>If that address belongs to a member, a link is on its way. It works once, within 15 minutes.</p>
        <p>
          Nothing after a few minutes? Look in the junk folder, check the address, or{" "}
          <Link href="/sign-in">ask for another link</Link>.
        </p>
      </div>
    </main>
  );
}
