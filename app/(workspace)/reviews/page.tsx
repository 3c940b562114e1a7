import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { redirect } from "next/navigation";
import { WorkspaceFrame, WorkspaceMain } from "@/app/(workspace)/workspace-frame";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { pageViewer } from "@/lib/access/page";
import { listReviews } from "@/lib/review/settings/queries/reviews";
import { formatDate } from "@/lib/platform/text/dates";

export const metadata: Metadata = { title: "Reviews" };

export default async function Reviews() {
  const viewer = await pageViewer();
  const reviews = await listReviews(viewer);
  const [only] = reviews;
  if (only && reviews.length === 1) redirect(`/reviews/${only.slug}`);
  return (
    <WorkspaceFrame viewer={viewer} membership={null}>
      <WorkspaceMain>
        <PageHeader title="Reviews" />
        {reviews.length === 0 ? (
          <EmptyState title="You are not a member of a review yet">
            Ask the lead of the review to add your email address on the members page.
          </EmptyState>
        ) : (
          <ul className="border-t border-line">
            {reviews.map((review) => (
              <li key={review.id} className="border-b border-faint py-4">
                <Link href={`/reviews/${review.slug}`} className="text-heading">
                  {review.title}
                </Link>
                <p className="text-meta text-soft">
                  {formatDate(review.startsOn)} to {formatDate(review.endsOn)}
                </p>
              </li>
            ))}
          </ul>
        )}
      </WorkspaceMain>
    </WorkspaceFrame>
  );
}
