import type { Metadata } from "next";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/policy";
import { forPage, pageViewer } from "@/lib/access/page";
import { getReview } from "@/lib/capture/queries";
import { getTheme, listThemeRevisions } from "@/lib/tag/queries";
import { AXES } from "@/lib/tag/theme";
import { ThemeActions } from "./theme-actions";
import { ThemeFindings } from "./theme-findings";
import { ThemeHistory } from "./theme-history";
import { ThemeLines } from "./theme-lines";
import { ThemeText } from "./theme-text";

type Props = PageProps<"/reviews/[review]/themes/[theme]">;

async function read({ params }: Pick<Props, "params">) {
  const viewer = await pageViewer();
  const slugs = await params;
  const review = await forPage(getReview(viewer, slugs.review));
  return { viewer, review, theme: await forPage(getTheme(viewer, review.id, slugs.theme)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await read(props)).theme.title };
}

export default async function ThemePage(props: Props) {
  const { viewer, review, theme } = await read(props);
  const { after } = await props.searchParams;
  const subject = { reviewId: review.id };
  const works = can(viewer, "review.work", subject);
  const home = `/reviews/${review.slug}`;
  return (
    <>
      <PageHeader
        title={theme.title}
        breadcrumb={[
          { label: review.title, href: home },
          { label: "Themes", href: `${home}/themes` },
          { label: theme.title },
        ]}
        meta={theme.axis === "area" ? AXES.area : "Theme"}
        actions={can(viewer, "codebook.change", subject) && <ThemeActions theme={theme} home={home} />}
      />
      {theme.retired && (
        <div className="mb-6">
          <Notice title="This theme is retired">
            It cannot be set on lines any more. The lines and findings under it stay.
          </Notice>
        </div>
      )}
      <ThemeText theme={theme} />
      {works && <ThemeFindings viewer={viewer} reviewId={review.id} theme={theme} home={home} />}
      {works && <ThemeLines viewer={viewer} reviewId={review.id} theme={theme} home={home} after={after} />}
      <ThemeHistory revisions={await listThemeRevisions(viewer, theme.id)} />
    </>
  );
}
