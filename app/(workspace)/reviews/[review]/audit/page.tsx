import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/navigation/pagination";
import { Table } from "@/components/ui/table";
import { actionWords } from "@/lib/access/action-words";
import { listAudit } from "@/lib/review/member/queries/members";
import { forPage, pageViewer } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { formatInstant } from "@/lib/platform/dates";

export const metadata: Metadata = { title: "Audit log" };

export default async function Audit({ params, searchParams }: PageProps<"/reviews/[review]/audit">) {
  const { review: slug } = await params;
  const { before } = await searchParams;
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, slug));
  const { entries, next } = await forPage(
    listAudit(viewer, review.id, typeof before === "string" ? before : undefined),
  );
  return (
    <>
      <PageHeader
        title="Audit log"
        meta="Who did what, and when. It does not contain participants’ names or words. Entries are chained, so any change to them would show."
      />
      {entries.length === 0 ? (
        <EmptyState title="No activity yet">Every change to this review will be listed here.</EmptyState>
      ) : (
        <Table
          caption="What was done, newest first"
          captionHidden
          columns={[
            { label: "When" },
            { label: "Who" },
            { label: "What" },
            { label: "Number in the chain", numeric: true },
          ]}
          rows={entries.map((entry) => ({
            key: entry.id,
            cells: [
              formatInstant(entry.at),
              entry.actor,
              actionWords(entry.action),
              entry.position?.toString() ?? "not numbered yet",
            ],
          }))}
        />
      )}
      <Pagination
        label="Pages of the audit log"
        next={
          next
            ? { href: `/reviews/${review.slug}/audit?before=${next}`, label: "Earlier entries" }
            : undefined
        }
      />
    </>
  );
}
