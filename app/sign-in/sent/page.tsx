import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { LINK_MINUTES } from "@/lib/access/sign-in/sign-in-link";

export const metadata: Metadata = { title: "Check your email" };

export default function Sent() {
  return (
    <main id="main" tabIndex={-1} className="gutter mx-auto max-w-page py-10">
      <PageHeader title="Check your email" />
      <div className="max-w-measure space-y-3">
        <p>
          If that address belongs to a member, we are sending a link. You can use it once, within{" "}
          {LINK_MINUTES} minutes.
        </p>
        <p>
          If it does not arrive within a few minutes, check your junk folder, check the address or{" "}
          <Link href="/sign-in">ask for another link</Link>. After five links, we send one every two minutes.
          Each works until you use one of them.
        </p>
      </div>
    </main>
  );
}
