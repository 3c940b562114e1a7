import type { Attendance, Person } from "../history";
import type { Published } from "../statements";

const STANCE_SETS = 16;

/** What else a person may have said, been or had on a finding, one thing at a time. */
export function alternativesTo(person: Person, published: Published, groups: readonly string[]): Person[] {
  const sides = sidesOf(published);
  const recoded = person.attendances.flatMap((attendance, at) =>
    otherCodings(attendance, published).map((stances): Person => ({
      ...person,
      attendances: person.attendances.with(at, { ...attendance, stances }),
    })),
  );
  return [
    ...recoded,
    // Who says nothing is on no side, so that only the two together make a difference.
    ...recoded.flatMap((other) =>
      sides
        .filter((side) => !other.findings.includes(side))
        .map((side): Person => ({ ...other, findings: [...other.findings, side] })),
    ),
    ...groups.filter((group) => group !== person.group).map((group): Person => ({ ...person, group })),
    ...sides.map((side): Person => ({
      ...person,
      findings: person.findings.includes(side)
        ? person.findings.filter((own) => own !== side)
        : [...person.findings, side],
    })),
  ];
}

/** Of findings that were released, and of those that a report tells. */
function sidesOf({ releases }: Published): string[] {
  const told = releases.flatMap(({ told: some }) =>
    some.flatMap(({ place }) => /^finding (\d+ (?:for|against))/.exec(place)?.[1] ?? []),
  );
  return [...new Set([...releases.flatMap(({ findings }) => findings), ...told])];
}

/** Another set from one release to another in which the roundtable was counted again, and as it is elsewhere. */
function otherCodings({ roundtable, stances }: Attendance, { releases }: Published): number[][] {
  const first = releases.findIndex(({ roundtables }) => roundtables.includes(roundtable));
  if (first < 0) return [];
  const again = releases.flatMap(({ changed }, release) => ((changed[roundtable] ?? 0) > 0 ? [release] : []));
  const starts = [first, ...again];
  const ends = [...again, releases.length];
  return starts.flatMap((start) =>
    ends
      .filter((end) => end > start)
      .flatMap((end) =>
        Array.from({ length: STANCE_SETS }, (_, set) => set)
          .filter((set) => stances.slice(start, end).some((own) => own !== set))
          .map((set) => stances.map((own, release) => (release >= start && release < end ? set : own))),
      ),
  );
}
