import { less, type ProblemBuilder } from "./problem";
import type { CountedFinding } from "./theme-history";
import type { ReleaseBlocks } from "./theme-problem";

/** The variable of each count of a finding, by release, finding and side. */
export type FindingVariables = ReadonlyMap<string, number>;

/**
 * Adds how many people are for, and against, each finding. A reader takes them for some of those who raised the theme.
 * They are protected once it is known what reports tell of them.
 */
export function addFindings(builder: ProblemBuilder, releases: readonly ReleaseBlocks[]): FindingVariables {
  const variables = new Map<string, number>();
  const last = new Map<string, { variable: number; present: number }>();
  for (const { release, review } of releases)
    for (const finding of release.findings) {
      const variable = builder.variable(finding.people);
      const { present } = release.review;
      builder.constrain([[variable, 1]], 0, present);
      builder.publish([[variable, 1]], finding.published);
      builder.constrainAtLeast(less(review.people, [[variable, 1]]), 0, Infinity);
      variables.set(keyOf(release.number, finding), variable);
      builder.move([[variable, 1]]);
      builder.move([[variable, -1]]);
      const before = last.get(sideOf(finding));
      if (before)
        builder.constrainAtLeast(
          [
            [variable, 1],
            [before.variable, -1],
          ],
          0,
          Math.max(0, present - before.present),
        );
      last.set(sideOf(finding), { variable, present });
    }
  return variables;
}

type Side = Pick<CountedFinding, "findingId" | "side">;

export function sideOf({ findingId, side }: Side): string {
  return `${findingId} ${side}`;
}

export function keyOf(release: number, finding: Side): string {
  return `${release} ${sideOf(finding)}`;
}
