import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/policy";
import { forPage, pageViewer } from "@/lib/access/page";
import { getReview } from "@/lib/capture/queries";
import { getTheme } from "@/lib/tag/queries";
import { saveTheme } from "../../actions";
import { ThemeFields } from "../../theme-fields";
import { ThemeText } from "../theme-text";

export const metadata: Metadata = { title: "Change a theme" };

type Props = PageProps<"/reviews/[review]/themes/[theme]/change">;

export default async function ChangeThemePage({ params }: Props) {
  const viewer = await pageViewer();
  const slugs = await params;
  const review = await forPage(getReview(viewer, slugs.review));
  const theme = await forPage(getTheme(viewer, review.id, slugs.theme));
  if (!can(viewer, "codebook.change", { reviewId: review.id })) forbidden();
  const home = `/reviews/${review.slug}/themes`;
  return (
    <>
      <PageHeader
        title={`Change “${theme.title}”`}
        breadcrumb={[
          { label: "Themes", href: home },
          { label: theme.title, href: `${home}/${theme.slug}` },
          { label: "Change" },
        ]}
        meta="What it said before is kept. Lines that have the theme keep it."
      />
      <section aria-labelledby="now" className="mb-8 border-l-2 border-line pl-4">
        <h2 id="now" className="text-subheading">
          What it says now
        </h2>
        <ThemeText theme={theme} />
      </section>
      <Form action={saveTheme} submitLabel="Save theme">
        <input type="hidden" name="id" value={theme.id} />
        <input type="hidden" name="revision" value={theme.revision} />
        <input type="hidden" name="reviewSlug" value={review.slug} />
        <ThemeFields theme={theme} />
      </Form>
    </>
  );
}
