import type { Metadata } from "next";
import Link from "next/link";
import { ThemeChip } from "@/components/tag/theme-chip";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Table } from "@/components/ui/table";
import { can } from "@/lib/access/policy";
import { forPage, pageViewer } from "@/lib/access/page";
import { getReview } from "@/lib/capture/queries";
import { countLinesByTheme, listThemes } from "@/lib/tag/queries";
import { AXES, AXIS_ORDER, type Theme } from "@/lib/tag/theme";

export const metadata: Metadata = { title: "Themes" };

export default async function ThemesPage({ params }: PageProps<"/reviews/[review]/themes">) {
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, (await params).review));
  const works = can(viewer, "review.work", { reviewId: review.id });
  const changes = can(viewer, "codebook.change", { reviewId: review.id });
  const themes = await listThemes(viewer, review.id, { retired: works });
  const lines = works ? await countLinesByTheme(viewer, review.id) : null;
  const home = `/reviews/${review.slug}/themes`;
  const groups = [
    ...AXIS_ORDER.map((axis) => ({
      title: AXES[axis],
      themes: themes.filter((theme) => theme.axis === axis && !theme.retired),
    })),
    { title: "Retired", themes: themes.filter(({ retired }) => retired) },
  ].filter((group) => group.themes.length > 0);

  return (
    <>
      <PageHeader
        title="Themes"
        breadcrumb={[{ label: review.title, href: `/reviews/${review.slug}` }, { label: "Themes" }]}
        meta="What the lines of this review are sorted under. DfE areas are a second axis: a line may have themes and areas."
        actions={changes && <ButtonLink href={`${home}/new`}>Add a theme</ButtonLink>}
      />
      {groups.length === 0 && (
        <EmptyState title="There are no themes yet">
          The lead of the review adds them here; then lines can be tagged with them.
        </EmptyState>
      )}
      <div className="grid gap-10">
        {groups.map((group) => (
          <Table
            key={group.title}
            caption={group.title}
            columns={[
              { label: "Theme" },
              { label: "What belongs here" },
              ...(lines ? [{ label: "Lines", numeric: true }] : []),
            ]}
            rows={group.themes.map((theme) => ({
              key: theme.id,
              cells: [
                <Link key="title" href={`${home}/${theme.slug}`} className="inline-block">
                  <ThemeChip {...theme} />
                </Link>,
                <Meaning key="meaning" theme={theme} />,
                ...(lines ? [lines.get(theme.id) ?? 0] : []),
              ],
            }))}
          />
        ))}
      </div>
    </>
  );
}

function Meaning({ theme }: { theme: Theme }) {
  return (
    <span className="block max-w-measure text-left">
      {theme.definition}
      {theme.includes && <span className="mt-1 block text-soft">In: {theme.includes}</span>}
      {theme.excludes && <span className="mt-1 block text-soft">Not here: {theme.excludes}</span>}
    </span>
  );
}
