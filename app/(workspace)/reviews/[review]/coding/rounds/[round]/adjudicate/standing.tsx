import { Stances } from "@/components/tag/rounds/stances";
import { formatInstant } from "@/lib/platform/text/dates";
import type { DifferenceDetail } from "@/lib/tag/rounds/queries/round-difference";

type Props = { decision: NonNullable<DifferenceDetail["decision"]> };

/** The decision, its reason, and who made it. */
export function Standing({ decision: { stances, reason, by, at } }: Props) {
  return (
    <section aria-labelledby="standing" className="mt-6">
      <h2 id="standing">Decided so far</h2>
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
