/** By how much the short text is shorter, and how many of them are measured together. */
export const TIMES_SHORTER = 100;
/** Linear work takes as long for the parts as for the whole, with some room for memory, and quadratic work a hundredth. */
const MAX_TIMES = 10;
/** Below this much time, in milliseconds, a measurement says nothing of growth. */
const FLOOR = 10;
/** On a busy computer a measurement can be many times too long, and never too short. */
const ATTEMPTS = 5;

type Measure = () => number | Promise<number>;
/** May stop once it has taken `enough` milliseconds: then the whole is known not to take much longer than its parts. */
type MeasureParts = (enough: number) => number | Promise<number>;

/**
 * Why the time seems to grow faster than the length, or null where it does not. Both measure the same work in milliseconds:
 * `whole` on one text, `parts` on a hundred of a hundredth of its length, one after the other. So much the same is done in
 * both, and a busy computer slows both down. What seems to grow is measured again before it counts.
 */
export async function fasterThanLength(whole: Measure, parts: MeasureParts): Promise<string | null> {
  let [longest, shortest] = [Infinity, Infinity];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    longest = Math.min(longest, await whole());
    if (longest < FLOOR) return null;
    shortest = Math.min(shortest, await parts(longest / MAX_TIMES));
    if (longest < MAX_TIMES * shortest) return null;
  }
  return `one text takes ${longest.toFixed(0)} ms, and its hundred parts ${shortest.toFixed(1)}`;
}
