import { findingInList } from "@/lib/synthesise/finding/finding";
import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { BoardLink } from "@/components/synthesise/board/board-link";
import { FindingList } from "@/components/synthesise/finding/finding-list";
import { ThemeChip } from "@/components/tag/codebook/theme-chip";
import { ButtonLink } from "@/components/ui/navigation/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { forPage, pageViewer, requireForPage } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { listFindingsInShort } from "@/lib/synthesise/finding/queries/findings-in-short";
import { listThemes } from "@/lib/tag/codebook/queries/themes";

export const metadata: Metadata = { title: "Findings" };

export default async function FindingsPage({ params }: PageProps<"/reviews/[review]/findings">) {
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, (await params).review));
  await requireForPage(viewer, "review.work", { reviewId: review.id });
  const findings = await listFindingsInShort(viewer, review.id);
  const themes = await listThemes(viewer, review.id, { retired: true });
  const home = `/reviews/${review.slug}/findings`;
  const groups = themes
    .map((theme) => ({ theme, findings: findings.filter(({ themeId }) => themeId === theme.id) }))
    .filter((group) => group.findings.length > 0);
  const without = themes.filter(
    (theme) =>
      !theme.retired && theme.axis === "theme" && !groups.some((group) => group.theme.id === theme.id),
  );

  return (
    <>
      <PageHeader
        title="Findings"
        breadcrumb={[{ label: review.title, href: `/reviews/${review.slug}` }, { label: "Findings" }]}
        meta="One-sentence statements, each with the contributions that support or contradict it. Reports are written from findings."
        actions={
          <>
            <ButtonLink href={`${home}/matrix`} variant="quiet">
              Framework matrix
            </ButtonLink>
            <ButtonLink href={`${home}/new`}>Write a finding</ButtonLink>
          </>
        }
      />
      {groups.length > 0 && (
        <p className="mb-8 max-w-measure text-meta text-soft">
          A finding counts the people whose contributions are attached to it. The dashboard counts everybody
          who raised the theme, so its figure can be higher.
        </p>
      )}
      {groups.length === 0 && (
        <EmptyState title="There are no findings yet">
          Set themes on what was said, read the contributions of a theme together, then write in one sentence
          what they say.
        </EmptyState>
      )}
      <div className="grid gap-10">
        {groups.map((group) => (
          <section key={group.theme.id} aria-labelledby={group.theme.slug}>
            <h2 id={group.theme.slug} className="text-base font-normal">
              <Link href={`/reviews/${review.slug}/themes/${group.theme.slug}`} className="inline-block">
                <ThemeChip {...group.theme} />
              </Link>
            </h2>
            <FindingList findings={group.findings.map(findingInList)} home={home} />
            {group.theme.axis === "theme" && <BoardLink theme={group.theme} home={home} />}
          </section>
        ))}
      </div>
      {groups.length > 0 && without.length > 0 && (
        <section aria-labelledby="without" className="mt-12 border-t border-line pt-4">
          <h2 id="without" className="text-subheading">
            Themes without a finding
          </h2>
          <ul className="mt-3 flex flex-wrap gap-2">
            {without.map((theme) => (
              <li key={theme.id}>
                <Link href={`${home}/board/${theme.slug}`} className="inline-block">
                  <ThemeChip {...theme} />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
