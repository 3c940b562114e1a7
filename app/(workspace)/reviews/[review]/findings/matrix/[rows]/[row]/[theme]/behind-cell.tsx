import { Link } from "@/components/ui/link";
import { StanceSign } from "@/components/capture/contribution/stance-sign";
import { EvidenceContribution } from "@/components/synthesise/finding/evidence-contribution";
import { Tag } from "@/components/ui/tag";
import type { Stance } from "@/lib/capture/contribution/stance";
import { CHANGES } from "@/lib/synthesise/matrix/basis";
import type { OpenCell } from "@/lib/synthesise/matrix/queries/matrix-cell";
import type { StandingContribution } from "@/lib/synthesise/matrix/queries/matrix-contributions";

type Props = { open: OpenCell; titles: ReadonlyMap<string, string>; reviewSlug: string };

/** The contributions of the cell with their stances under the theme, and those that have left it since. */
export function BehindCell({ open, titles, reviewSlug }: Props) {
  const { basis, contributions, cell } = open;
  const stances = new Map(basis.map((entry) => [entry.id, entry.stances]));
  const changes = new Map(cell.summary?.changes.map(({ id, kind }) => [id, kind]));
  const here = contributions.filter(({ id }) => stances.has(id));
  const left = contributions.filter(({ id, erasedAt }) => !stances.has(id) && erasedAt === null);
  const item = (contribution: StandingContribution) => {
    const change = changes.get(contribution.id);
    return (
      <EvidenceContribution
        key={contribution.id}
        contribution={contribution}
        where={titles.get(contribution.roundtableId)}
      >
        <Signs
          stances={stances.get(contribution.id) ?? []}
          change={change && CHANGES[change]}
          amended={contribution.amended}
          href={`/reviews/${reviewSlug}/contributions/${contribution.id}`}
        />
      </EvidenceContribution>
    );
  };
  return (
    <div className="min-w-0">
      <section aria-labelledby="behind">
        <h2 id="behind">
          What was said <span className="text-meta font-normal text-soft">{here.length}</span>
        </h2>
        {here.length === 0 && <p className="mt-2 text-soft">Nothing is coded in this cell.</p>}
        <ul>{here.map(item)}</ul>
      </section>
      {left.length > 0 && (
        <section aria-labelledby="left" className="mt-8">
          <h2 id="left" className="text-subheading">
            No longer in this cell <span className="text-meta font-normal text-soft">{left.length}</span>
          </h2>
          <ul>{left.map(item)}</ul>
        </section>
      )}
    </div>
  );
}

type SignsProps = { stances: readonly Stance[]; change: string | undefined; amended: boolean; href: string };

function Signs({ stances, change, amended, href }: SignsProps) {
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      {stances.map((stance) => (
        <StanceSign key={stance} stance={stance} />
      ))}
      {change !== undefined && (
        <Tag tone="warning">{`${change.charAt(0).toUpperCase()}${change.slice(1)}`}</Tag>
      )}
      {amended && <span>As amended after the record was closed</span>}
      <Link href={href} prefetch={false} className="py-0.5 print:hidden">
        Open it<span className="sr-only">, contribution</span>
      </Link>
    </p>
  );
}
