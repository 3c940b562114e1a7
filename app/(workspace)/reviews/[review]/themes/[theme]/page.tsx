import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/policy";
import { listFindings } from "@/lib/synthesise/finding/queries/findings";
import { countStaleTaggings, listShapeChanges } from "@/lib/tag/recoding/queries/theme-history";
import { countByTheme } from "@/lib/tag/coding/queries/listed-counts";
import { listThemeRevisions, listThemes } from "@/lib/tag/codebook/queries/themes";
import { AXES } from "@/lib/tag/codebook/theme";
import { themeInAddress } from "@/lib/tag/codebook/theme-slug";
import { readTheme } from "./read-theme";
import { ShapeHistory } from "./shape-history";
import { ThemeActions } from "./theme-actions";
import { ThemeExamples } from "./theme-examples";
import { ThemeFindings } from "./theme-findings";
import { ThemeHistory } from "./theme-history";
import { ThemeContributions } from "./theme-contributions";
import { ThemePlace } from "./theme-place";
import { ThemeText } from "./theme-text";

type Props = PageProps<"/reviews/[review]/themes/[theme]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await readTheme(params)).theme.title };
}

export default async function ThemePage({ params, searchParams }: Props) {
  const { viewer, review, theme, home } = await readTheme(params);
  const { after, example } = await searchParams;
  const subject = { reviewId: review.id };
  const works = can(viewer, "review.work", subject);
  const changes = can(viewer, "codebook.change", subject);
  const themes = await listThemes(viewer, review.id, { retired: true });
  const shape = await listShapeChanges(viewer, { id: theme.id, reviewId: review.id });
  const parent = themes.find(({ id }) => id === theme.parentId);
  const inTheme = { viewer, reviewId: review.id, theme, home };
  return (
    <>
      <PageHeader
        title={theme.title}
        breadcrumb={[
          { label: review.title, href: home },
          { label: "Themes", href: `${home}/themes` },
          ...(parent ? [{ label: parent.title, href: `${home}/themes/${parent.slug}` }] : []),
          { label: theme.title },
        ]}
        meta={`${theme.axis === "area" ? AXES.area : "Theme"}${parent ? `, under “${parent.title}”` : ""}`}
        actions={
          changes && (
            <ThemeActions
              theme={theme}
              home={home}
              inUse={
                ((await countByTheme(viewer, { reviewId: review.id }, "settled")).get(theme.id) ?? 0) > 0 ||
                (await listFindings(viewer, review.id, { themeId: theme.id })).length > 0
              }
              merged={shape.some(
                ({ kind, themeId, undoneAt }) =>
                  kind === "merge" && themeId === theme.id && undoneAt === null,
              )}
            />
          )
        }
      />
      {theme.retired && (
        <div className="mb-6">
          <Notice title="This theme is retired">
            You can no longer set it on contributions, and no figure counts it. Its contributions and findings
            stay.
          </Notice>
        </div>
      )}
      <ThemeText theme={theme} />
      {can(viewer, "figures.released", subject) && !theme.retired && (
        <p className="mt-3">
          <Link href={`${home}/dashboard/${themeInAddress(theme.slug)}`}>What people said about it</Link>
        </p>
      )}
      {changes && !theme.retired && <ThemePlace theme={theme} themes={themes} home={home} />}
      {works && <ThemeExamples viewer={viewer} themeId={theme.id} />}
      {works && <ThemeFindings {...inTheme} />}
      {works && <ThemeContributions {...inTheme} themes={themes} after={after} example={example} />}
      <ShapeHistory changes={shape} theme={theme} themes={themes} mayUndo={changes} />
      <ThemeHistory
        theme={theme}
        revisions={await listThemeRevisions(viewer, theme.id)}
        stale={works ? await countStaleTaggings(viewer, theme) : null}
      />
    </>
  );
}
