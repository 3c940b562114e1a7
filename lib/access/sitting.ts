/** What is read again within this time does not count as another reading. */
export const SITTING_MS = 4 * 3_600_000;

/** As many readings as a process remembers: about 2 MB. */
const MAX_REMEMBERED = 10_000;

/** What was noted in the present sittings. The caller says what time it is, in milliseconds. */
export type Sittings = {
  has(key: string, now: number): boolean;
  add(key: string, now: number): void;
  size(): number;
};

/**
 * Remembers keys for one sitting each, or for `lasting` milliseconds, counted from their first reading. Where there are too many, the oldest is
 * forgotten: what it stood for is noted once more.
 */
export function makeSittings(max = MAX_REMEMBERED, lasting = SITTING_MS): Sittings {
  // A map keeps its order, and all keys last equally long: those that end first come first.
  const ends = new Map<string, number>();
  return {
    has: (key, now) => (ends.get(key) ?? 0) > now,
    add(key, now) {
      ends.delete(key);
      for (const [oldest, end] of ends) {
        if (end > now && ends.size < max) break;
        ends.delete(oldest);
      }
      ends.set(key, now + lasting);
    },
    size: () => ends.size,
  };
}
