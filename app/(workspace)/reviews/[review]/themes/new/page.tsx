import type { Metadata } from "next";
import { Form } from "@/components/ui/form/form";
import { PageHeader } from "@/components/ui/page-header";
import { Radios } from "@/components/ui/form/radios";
import { forPage, pageViewer, requireForPage } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { createTheme } from "../actions";
import { ThemeFields } from "../theme-fields";

export const metadata: Metadata = { title: "Add a theme" };

export default async function NewThemePage({ params }: PageProps<"/reviews/[review]/themes/new">) {
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, (await params).review));
  await requireForPage(viewer, "codebook.change", { reviewId: review.id });
  return (
    <>
      <PageHeader
        title="Add a theme"
        breadcrumb={[
          { label: review.title, href: `/reviews/${review.slug}` },
          { label: "Themes", href: `/reviews/${review.slug}/themes` },
          { label: "Add a theme" },
        ]}
      />
      <Form action={createTheme} submitLabel="Add theme">
        <input type="hidden" name="reviewId" value={review.id} />
        <input type="hidden" name="reviewSlug" value={review.slug} />
        <Radios
          name="axis"
          label="What is it?"
          defaultValue="theme"
          options={[
            { value: "theme", label: "A theme of this review" },
            {
              value: "area",
              label: "A DfE area",
              hint: "DfE areas are a separate list from the themes.",
            },
          ]}
        />
        <ThemeFields />
      </Form>
    </>
  );
}
