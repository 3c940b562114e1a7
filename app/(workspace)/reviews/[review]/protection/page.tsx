import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { RefreshOnChange } from "@/app/(workspace)/refresh-on-change";
import { PageHeader } from "@/components/ui/page-header";
import { forPage, pageViewer } from "@/lib/access/page";
import {
  listErasureRequests,
  listHolds,
  listLabelled,
  previewRetention,
} from "@/lib/capture/protection/queries/protection";
import { SetRetentionInput } from "@/lib/capture/protection/retention";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { HoldSection } from "./hold-section";
import { RequestSection } from "./request-section";
import { RetentionSection } from "./retention-section";

export const metadata: Metadata = { title: "Protection" };

export default async function Protection({
  params,
  searchParams,
}: PageProps<"/reviews/[review]/protection">) {
  const { review: slug } = await params;
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, slug));
  const holds = await forPage(listHolds(viewer, review.id));
  const requests = await listErasureRequests(viewer, review.id);
  const people = await listLabelled(viewer, review.id);
  const asked = SetRetentionInput.safeParse({ reviewId: review.id, months: (await searchParams).months });
  const now = await previewRetention(viewer, review.id);
  const shown = asked.success ? await previewRetention(viewer, review.id, asked.data.months) : now;
  return (
    <>
      <RefreshOnChange watch={{ reviewId: review.id }} />
      <PageHeader
        title="Protection"
        meta="Requests for erasure, holds, and how long personal data is kept. People appear by their labels."
        actions={
          <>
            <Link href={`/reviews/${review.slug}/permission-wording`}>Wording of the permission</Link>
            <Link href={`/reviews/${review.slug}/schools`}>Register of schools</Link>
            <Link href={`/reviews/${review.slug}/people`}>People at several roundtables</Link>
          </>
        }
      />
      <div className="grid gap-12">
        <RequestSection viewer={viewer} reviewHref={`/reviews/${review.slug}`} requests={requests} />
        <RetentionSection review={review} kept={now.months} shown={shown} />
        <HoldSection review={review} holds={holds} people={people} />
      </div>
    </>
  );
}
