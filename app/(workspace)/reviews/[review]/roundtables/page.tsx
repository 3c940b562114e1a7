import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { StateTag } from "@/components/capture/roundtable/state-tag";
import { RefreshOnChange } from "@/app/(workspace)/refresh-on-change";
import { ButtonLink } from "@/components/ui/navigation/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { forPage, pageViewer } from "@/lib/access/page";
import { can } from "@/lib/access/policy";
import { severalWords } from "@/lib/capture/contribution/counted-words";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { countAttendances } from "@/lib/capture/contribution/queries/counted";
import { listRoundtables } from "@/lib/capture/roundtable/queries/roundtables";
import { countOf } from "@/lib/platform/text/count-words";
import { placeWords } from "@/lib/capture/roundtable/roundtable-words";
import { formatDate } from "@/lib/platform/text/dates";

export const metadata: Metadata = { title: "Roundtables" };

export default async function Roundtables({ params }: PageProps<"/reviews/[review]/roundtables">) {
  const { review: slug } = await params;
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, slug));
  const roundtables = await forPage(listRoundtables(viewer, review.id));
  const several = severalWords(await countAttendances(viewer, review.id));
  const here = `/reviews/${review.slug}/roundtables`;
  const plan = can(viewer, "roundtable.plan", { reviewId: review.id }) && (
    <ButtonLink href={`${here}/new`}>Plan a roundtable</ButtonLink>
  );
  return (
    <>
      <RefreshOnChange watch={{ reviewId: review.id }} kind="roundtable.changed" />
      <PageHeader title="Roundtables" actions={roundtables.length > 0 && plan} />
      {roundtables.length === 0 ? (
        <EmptyState title="No roundtables yet" action={plan}>
          Plan the first one: when and where it is, what confidentiality people are offered, and what you will
          ask.
        </EmptyState>
      ) : (
        <>
          {several && <p className="mb-3 max-w-measure text-meta text-soft">{several}</p>}
          <ul className="border-t border-line">
            {roundtables.map((roundtable) => (
              <li key={roundtable.id} className="border-b border-faint py-4">
                <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
                  <h2 className="min-w-0">
                    <Link href={`${here}/${roundtable.slug}`}>{roundtable.title}</Link>
                  </h2>
                  <StateTag state={roundtable.state} />
                </div>
                <p className="mt-1 text-meta text-soft">
                  {formatDate(roundtable.heldOn)}, {placeWords(roundtable)}
                </p>
                <p className="text-meta text-soft">
                  {countOf(roundtable.people, "person", "people")} present,{" "}
                  {countOf(roundtable.contributions, "contribution")}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
