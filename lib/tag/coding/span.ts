/** Part of a contribution's words: code points, end exclusive; both null for the whole contribution. */
export type Span = { spanStart: number | null; spanEnd: number | null };

const WHOLE: Span = { spanStart: null, spanEnd: null };

/**
 * A span after its contribution was split: in the first part (which ends at `firstEnd`), in the second (which
 * begins at `secondStart`), or in both. The whole contribution becomes the whole of each part.
 */
export function splitSpan(
  { spanStart, spanEnd }: Span,
  { firstEnd, secondStart }: { firstEnd: number; secondStart: number },
): { first: Span | null; second: Span | null } {
  if (spanStart === null || spanEnd === null) return { first: WHOLE, second: WHOLE };
  const within = (start: number, end: number) => (start < end ? { spanStart: start, spanEnd: end } : null);
  return {
    first: within(spanStart, Math.min(spanEnd, firstEnd)),
    second: within(Math.max(spanStart - secondStart, 0), spanEnd - secondStart),
  };
}

/** The same words, `by` code points further on. */
export function movedSpan({ spanStart, spanEnd }: Span, by: number): Span {
  return spanStart === null || spanEnd === null
    ? WHOLE
    : { spanStart: spanStart + by, spanEnd: spanEnd + by };
}

export function sameSpan(one: Span, other: Span): boolean {
  return one.spanStart === other.spanStart && one.spanEnd === other.spanEnd;
}

/**
 * A span after its contribution was edited, in code points. The words before and after the change stay
 * marked, and a change within a span stays within it. A span with nothing left becomes the whole
 * contribution, because the theme is still set on it. The change is what is between the longest common prefix
 * and the longest common suffix of the two texts.
 */
export function editedSpan({ spanStart, spanEnd }: Span, before: string, after: string): Span {
  if (spanStart === null || spanEnd === null) return WHOLE;
  const [old, now] = [Array.from(before), Array.from(after)];
  const limit = Math.min(old.length, now.length);
  let head = 0;
  while (head < limit && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < limit - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const by = now.length - old.length;
  const changedEnd = old.length - tail;
  const start = spanStart >= changedEnd ? spanStart + by : Math.min(spanStart, head);
  const end = spanEnd <= head ? spanEnd : Math.max(spanEnd, changedEnd) + by;
  return start < end ? { spanStart: start, spanEnd: end } : WHOLE;
}
