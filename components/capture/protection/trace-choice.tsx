import { Link } from "@/components/ui/link";
import type { ErasurePreview } from "@/lib/capture/protection/erasure";
import { tracesByPlace } from "@/lib/capture/protection/trace-words";
import { countOf } from "@/lib/platform/text/count-words";
import { TraceRow } from "./trace-row";

type Props = { preview: Pick<ErasurePreview, "traces" | "moreTraces">; reviewHref: string };

/** What other people's texts hold of the person, place by place: what is ticked is removed, and a mark is left. */
export function TraceChoice({ preview: { traces, moreTraces }, reviewHref }: Props) {
  if (traces.length === 0)
    return (
      <p className="max-w-measure">
        We found neither their words nor their name in anything else that people wrote.
      </p>
    );
  return (
    <section aria-label="In what other people wrote" className="grid gap-4">
      <div>
        <h2 className="text-subheading">In what other people wrote</h2>
        <p className="max-w-measure text-meta text-soft">
          We found {countOf(traces.length + moreTraces, "name or copy", "names or copies")} that may be
          theirs. What is ticked is removed, and a mark replaces it. Untick what belongs to somebody or
          something else: it stays, and the audit log records where.
        </p>
      </div>
      {tracesByPlace(traces).map((place) => (
        <fieldset key={`${place.what} ${place.owner}`} className="border-t border-faint pt-3">
          <legend className="float-left w-full font-semibold">
            {place.page === null ? (
              place.what
            ) : (
              <Link href={`${reviewHref}/${place.page}`}>{place.what}</Link>
            )}
          </legend>
          <ul className="clear-both grid gap-3 pt-1">
            {place.traces.map((trace) => (
              <TraceRow key={trace.key} trace={trace} />
            ))}
          </ul>
        </fieldset>
      ))}
      {moreTraces > 0 && (
        <p className="max-w-measure">
          {countOf(moreTraces, "more name or copy", "more names or copies")} cannot be shown here. What we are
          sure of is removed there too, and the rest stays.
        </p>
      )}
    </section>
  );
}
