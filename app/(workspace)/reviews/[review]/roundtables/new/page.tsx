import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { RoundtableFields } from "@/components/capture/roundtable/roundtable-fields";
import { Form } from "@/components/ui/form/form";
import { PageHeader } from "@/components/ui/page-header";
import { Textarea } from "@/components/ui/form/textarea";
import { forPage, pageViewer } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { requireToPlan } from "@/lib/capture/roundtable/queries/roundtables";
import { plan } from "./actions";

export const metadata: Metadata = { title: "Plan a roundtable" };

export default async function PlanRoundtable({ params }: PageProps<"/reviews/[review]/roundtables/new">) {
  const { review: slug } = await params;
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, slug));
  await forPage(requireToPlan(viewer, review.id));
  const home = `/reviews/${review.slug}/roundtables`;
  return (
    <>
      <PageHeader
        title="Plan a roundtable"
        breadcrumb={[{ label: "Roundtables", href: home }, { label: "Plan a roundtable" }]}
      />
      <Form
        action={plan.bind(null, review.slug)}
        submitLabel="Plan this roundtable"
        actions={<Link href={home}>Cancel</Link>}
      >
        <input type="hidden" name="reviewId" value={review.id} />
        <RoundtableFields review={review} />
        <Textarea
          name="questions"
          label="Discussion questions"
          hint="Enter one on each line, in the order you will ask them. You can change them later."
          optional
          rows={6}
        />
      </Form>
    </>
  );
}
