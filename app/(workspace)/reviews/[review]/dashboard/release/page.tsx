import type { Metadata } from "next";
import { Suspense } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { forPage, pageViewer, requireForPage } from "@/lib/access/page";
import { listReleases } from "@/lib/aggregate/publication/queries/releases";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { dashboardHref } from "../address";
import { Checking } from "./checking";
import { readChoices } from "./read-choices";
import { ReleaseCheck } from "./release-check";

export const metadata: Metadata = { title: "Release figures" };

type Props = PageProps<"/reviews/[review]/dashboard/release">;

export default async function ReleasePage({ params, searchParams }: Props) {
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, (await params).review));
  await requireForPage(viewer, "figures.release", { reviewId: review.id });
  const query = await searchParams;
  const choices = readChoices(review.id, query);
  const [last] = await listReleases(viewer, review.id);
  const number = (last?.number ?? 0) + 1;
  return (
    <>
      <PageHeader
        title={`Check release ${number}`}
        breadcrumb={[
          { label: review.title, href: `/reviews/${review.slug}` },
          { label: "Dashboard", href: dashboardHref(review.slug, {}) },
        ]}
        meta="This is what DfE reviewers will see. You cannot change or withdraw a release, but you can replace it with a later one."
      />
      <Suspense key={JSON.stringify(query)} fallback={<Checking />}>
        <ReleaseCheck viewer={viewer} review={review} choices={choices} lastNumber={last?.number ?? null} />
      </Suspense>
    </>
  );
}
