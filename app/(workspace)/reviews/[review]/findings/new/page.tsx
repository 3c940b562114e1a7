import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { FindingFields } from "@/components/synthesise/finding/finding-fields";
import { Form } from "@/components/ui/form/form";
import { PageHeader } from "@/components/ui/page-header";
import { forPage, pageViewer, requireForPage } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { listRoundtableTitles } from "@/lib/capture/roundtable/queries/roundtables";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { createFinding } from "../actions";

export const metadata: Metadata = { title: "Write a finding" };

type Props = PageProps<"/reviews/[review]/findings/new">;

export default async function NewFindingPage({ params, searchParams }: Props) {
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, (await params).review));
  await requireForPage(viewer, "finding.write", { reviewId: review.id });
  const themes = await listThemes(viewer, review.id);
  const { theme: slug, roundtable: from } = await searchParams;
  const roundtable = (await listRoundtableTitles(viewer, review.id)).find((one) => one.slug === from);
  const theme = themes.find((one) => one.slug === slug);
  const home = `/reviews/${review.slug}/findings`;
  const back = roundtable ? `/reviews/${review.slug}/roundtables/${roundtable.slug}` : home;
  return (
    <>
      <PageHeader
        title="Write a finding"
        breadcrumb={[
          { label: review.title, href: `/reviews/${review.slug}` },
          { label: "Findings", href: home },
          { label: "Write a finding" },
        ]}
        meta={
          roundtable
            ? `From ${roundtable.title}. On the next page you can attach what was said there as evidence.`
            : "You can attach its evidence on the next page."
        }
      />
      <Form action={createFinding} submitLabel="Save finding" actions={<Link href={back}>Cancel</Link>}>
        <input type="hidden" name="reviewId" value={review.id} />
        <input type="hidden" name="reviewSlug" value={review.slug} />
        {roundtable && <input type="hidden" name="roundtable" value={roundtable.slug} />}
        <FindingFields themes={themes} themeId={theme?.id} />
      </Form>
    </>
  );
}
