import { Link } from "@/components/ui/link";
import { RecordContribution } from "@/components/capture/contribution/record-contribution";
import { StanceSign } from "@/components/capture/contribution/stance-sign";
import { EmptyState } from "@/components/ui/empty-state";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import { timeWords } from "@/lib/capture/contribution/contribution-words";

type Props = {
  contributions: readonly Contribution[];
  heldOn: Date;
  reviewSlug: string;
  editable: boolean;
};

/** The record in the order in which it was said, under its questions. */
export function RecordSections({ contributions, heldOn, reviewSlug, editable }: Props) {
  if (contributions.length === 0)
    return (
      <EmptyState title="Nothing has been logged yet">Contributions appear here as people speak.</EmptyState>
    );
  return (
    <div className="grid gap-8">
      {runsOf(contributions).map((run) => (
        <section key={run.first.id} aria-labelledby={`under-${run.first.id}`}>
          <h2 id={`under-${run.first.id}`} className="mb-1 max-w-measure">
            {run.first.question
              ? `${run.first.question.position}. ${run.first.question.text}`
              : "Under no question"}
          </h2>
          {run.contributions.map((contribution) => (
            <RecordContribution
              key={contribution.id}
              contribution={contribution}
              heldOn={heldOn}
              signs={contribution.stance && <StanceSign stance={contribution.stance} />}
              actions={
                <ContributionLinks contribution={contribution} reviewSlug={reviewSlug} editable={editable} />
              }
            />
          ))}
        </section>
      ))}
    </div>
  );
}

function ContributionLinks({
  contribution,
  reviewSlug,
  editable,
}: {
  contribution: Contribution;
  reviewSlug: string;
  editable: boolean;
}) {
  const here = `/reviews/${reviewSlug}/contributions/${contribution.id}`;
  const about = <span className="sr-only"> the contribution of {timeWords(contribution)}</span>;
  const edits = editable && !contribution.erasedAt;
  return (
    <Link href={edits ? `${here}/edit?from=capture` : here} className="inline-block py-0.5">
      {edits ? "Edit" : "Open"}
      {about}
    </Link>
  );
}

type Run = { first: Contribution; contributions: Contribution[] };

/** Groups consecutive contributions with the same question. */
function runsOf(contributions: readonly Contribution[]): Run[] {
  const runs: Run[] = [];
  for (const contribution of contributions) {
    const last = runs.at(-1);
    if (last && last.first.question?.id === contribution.question?.id) last.contributions.push(contribution);
    else runs.push({ first: contribution, contributions: [contribution] });
  }
  return runs;
}
