import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/navigation/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { forPage, pageViewer } from "@/lib/access/page";
import { can } from "@/lib/access/policy";
import { formatDate } from "@/lib/platform/text/dates";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { FacilitatorTasks } from "./facilitator-tasks";
import { FirstSteps } from "./first-steps/first-steps";
import { ProtectionTasks } from "./protection-tasks";
import { ReleasedFindingsLinks } from "./released-findings-links";
import { ReportTasks } from "./report-tasks";

export const metadata: Metadata = { title: "What needs you" };

export default async function ReviewHome({ params }: PageProps<"/reviews/[review]">) {
  const { review: slug } = await params;
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, slug));
  const works = can(viewer, "review.work", { reviewId: review.id });
  const figures = !works && can(viewer, "figures.released", { reviewId: review.id });
  return (
    <>
      <PageHeader
        title={review.title}
        meta={`${formatDate(review.startsOn)} to ${formatDate(review.endsOn)}`}
        actions={
          works && <ButtonLink href={`/reviews/${review.slug}/roundtables/new`}>Plan a roundtable</ButtonLink>
        }
      />
      <FirstSteps viewer={viewer} review={review} />
      {can(viewer, "hold.set", { reviewId: review.id }) && (
        <ProtectionTasks viewer={viewer} review={review} />
      )}
      {works && <FacilitatorTasks viewer={viewer} review={review} />}
      {figures && <ReleasedFindingsLinks viewer={viewer} review={review} />}
      <ReportTasks viewer={viewer} review={review} />
    </>
  );
}
