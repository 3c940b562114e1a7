import type { ShownContribution } from "@/lib/capture/session/record-view";

/** In so many parts a record is kept: a change writes one of them, and not the words of all that were said. */
const PARTS = 64;

/** Which part a contribution is kept in. It follows from the id alone, so that two tabs of a browser agree. */
export function partOf(contributionId: string): number {
  return Number.parseInt(contributionId.slice(0, 8), 16) % PARTS;
}

export type SeenParts = readonly (readonly ShownContribution[])[];

export function partsOf(contributions: Iterable<ShownContribution>): SeenParts {
  const parts: ShownContribution[][] = Array.from({ length: PARTS }, () => []);
  for (const contribution of contributions) parts[partOf(contribution.id)]?.push(contribution);
  return parts;
}

/** The numbers of the parts that are not as they were; all of them where nothing was kept yet. */
export function changedParts(parts: SeenParts, before: SeenParts | null): number[] {
  return parts.flatMap((part, number) => {
    const was = before?.[number];
    const same = was?.length === part.length && part.every((one, index) => one === was[index]);
    return same ? [] : [number];
  });
}
