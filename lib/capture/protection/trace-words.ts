import type { Trace } from "./trace";
import type { TraceKind } from "./name-terms";

/** What was found, as a page says it. */
export const KIND_WORDS: Record<TraceKind, string> = {
  words: "Repeats what they said",
  name: "Their name",
  address: "Their email address",
  organisation: "Their organisation",
  surname: "Their surname, which may mean somebody else",
  "first-name": "Their first name, which may mean somebody else",
  "organisation-part": "Part of their organisation’s name, which may mean something else",
};

export type TracePlace = Pick<Trace, "what" | "owner" | "page"> & { traces: Trace[] };

/** The traces, those in the same thing together. */
export function tracesByPlace(traces: readonly Trace[]): TracePlace[] {
  const places = new Map<string, TracePlace>();
  for (const trace of traces) {
    const { what, owner, page } = trace;
    const place = places.get(`${what} ${owner}`);
    if (place) place.traces.push(trace);
    else places.set(`${what} ${owner}`, { what, owner, page, traces: [trace] });
  }
  return [...places.values()];
}
