import { ContributionWords } from "@/components/tag/coding/contribution-words";
import { shownContribution } from "@/components/tag/coding/shown-contribution";
import type { Contribution } from "@/lib/capture/contribution/contribution";

type Props = { before: readonly Contribution[]; after: readonly Contribution[] };

/** What was said directly before and after a contribution. */
export function Surroundings({ before, after }: Props) {
  return (
    <div className="mt-2 grid gap-3 border-l-2 border-line pl-3">
      <Side title="Said directly before" contributions={before} none="Nothing was said before it." />
      <Side title="Said directly after" contributions={after} none="Nothing was said after it." />
    </div>
  );
}

function Side({
  title,
  contributions,
  none,
}: {
  title: string;
  contributions: readonly Contribution[];
  none: string;
}) {
  return (
    <section aria-label={title}>
      <p className="text-sm font-semibold">{title}</p>
      {contributions.length === 0 && <p className="text-sm text-soft">{none}</p>}
      <ul className="grid gap-2">
        {contributions.map((contribution) => (
          <li key={contribution.id}>
            <ContributionWords contribution={shownContribution(contribution)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
