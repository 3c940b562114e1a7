import { cache } from "react";
import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Tag } from "@/components/ui/tag";
import { forPage, pageViewer } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { getTheme } from "@/lib/tag/codebook/queries/themes";
import { StanceField } from "@/lib/tag/coding/tagging-input";
import { asked, askedNumber, dashboardHref, type Address } from "../address";
import { roundtableOf } from "../dashboard-scope";
import { openFigures } from "../open-figures";
import { LiveTheme } from "./live-theme";
import { ReleasedThemePage } from "./released-theme";

type Props = PageProps<"/reviews/[review]/dashboard/[theme]">;

/** Read once for the page and its title. */
const readTheme = cache(async (reviewSlug: string, themeSlug: string) => {
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, reviewSlug));
  return { viewer, review, theme: await forPage(getTheme(viewer, review.id, themeSlug)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const slugs = await params;
  const { theme } = await readTheme(slugs.review, slugs.theme);
  return { title: theme.title };
}

export default async function ThemePage({ params, searchParams }: Props) {
  const slugs = await params;
  const query = await searchParams;
  const { viewer, review, theme } = await readTheme(slugs.review, slugs.theme);
  const opened = await openFigures(viewer, review.id, query, theme.id);
  const roundtable = roundtableOf(opened);
  const scope: Address =
    opened.kind === "live"
      ? { fields: opened.asked.fields }
      : {
          roundtable: roundtable?.slug ?? null,
          release: opened.kind === "released" ? opened.release.number : null,
        };
  const asks = {
    stance: StanceField.safeParse(asked(query, opened.kind === "live" ? "said" : "stance")).data,
    page: askedNumber(query, "page") ?? 1,
    hrefOf: (more: Address) => dashboardHref(review.slug, { ...scope, theme: theme.slug, ...more }),
  };
  const figures = "table" in opened && opened.table.themes.some(({ id }) => id === theme.id);
  return (
    <>
      <PageHeader
        title={theme.title}
        breadcrumb={[
          { label: review.title, href: `/reviews/${review.slug}` },
          { label: "Dashboard", href: dashboardHref(review.slug, scope) },
        ]}
        meta={
          figures && (
            <>
              <Tag tone={opened.kind === "live" ? "warning" : "accent"}>
                {opened.kind === "released" ? `Release ${opened.release.number}` : "Live, not released"}
              </Tag>{" "}
              {roundtable ? roundtable.title : "All roundtables"}
            </>
          )
        }
      />
      {figures && opened.kind === "live" && (
        <LiveTheme
          viewer={viewer}
          review={review}
          theme={theme}
          also={asked(query, "also")}
          opened={opened}
          {...asks}
        />
      )}
      {figures && opened.kind === "released" && (
        <ReleasedThemePage viewer={viewer} review={review} theme={theme} opened={opened} {...asks} />
      )}
      {!figures && (
        <EmptyState title="There are no released figures for this">
          A release covers the themes in use, and the roundtables that were closed, when it was made.{" "}
          <Link href={dashboardHref(review.slug, {})}>Go to the dashboard</Link>.
        </EmptyState>
      )}
    </>
  );
}
