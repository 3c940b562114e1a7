import { less, type ProblemBuilder } from "./problem";
import type { CountedFinding } from "./theme-history";
import type { ReleaseBlocks } from "./theme-problem";

/** Adds how many people are for, and against, each finding. A reader takes them for some of those who raised the theme. */
export function addFindings(builder: ProblemBuilder, releases: readonly ReleaseBlocks[]): void {
  const last = new Map<string, { variable: number; present: number }>();
  for (const { release, review } of releases)
    for (const finding of release.findings) {
      const variable = builder.variable(finding.people);
      const { present } = release.review;
      builder.constrain([[variable, 1]], 0, present);
      builder.publish([[variable, 1]], finding.published);
      builder.constrainAtLeast(less(review.people, [[variable, 1]]), 0, Infinity);
      builder.protect({ release: release.number, place: { finding: keyOf(finding) }, counted: null }, [
        [variable, 1],
      ]);
      builder.move([[variable, 1]]);
      builder.move([[variable, -1]]);
      const before = last.get(keyOf(finding));
      if (before)
        builder.constrainAtLeast(
          [
            [variable, 1],
            [before.variable, -1],
          ],
          0,
          Math.max(0, present - before.present),
        );
      last.set(keyOf(finding), { variable, present });
    }
}

function keyOf({ findingId, side }: CountedFinding): string {
  return `${findingId} ${side}`;
}
