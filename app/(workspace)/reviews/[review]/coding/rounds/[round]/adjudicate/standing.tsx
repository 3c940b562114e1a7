import { formatInstant } from "@/lib/platform/dates";
import type { DifferenceDetail } from "@/lib/tag/queries/round-difference";
import { Stances } from "./choices";

type Props = { decision: NonNullable<DifferenceDetail["decision"]>; theme: string };

/** What was decided, why, by whom. */
export function Standing({ decision: { stances, reason, by, at }, theme }: Props) {
  return (
    <section aria-labelledby="standing" className="mt-8">
      <h2 id="standing">What was decided about “{theme}”</h2>
      <div className="mt-2">
        <Stances stances={stances} />
      </div>
      {reason !== "" && <p className="mt-2 max-w-measure whitespace-pre-line">{reason}</p>}
      <p className="mt-1 text-sm text-soft">
        {by}, {formatInstant(at)}
      </p>
    </section>
  );
}
