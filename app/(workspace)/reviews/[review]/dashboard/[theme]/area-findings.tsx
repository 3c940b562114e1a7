import { FindingList } from "@/components/aggregate/publication/finding-list";
import type { Viewer } from "@/lib/access/policy";
import { byPublishedCount } from "@/lib/aggregate/publication/published-count";
import { listFindingsInArea } from "@/lib/aggregate/publication/queries/area-findings";
import type { Release, ReleasedTheme } from "@/lib/aggregate/publication/release-contents";
import { findingInShort } from "@/lib/aggregate/publication/release-page-data";
import type { Review } from "@/lib/review/settings/queries/reviews";

type Props = {
  viewer: Viewer;
  review: Review;
  release: Release;
  area: { id: string };
  /** Those that the findings may stand under. */
  themes: readonly ReleasedTheme[];
  hrefOf: (slug: string) => string;
};

/** Findings stand under themes: those that rest in part on contributions in one of DfE's areas, with a link to each theme. */
export async function AreaFindings({ viewer, review, release, area, themes, hrefOf }: Props) {
  const asked = { reviewId: review.id, releaseNumber: release.number, areaId: area.id };
  const within = await listFindingsInArea(viewer, asked);
  const findings = release.findings
    .filter(({ id }) => within.has(id))
    .sort((a, b) => byPublishedCount(a.supports, b.supports));
  return (
    <section aria-labelledby="findings" className="mt-10">
      <h2 id="findings">Findings</h2>
      <p className="mt-1 mb-4 max-w-measure text-meta text-soft">
        {findings.length === 0
          ? "This is one of DfE’s areas. Findings are written under themes, and no contribution that you can read here is behind one."
          : "This is one of DfE’s areas. Findings are written under themes: these rest in part on contributions in this area that you can read. Their figures count everybody behind them, in this area or not."}
      </p>
      <FindingList
        columns
        findings={findings.map((finding) => {
          const theme = themes.find(({ id }) => id === finding.themeId);
          return {
            finding: findingInShort(finding),
            ...(theme ? { theme: { title: theme.title, href: hrefOf(theme.slug) } } : {}),
          };
        })}
      />
    </section>
  );
}
