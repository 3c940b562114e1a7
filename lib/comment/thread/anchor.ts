/** A range of a text in code points, end exclusive. */
export type Span = { start: number; end: number };

/** A comment's place: the words, and their position in the version commented on. */
export type Anchor = Span & { quote: string };

/**
 * Finds the words of an anchor in a text that may have changed since: at their old position if they are still
 * there, else at the nearest place with exactly these words. Returns null when the words have changed.
 */
export function findAnchor(text: string, { start, end, quote }: Anchor): Span | null {
  const wanted = Array.from(quote);
  if (wanted.length === 0 || wanted.length !== end - start) return null;
  let best: Span | null = null;
  for (const at of placesOf(wanted, Array.from(text)))
    if (best === null || Math.abs(at - start) < Math.abs(best.start - start))
      best = { start: at, end: at + wanted.length };
  return best;
}

/**
 * Every place of the words in the text, both in code points: Knuth, Morris and Pratt, "Fast pattern matching in
 * strings" (1977), whose cost is the sum of the lengths however much the words repeat themselves.
 */
function* placesOf(wanted: readonly string[], points: readonly string[]): Generator<number> {
  const fallBack = borders(wanted);
  let matched = 0;
  for (const [at, point] of points.entries()) {
    while (matched > 0 && wanted[matched] !== point) matched = fallBack[matched - 1] ?? 0;
    if (wanted[matched] === point) matched++;
    if (matched === wanted.length) {
      yield at + 1 - matched;
      matched = fallBack[matched - 1] ?? 0;
    }
  }
}

/** For each beginning of the words, the length of its longest proper beginning that it also ends with. */
function borders(wanted: readonly string[]): Uint32Array {
  const lengths = new Uint32Array(wanted.length);
  let length = 0;
  for (let at = 1; at < wanted.length; at++) {
    while (length > 0 && wanted[length] !== wanted[at]) length = lengths[length - 1] ?? 0;
    if (wanted[length] === wanted[at]) length++;
    lengths[at] = length;
  }
  return lengths;
}

/** Whether exactly these words are at that place, which a new comment must satisfy. */
export function quoteMatches(text: string, { start, end, quote }: Anchor): boolean {
  return start >= 0 && start < end && Array.from(text).slice(start, end).join("") === quote;
}

export type Piece = Span & { text: string; comments: string[] };

/** Splits a text where highlights begin and end; each piece names the comments that it belongs to. */
export function highlighted(text: string, spans: readonly (Span & { id: string })[]): Piece[] {
  const points = Array.from(text);
  const cuts = new Set([0, points.length]);
  for (const { start, end } of spans) {
    cuts.add(Math.max(0, Math.min(start, points.length)));
    cuts.add(Math.max(0, Math.min(end, points.length)));
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  return ordered.slice(0, -1).map((from, index) => {
    const to = ordered[index + 1] ?? points.length;
    return {
      start: from,
      end: to,
      text: points.slice(from, to).join(""),
      comments: spans.filter(({ start, end }) => start <= from && to <= end).map(({ id }) => id),
    };
  });
}
