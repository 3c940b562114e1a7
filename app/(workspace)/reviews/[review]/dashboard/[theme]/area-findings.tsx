import { FindingList } from "@/components/aggregate/publication/finding-list";
import type { Viewer } from "@/lib/access/policy";
import { byPublishedCount } from "@/lib/aggregate/publication/published-count";
import { listFindingsInArea } from "@/lib/aggregate/publication/queries/area-findings";
import type { Release, ReleasedTheme } from "@/lib/aggregate/publication/release-contents";
import { findingInShort } from "@/lib/aggregate/publication/release-page-data";
import { signalWordsIn } from "@/lib/aggregate/search/said-words";
import type { Review } from "@/lib/review/settings/queries/reviews";

type Props = {
  viewer: Viewer;
  review: Review;
  release: Release;
  area: { id: string; title: string; signalWords: string };
  /** Those that the findings may stand under. */
  themes: readonly ReleasedTheme[];
  hrefOf: (slug: string) => string;
};

/**
 * Findings stand under themes: those that speak of one of DfE's areas, then those that rest in part on contributions in it,
 * each with a link to its theme.
 */
export async function AreaFindings({ viewer, review, release, area, themes, hrefOf }: Props) {
  const asked = { reviewId: review.id, releaseNumber: release.number, areaId: area.id };
  const within = await listFindingsInArea(viewer, asked);
  const findings = release.findings
    .map((finding) => ({ ...finding, words: signalWordsIn(`${finding.text} ${finding.counterView}`, area) }))
    .sort((a, b) => b.words - a.words || byPublishedCount(a.supports, b.supports));
  const speaking = findings.filter(({ words }) => words > 0);
  const resting = findings.filter(({ id, words }) => words === 0 && within.has(id));
  const listed = (some: typeof findings) => (
    <FindingList
      columns
      findings={some.map((finding) => {
        const theme = themes.find(({ id }) => id === finding.themeId);
        return {
          finding: findingInShort(finding),
          ...(theme ? { theme: { title: theme.title, href: hrefOf(theme.slug) } } : {}),
        };
      })}
    />
  );
  return (
    <section aria-labelledby="findings" className="mt-10">
      <h2 id="findings">Findings</h2>
      <p className="mt-1 mb-4 max-w-measure text-meta text-soft">
        {speaking.length + resting.length === 0
          ? "This is one of DfE’s areas. Findings are written under themes, and none speaks of this area or rests on contributions in it that you can read."
          : "This is one of DfE’s areas. Findings are written under themes. Their figures count everybody behind them, in this area or not."}
      </p>
      {speaking.length > 0 && (
        <>
          <h3>Findings that speak of {area.title}</h3>
          <p className="mt-1 mb-3 max-w-measure text-meta text-soft">
            They use the area’s title or its signal words in the codebook. Those with most of them stand
            first.
          </p>
          {listed(speaking)}
        </>
      )}
      {resting.length > 0 && (
        <>
          <h3 className={speaking.length > 0 ? "mt-7" : ""}>
            Others that rest in part on what was said about it
          </h3>
          <p className="mt-1 mb-3 max-w-measure text-meta text-soft">
            By contributions in this area that you can read.
          </p>
          {listed(resting)}
        </>
      )}
    </section>
  );
}
