import { subscribe } from "@/lib/platform/events";
import { oncePerProcess } from "@/lib/platform/once";

/** Longer than this after its last use nothing made of people's words is held. */
const KEEP_MS = 15 * 60_000;

type Holding<T> = {
  held: Map<string, { value: T; timer: ReturnType<typeof setTimeout> }>;
  /** How often a review's words were to be forgotten: what was begun before is not held. */
  forgotten: Map<string, number>;
  listening: boolean;
};

/**
 * What a process makes of a review's words, in its memory alone: given up when somebody is erased, in every
 * process, and when nobody works with it any more.
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
    /** Asked for before the words are read; gives what holds the result, unless they were to be forgotten meanwhile. */
    keeper(reviewId: string): (value: T) => void {
      const holder = holding();
      if (!holder.listening) {
        holder.listening = true;
        // Told once the erasure has committed, to every process.
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
