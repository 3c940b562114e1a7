import { Link } from "@/components/ui/link";
import { EmptyState } from "@/components/ui/empty-state";
import { countOf } from "@/lib/platform/text/count-words";
import type { Round } from "@/lib/tag/rounds/queries/rounds";

/** Shown instead of a coded round: who is still coding, or that it was abandoned. */
export function NotCoded({ round, here }: { round: Round; here: string }) {
  const givenUp = round.state === "abandoned";
  const howFar = round.coders.map(({ name, read, finishedAt }) =>
    finishedAt
      ? `${name} has finished`
      : `${name} has read ${read} of ${countOf(round.contributions, "contribution")}`,
  );
  return (
    <EmptyState
      title={givenUp ? "This round was abandoned" : "Not every coder has finished"}
      action={<Link href={here}>Back to the round</Link>}
    >
      {givenUp
        ? "Not every coder had finished, so there is nothing to compare."
        : `${howFar.join("; ")}. You can see what they set once everybody has finished.`}
    </EmptyState>
  );
}
