import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { RefreshOnChange } from "@/app/(workspace)/refresh-on-change";
import { RoundStateTag } from "@/components/tag/rounds/round-state";
import { PageHeader } from "@/components/ui/page-header";
import { TaskList } from "@/components/ui/navigation/task-list";
import { can } from "@/lib/access/policy";
import { countOf } from "@/lib/platform/text/count-words";
import { formatInstant } from "@/lib/platform/text/dates";
import { listCodebookSuggestions } from "@/lib/tag/rounds/queries/round-difference";
import { listRoundThemes } from "@/lib/tag/rounds/queries/round-themes";
import { listDifferences } from "@/lib/tag/rounds/queries/rounds";
import { readRound } from "../read-round";
import { CoderSection } from "./coder-section";
import { LeadSection } from "./lead-section";
import { roundTasks } from "./round-tasks";
import { SampleSection } from "./sample-section";
import { SettleSection } from "./settle-section";

type Props = PageProps<"/reviews/[review]/coding/rounds/[round]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { round } = await readRound(params);
  return { title: `Round ${round.number}: ${round.title}` };
}

export default async function RoundPage({ params }: Props) {
  const { viewer, review, round, mine, here, crumbs } = await readRound(params);
  const differences = await listDifferences(viewer, round);
  const undecided = differences.filter(({ decided }) => !decided).length;
  const suggestions = await listCodebookSuggestions(viewer, round);
  return (
    <>
      <RefreshOnChange watch={{ reviewId: review.id }} />
      <PageHeader
        title={`Round ${round.number}: ${round.title}`}
        breadcrumb={crumbs.slice(0, 2)}
        meta={
          <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <RoundStateTag state={round.state} />
            <span>
              {countOf(round.contributions, "contribution")}, planned by {round.createdBy} on{" "}
              {formatInstant(round.createdAt)}
            </span>
          </span>
        }
      />
      <TaskList tasks={roundTasks(round, { mine, here, differences: differences.length, undecided })} />
      {round.state === "adjudicating" && undecided === 0 && (
        <SettleSection round={round} reviewSlug={review.slug} />
      )}
      <CoderSection round={round} maySeeTo={can(viewer, "round.plan", round)} />
      {suggestions.length > 0 && (
        <section aria-labelledby="suggestions" className="mt-10">
          <h2 id="suggestions">Suggestions for the codebook</h2>
          <ul className="mt-2">
            {suggestions.map(({ id, by, text, contributionId }) => (
              <li key={id} className="max-w-measure border-b border-faint py-3">
                <p>{text}</p>
                <p className="mt-0.5 text-sm text-soft">
                  {by}, on{" "}
                  <Link href={`/reviews/${review.slug}/contributions/${contributionId}`}>
                    this contribution
                  </Link>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <SampleSection viewer={viewer} round={round} themes={await listRoundThemes(viewer, round.id)} />
      {can(viewer, "round.plan", round) && <LeadSection round={round} reviewSlug={review.slug} />}
    </>
  );
}
