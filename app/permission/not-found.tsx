import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { NO_SUCH_LINK } from "@/lib/capture/permission/permission-words";

export const metadata: Metadata = { title: "This link does not work" };

export default function NoSuchLink() {
  return (
    <>
      <PageHeader title="This link does not work" />
      <div className="grid max-w-measure gap-3">
        <p>{NO_SUCH_LINK}</p>
        <p>
          Ask a facilitator of your roundtable for a new link, or tell them what you choose: they can record
          it for you.
        </p>
      </div>
    </>
  );
}
