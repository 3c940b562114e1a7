import { subscribe } from "@/lib/platform/events";
import { oncePerProcess } from "@/lib/platform/once";

/** Data made from people's words is held at most this long after its last use. */
const KEEP_MS = 15 * 60_000;

type Holding<T> = {
  held: Map<string, { value: T; timer: ReturnType<typeof setTimeout> }>;
  /** How often a review's words had to be forgotten: data that was begun before is not held. */
  forgotten: Map<string, number>;
  listening: boolean;
};

/**
 * Data that a process derives from a review's words, in its memory only. Every process drops it when somebody
 * is erased, and when nobody has used it for a while.
 */
export function heldWords<T>(name: string) {
  const holding = () =>
    oncePerProcess<Holding<T>>(name, () => ({ held: new Map(), forgotten: new Map(), listening: false }));

  function forget(reviewId: string): void {
    const { held, forgotten } = holding();
    forgotten.set(reviewId, (forgotten.get(reviewId) ?? 0) + 1);
    clearTimeout(held.get(reviewId)?.timer);
    held.delete(reviewId);
  }

  function hold(reviewId: string, value: T): void {
    const { held } = holding();
    clearTimeout(held.get(reviewId)?.timer);
    const timer = setTimeout(() => held.delete(reviewId), KEEP_MS);
    timer.unref();
    held.set(reviewId, { value, timer });
  }

  return {
    forget,
    get(reviewId: string): T | null {
      const found = holding().held.get(reviewId);
      if (!found) return null;
      hold(reviewId, found.value);
      return found.value;
    },
    /**
     * To be called before the words are read; returns a function that holds the result, unless the words had
     * to be forgotten meanwhile.
     */
    keeper(reviewId: string): (value: T) => void {
      const holder = holding();
      if (!holder.listening) {
        holder.listening = true;
        // Announced to every process after the erasure has committed.
        subscribe((event) => {
          if (event.kind === "person.erased") forget(event.reviewId);
        });
      }
      const begun = holder.forgotten.get(reviewId) ?? 0;
      return (value) => {
        if ((holding().forgotten.get(reviewId) ?? 0) === begun) hold(reviewId, value);
      };
    },
  };
}
