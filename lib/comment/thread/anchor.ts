/** A range of a text in code points, end exclusive. */
export type Span = { start: number; end: number };

/** A comment's place: the words, and their position in the version commented on. */
export type Anchor = Span & { quote: string };

/**
 * Finds the words of an anchor in a text that may have changed since: at their old position if they are still
 * there, else at the nearest place with exactly these words. Returns null when the words have changed.
 */
export function findAnchor(text: string, { start, end, quote }: Anchor): Span | null {
  const points = Array.from(text);
  const wanted = Array.from(quote);
  if (wanted.length === 0 || wanted.length !== end - start) return null;
  let best: Span | null = null;
  for (let at = 0; at + wanted.length <= points.length; at++) {
    if (!wanted.every((point, index) => points[at + index] === point)) continue;
    const distance = Math.abs(at - start);
    if (best === null || distance < Math.abs(best.start - start))
      best = { start: at, end: at + wanted.length };
  }
  return best;
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
