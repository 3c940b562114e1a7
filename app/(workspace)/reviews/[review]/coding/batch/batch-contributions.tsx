import { ContributionWords } from "@/components/tag/coding/contribution-words";
import { shownContribution } from "@/components/tag/coding/shown-contribution";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import { countOf } from "@/lib/platform/text/count-words";

type Props = {
  /** As many of them as are shown. */
  contributions: readonly Contribution[];
  total: number;
};

/** What the theme would be set on, to read. */
export function BatchContributions({ contributions, total }: Props) {
  if (contributions.length === 0) return null;
  return (
    <section aria-labelledby="contributions" className="mt-8">
      <h2 id="contributions">
        {contributions.length < total
          ? `The first ${contributions.length} of ${countOf(total, "contribution")}`
          : "The contributions"}
      </h2>
      <ol>
        {contributions.map((contribution) => (
          <li key={contribution.id} className="border-b border-faint py-3">
            <ContributionWords contribution={shownContribution(contribution)} />
          </li>
        ))}
      </ol>
    </section>
  );
}
