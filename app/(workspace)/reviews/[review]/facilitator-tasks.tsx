import { Link } from "@/components/ui/link";
import { RefreshOnChange } from "@/app/(workspace)/refresh-on-change";
import { EmptyState } from "@/components/ui/empty-state";
import { TaskList } from "@/components/ui/navigation/task-list";
import type { Viewer } from "@/lib/access/policy";
import type { Review } from "@/lib/review/settings/queries/reviews";
import { getProgress, listRoundtables, listUnfinished } from "@/lib/capture/roundtable/queries/roundtables";
import type { RoundtableProgress, RoundtableSummary } from "@/lib/capture/roundtable/roundtable";
import { STATE_WORDS } from "@/lib/capture/roundtable/roundtable-words";
import { countOf } from "@/lib/platform/text/count-words";
import { formatDate } from "@/lib/platform/text/dates";

type Props = { viewer: Viewer; review: Review };

/** How many closed ones are named; the rest are counted. */
const MAX_CLOSED = 8;

/**
 * The roundtables that are not closed, and those whose contributions need something, each with what is still
 * to do.
 */
export async function FacilitatorTasks({ viewer, review }: Props) {
  const roundtables = await listRoundtables(viewer, review.id);
  const unfinished = await listUnfinished(viewer, review.id);
  const open = roundtables.filter(({ state }) => state !== "closed");
  const closed = roundtables.filter(({ id }) => unfinished.has(id));
  const more = closed.length - MAX_CLOSED;
  const base = `/reviews/${review.slug}/roundtables`;
  const tasks = await Promise.all(
    [...open, ...closed.slice(0, MAX_CLOSED)].map(async (roundtable) => ({
      title: roundtable.title,
      href: `${base}/${roundtable.slug}`,
      hint: `${formatDate(roundtable.heldOn)} · ${leftToDo(roundtable, await getProgress(viewer, roundtable.id))}`,
      status: STATE_WORDS[roundtable.state],
    })),
  );
  return (
    <section aria-labelledby="open-roundtables" className="mb-10">
      <RefreshOnChange watch={{ reviewId: review.id }} kind="roundtable.changed" />
      <h2 id="open-roundtables" className="mb-3">
        Roundtables that need you
      </h2>
      {tasks.length > 0 ? <TaskList tasks={tasks} /> : <NothingOpen base={base} roundtables={roundtables} />}
      {more > 0 && (
        <p className="mt-3">
          <Link href={base}>{more} more closed roundtables</Link> have contributions to clear or to set a
          theme on.
        </p>
      )}
    </section>
  );
}

function NothingOpen({ base, roundtables }: { base: string; roundtables: RoundtableSummary[] }) {
  return roundtables.length === 0 ? (
    <EmptyState title="No roundtable has been planned yet">
      Plan a roundtable, register the people who are coming, then log what they say.
    </EmptyState>
  ) : (
    <p className="max-w-measure text-soft">
      Every roundtable is closed. Every contribution has a theme and is cleared.{" "}
      <Link href={base}>See all {roundtables.length}</Link>
    </p>
  );
}

function leftToDo({ state }: RoundtableSummary, progress: RoundtableProgress): string {
  const { contributions, untagged, uncleared, people } = progress;
  if (people === 0) return "Next: register the people who are coming";
  if (contributions === 0)
    return `${countOf(people, "person", "people")} registered. Next: start the session`;
  const logged = countOf(contributions, "contribution");
  const left = [
    untagged > 0 && `set a theme on ${untagged.toLocaleString("en-GB")}`,
    uncleared > 0 && `clear ${uncleared.toLocaleString("en-GB")} for reviewers to read`,
  ].filter((part) => part !== false);
  if (left.length > 0) return `${logged}. To do: ${left.join(", ")}`;
  if (state === "read_back") return `${logged}. Next: close the roundtable once people have checked them`;
  return `${logged}, all with a theme and cleared`;
}
