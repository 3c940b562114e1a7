import Link from "next/link";
import type { ErasurePreview } from "@/lib/capture/protection/erasure";
import type { Trace } from "@/lib/capture/protection/trace";
import { KIND_WORDS, tracesByPlace } from "@/lib/capture/protection/trace-words";
import { countOf } from "@/lib/platform/count-words";

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
          We found {countOf(traces.length + moreTraces, "possible trace")} of them. If you tick one, it is
          removed and a mark replaces it. Leave out what is about somebody or something else. What you leave
          is recorded.
        </p>
      </div>
      {tracesByPlace(traces).map((place) => (
        <fieldset key={place.owner} className="border-t border-faint pt-3">
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
          {countOf(moreTraces, "more trace")} cannot be shown here. Their words, full name, address and
          organisation are removed there, and anything less certain stays.
        </p>
      )}
    </section>
  );
}

function TraceRow({ trace: { key, kind, words, before, after, proposed, times } }: { trace: Trace }) {
  const id = `trace-${key}`;
  return (
    <li className="grid grid-cols-[1.5rem_1fr] gap-x-3">
      <input type="hidden" name="shown" value={key} />
      <input
        type="checkbox"
        id={id}
        name="masked"
        value={key}
        defaultChecked={proposed}
        className="mt-1 size-6"
      />
      <label htmlFor={id} className="min-w-0 wrap-anywhere">
        <span className="voice block max-w-measure">
          {before}
          <mark className="bg-mark px-0.5 text-ink">{words}</mark>
          {after}
        </span>
        <span className="block text-meta text-soft">
          {KIND_WORDS[kind]}
          {times > 1 && `, ${times} times with earlier revisions`}
        </span>
      </label>
    </li>
  );
}
