/** How fine proposed groups are: about this many contributions in each. */
const ABOUT: Readonly<Record<number, number>> = { 1: 10, 2: 7, 3: 5, 4: 3, 5: 2 };
export const FINEST = 5;
export const DEFAULT_FINENESS = 3;

export function groupCount(contributions: number, fineness: number): number {
  return Math.max(1, Math.round(contributions / (ABOUT[fineness] ?? 5)));
}
