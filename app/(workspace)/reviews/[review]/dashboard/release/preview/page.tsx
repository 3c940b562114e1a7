import type { Metadata } from "next";
import { Suspense } from "react";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { forPage, pageViewer, requireForPage } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { asked, dashboardHref } from "../../address";
import { Checking } from "../checking";
import { choicesHref } from "../choices-form";
import { readChoices } from "../read-choices";
import { ReleasePreview } from "./release-preview";

export const metadata: Metadata = { title: "What reviewers will see" };

type Props = PageProps<"/reviews/[review]/dashboard/release/preview">;

/** What a release would be with these choices, as reviewers would read it; it is made and checked as on the page before. */
export default async function PreviewPage({ params, searchParams }: Props) {
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, (await params).review));
  await requireForPage(viewer, "figures.release", { reviewId: review.id });
  const query = await searchParams;
  const choices = readChoices(review.id, query);
  const check = choicesHref(review.slug, choices, "release");
  return (
    <>
      <PageHeader
        title="What reviewers will see"
        breadcrumb={[
          { label: review.title, href: `/reviews/${review.slug}` },
          { label: "Dashboard", href: dashboardHref(review.slug, {}) },
          { label: "Check the release", href: check },
        ]}
        meta="Nothing of it is released yet."
      />
      <Suspense key={JSON.stringify(query)} fallback={<Checking />}>
        <ReleasePreview
          viewer={viewer}
          review={review}
          choices={choices}
          part={asked(query, "part")}
          by={asked(query, "by")}
        />
      </Suspense>
      <p className="mt-9 border-t border-line pt-6">
        <Link href={check}>Back to the check</Link>
      </p>
    </>
  );
}
