/** Somebody at one roundtable: the set of stances (bits) that each release counts for them, from 0 for nothing said. */
export type Attendance = { roundtable: number; stances: readonly number[] };

/** A person of an invented review, with what they said under one theme. */
export type Person = {
  group: string;
  attendances: readonly Attendance[];
  /** The sides of findings that their contributions stand on, where they are counted at all. */
  findings: readonly string[];
};

/** What everybody knows about a release, apart from its figures. */
export type ReleaseFacts = {
  roundtables: readonly number[];
  /** At how many people's contributions, of a roundtable that was released before, something was corrected or erased. */
  changed: Readonly<Record<number, number>>;
  findings: readonly string[];
};

export type ReviewHistory = {
  threshold: number;
  releases: readonly ReleaseFacts[];
  people: readonly Person[];
};

/** The set of stances that a release counts for the person at all its roundtables together; null where they were at none. */
export function countedIn(person: Person, release: number, { roundtables }: ReleaseFacts): number | null {
  const there = person.attendances.filter(({ roundtable }) => roundtables.includes(roundtable));
  if (there.length === 0) return null;
  return there.reduce((set, { stances }) => set | (stances[release] ?? 0), 0);
}

/** The set at one roundtable; null where they were not there. */
export function countedAt(person: Person, release: number, roundtable: number): number | null {
  const there = person.attendances.find((one) => one.roundtable === roundtable);
  return there ? (there.stances[release] ?? 0) : null;
}
