import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/navigation/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/policy";
import { forPage, pageViewer } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { countByTheme } from "@/lib/tag/coding/queries/listed-counts";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { AXES, AXIS_ORDER, type Theme } from "@/lib/tag/codebook/theme";
import { MoveForm } from "@/components/tag/codebook/move-form";
import { move } from "./actions";
import { ThemeTable, type ListedTheme } from "./theme-table";

const MOVE_FORM = "move-theme";

export const metadata: Metadata = { title: "Themes" };

export default async function ThemesPage({ params }: PageProps<"/reviews/[review]/themes">) {
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, (await params).review));
  const works = can(viewer, "review.work", { reviewId: review.id });
  const changes = can(viewer, "codebook.change", { reviewId: review.id });
  const themes = await listThemes(viewer, review.id, { retired: works });
  const contributions = works ? await countByTheme(viewer, { reviewId: review.id }, "settled") : null;
  const home = `/reviews/${review.slug}/themes`;
  const groups = [
    ...AXIS_ORDER.map((axis) => ({
      title: AXES[axis],
      themes: themes.filter((theme) => theme.axis === axis && !theme.retired),
    })),
    { title: "Retired", themes: themes.filter(({ retired }) => retired) },
  ].filter((group) => group.themes.length > 0);
  const twoLevels = themes.some(({ parentId, retired }) => parentId !== null && !retired);

  return (
    <>
      <PageHeader
        title="Themes"
        breadcrumb={[{ label: review.title, href: `/reviews/${review.slug}` }, { label: "Themes" }]}
        meta="Themes group the contributions of this review. DfE areas are a separate list. A contribution can have both."
        actions={
          <>
            {changes && <ButtonLink href={`${home}/new`}>Add a theme</ButtonLink>}
            <ButtonLink href={`${home}/exchange`} variant="quiet">
              Exchange the codebook
            </ButtonLink>
          </>
        }
      />
      {groups.length === 0 && (
        <EmptyState title="There are no themes yet">
          The lead of the review adds them here. You can then set them on contributions.
        </EmptyState>
      )}
      {twoLevels && (
        <p className="-mt-2 mb-6 max-w-measure">
          Figures count the contributions under a theme itself, not those under its sub-themes.
        </p>
      )}
      {!works && can(viewer, "figures.released", { reviewId: review.id }) && (
        <p className="-mt-2 mb-6 max-w-measure">
          This is what each theme stands for.{" "}
          <Link href={`/reviews/${review.slug}/dashboard`}>Read what people said about them</Link>.
        </p>
      )}
      {changes && <MoveForm id={MOVE_FORM} action={move} />}
      <div className="grid gap-10">
        {groups.map(({ title, themes: ofGroup }) => (
          <ThemeTable
            key={title}
            title={title}
            themes={ofGroup.map((theme) => listed(theme, contributions?.get(theme.id)))}
            counts={works}
            home={home}
            moveForm={changes ? MOVE_FORM : null}
          />
        ))}
      </div>
    </>
  );
}

/** What the table shows and no more, because all that it is given is in the page. */
function listed(theme: Theme, contributions: number | undefined): ListedTheme {
  const { id, slug, title, definition, includes, excludes, signalWords, axis, colour, parentId, retired } =
    theme;
  const shown = { id, slug, title, definition, includes, excludes, signalWords, axis, colour };
  return { ...shown, parentId, retired, ...(contributions !== undefined && { contributions }) };
}
