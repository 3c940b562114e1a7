import type { Person } from "../history";
import { COUNTED, meaningOf, type Counted, type Published, type Statement } from "../statements";
import { roundtableOf, sidePlace } from "./read-report";
import { LinearProgram, plus, times, type Row, type Sum } from "./linear-program";

const SETS = Array.from({ length: 16 }, (_, set) => set);

/** How many people said each set of stances (0: nothing), at one roundtable, from one release on. */
type Edition = { sets: readonly Sum[]; from: number };

/** Of the times that somebody came again: by the stances that they had before and took once more. */
type Again = { both: readonly Sum[]; neither: Sum };

const isIn = (counted: Counted, set: number) =>
  set !== 0 && (counted === "people" || (set & (1 << (COUNTED.indexOf(counted) - 1))) !== 0);

const countOf = (counted: Counted, sets: readonly Sum[]): Sum =>
  plus(...SETS.filter((set) => isIn(counted, set)).map((set) => sets[set] ?? []));

/**
 * What the published pages say, as an integer program with an unknown for every set of stances at each roundtable. It
 * leaves some of what a reader could work out aside (who came to which two roundtables), so that whatever it rules out
 * is impossible, and what it allows may not be possible.
 */
export class StanceSets {
  readonly program = new LinearProgram();
  readonly #editions: Edition[][] = [];
  readonly #again: (Again | null)[] = [];
  readonly #groups: Map<string, Sum>[] = [];
  readonly #findings: Map<string, Sum>[] = [];

  constructor(readonly published: Published) {
    published.releases.forEach((_, release) => {
      this.#addRoundtables(release);
      this.#again.push(this.#addAgain(release));
      this.#groups.push(this.#addParts(release, "group "));
      this.#findings.push(this.#addParts(release, "finding "));
      this.#addStatements(release);
    });
  }

  sumOf(release: number, place: string, counted: Counted): Sum {
    if (place === "review") return this.#review(release, counted);
    const part = this.#groups[release]?.get(place) ?? this.#findings[release]?.get(place);
    return part ?? countOf(counted, this.#edition(release, roundtableOf(place) ?? -1).sets);
  }

  #release(release: number) {
    const one = this.published.releases[release];
    if (!one) throw new RangeError(`There is no release ${release}.`);
    return one;
  }

  #edition(release: number, roundtable: number): Edition {
    const edition = this.#editions[roundtable]?.findLast(({ from }) => from <= release);
    if (!edition) throw new RangeError(`There is no roundtable ${roundtable} in release ${release}.`);
    return edition;
  }

  #present(release: number, roundtable: number): number {
    const own = this.#release(release).statements.find(({ place }) => place === `roundtable ${roundtable}`);
    return own?.present ?? 0;
  }

  #addRoundtables(release: number): void {
    const { roundtables, changed } = this.#release(release);
    for (const roundtable of roundtables) {
      const editions = (this.#editions[roundtable] ??= []);
      const last = editions.at(-1);
      const moved = changed[roundtable] ?? 0;
      if (last && moved === 0) continue;
      const present = this.#present(release, roundtable);
      const sets = last ? this.#changed(last.sets, moved) : this.program.unknowns(SETS.length);
      if (!last) this.program.add(plus(...sets), present, present);
      editions.push({ sets, from: release });
    }
  }

  /** At most so many people went from one set to another. Nobody need both come to a set and go from it. */
  #changed(before: readonly Sum[], moved: number): Sum[] {
    const came = this.program.unknowns(SETS.length);
    const went = this.program.unknowns(SETS.length);
    this.program.add(plus(...came, times(-1, plus(...went))), 0, 0);
    this.program.add(plus(...came), 0, moved);
    return SETS.map((set) => {
      const now = plus(before[set] ?? [], came[set] ?? [], times(-1, went[set] ?? []));
      this.program.add(now, 0, Infinity);
      return now;
    });
  }

  #timesAgain(release: number): number {
    const { roundtables, present } = this.#release(release);
    return roundtables.reduce((sum, roundtable) => sum + this.#present(release, roundtable), 0) - present;
  }

  /** People who may be counted otherwise than in an earlier release: corrected, new, or there once more. */
  #moved(from: number, to: number): number {
    return this.published.releases
      .slice(from + 1, to + 1)
      .flatMap(({ changed }) => Object.values(changed))
      .reduce((sum, people) => sum + people, 0);
  }

  #changedAt(roundtable: number, from: number, to: number): number {
    return this.published.releases
      .slice(from + 1, to + 1)
      .reduce((sum, { changed }) => sum + (changed[roundtable] ?? 0), 0);
  }

  #addAgain(release: number): Again | null {
    const many = this.#timesAgain(release);
    if (many === 0) return null;
    const before = this.#again[release - 1] ?? null;
    const moved = this.#moved(release - 1, release);
    const added = many - (release > 0 ? this.#timesAgain(release - 1) : 0);
    if (before && added === 0 && moved === 0) return before;
    const again: Again = { both: this.program.unknowns(SETS.length), neither: this.program.unknown() };
    this.program.add(plus(...again.both, again.neither), many, many);
    const twice = (counted: Counted, { both }: Again) =>
      counted === "people" ? plus(...both) : countOf(counted, both);
    for (const counted of COUNTED) {
      const everywhere = this.#everywhere(release, counted);
      const own = twice(counted, again);
      for (const roundtable of this.#release(release).roundtables) {
        const here = countOf(counted, this.#edition(release, roundtable).sets);
        this.program.add(plus(everywhere, times(-1, here), times(-1, own)), 0, Infinity);
      }
    }
    // Only where somebody came to three roundtables can a correction count twice.
    if (before)
      for (const set of SETS)
        this.program.add(
          plus(again.both[set] ?? [], times(-1, before.both[set] ?? [])),
          -2 * moved,
          added + 2 * moved,
        );
    return again;
  }

  #everywhere(release: number, counted: Counted): Sum {
    return plus(
      ...this.#release(release).roundtables.map((one) => countOf(counted, this.#edition(release, one).sets)),
    );
  }

  #review(release: number, counted: Counted): Sum {
    const again = this.#again[release];
    if (!again) return this.#everywhere(release, counted);
    const twice = counted === "people" ? plus(...again.both) : countOf(counted, again.both);
    return plus(this.#everywhere(release, counted), times(-1, twice));
  }

  /** Groups, or findings: each has some of the people who raised the theme. */
  #addParts(release: number, kind: "group " | "finding "): Map<string, Sum> {
    const parts = new Map<string, Sum>();
    const { statements, told } = this.#release(release);
    const own = [...statements, ...told].filter(({ place }) => place.startsWith(kind));
    for (const statement of own) {
      if (parts.has(statement.place)) continue;
      const sum = this.program.unknown();
      parts.set(statement.place, sum);
      this.program.add(sum, 0, statement.present);
      this.program.add(plus(this.#raised(release, statement.place), times(-1, sum)), 0, Infinity);
      this.#followPart(release, statement, sum, kind === "group " ? this.#groups : this.#findings);
    }
    const present = own.reduce((sum, statement) => sum + statement.present, 0);
    if (kind === "finding ") this.#addUp(release, parts);
    if (kind === "group " && present > 0)
      this.program.add(plus(this.#review(release, "people"), times(-1, plus(...parts.values()))), 0, 0);
    return parts;
  }

  /** Those of whom the part is some. */
  #raised(release: number, place: string): Sum {
    const roundtable = roundtableOf(place);
    return roundtable === null
      ? this.#review(release, "people")
      : countOf("people", this.#edition(release, roundtable).sets);
  }

  /** One side of a finding in the review: those at its roundtables, but that somebody came to several of them. */
  #addUp(release: number, parts: ReadonlyMap<string, Sum>): void {
    const { roundtables } = this.#release(release);
    for (const [side, whole] of parts) {
      if (roundtableOf(side) !== null) continue;
      const there = roundtables.map((one) => parts.get(`${side} at roundtable ${one}`) ?? null);
      const known = there.filter((sum) => sum !== null);
      const less = plus(whole, times(-1, plus(...known)));
      if (known.length === 0) continue;
      this.program.add(less, -this.#timesAgain(release), known.length === there.length ? 0 : Infinity);
      for (const sum of known) this.program.add(plus(whole, times(-1, sum)), 0, Infinity);
    }
  }

  #followPart(
    release: number,
    { place, present }: Statement,
    sum: Sum,
    all: readonly Map<string, Sum>[],
  ): void {
    const then = all.findLastIndex((parts) => parts.has(place));
    const before = all[then]?.get(place);
    const earlier = this.#release(Math.max(0, then));
    const was = [...earlier.statements, ...earlier.told].find((one) => one.place === place)?.present;
    if (!before || was === undefined) return;
    const roundtable = roundtableOf(place);
    if (roundtable !== null) {
      const corrected = this.#changedAt(roundtable, then, release);
      this.program.add(plus(sum, times(-1, before)), -corrected, corrected);
      return;
    }
    const moved = this.#moved(then, release);
    const once = this.#timesAgain(release) - this.#timesAgain(then);
    this.program.add(plus(sum, times(-1, before)), -moved, present - was + once + moved);
  }

  #addStatements(release: number): void {
    const { statements, told } = this.#release(release);
    for (const statement of [...statements, ...told]) {
      if (statement.says === "not shown") continue;
      const { low, high } = meaningOf(statement, this.published.threshold);
      this.program.add(this.sumOf(release, statement.place, statement.counted), low, high);
    }
  }

  /** What is certain for a participant: somebody said what they said, in their group, and on their side of findings. */
  knownTo({ attendances, group, findings }: Person): Row[] {
    const one = (sum: Sum): Row => ({ sum, low: 1, high: Infinity });
    return this.published.releases.flatMap(({ roundtables, statements }, release) => {
      const there = attendances.filter(({ roundtable }) => roundtables.includes(roundtable));
      if (there.length === 0) return [];
      const set = there.reduce((all, { stances }) => all | (stances[release] ?? 0), 0);
      const place = this.#groups[release]?.has(`group ${group}`) ? `group ${group}` : "group others";
      const of = this.#groups[release]?.get(place);
      const present = statements.find((statement) => statement.place === place)?.present ?? 0;
      return [
        ...there.map(({ roundtable, stances }) =>
          one(this.#edition(release, roundtable).sets[stances[release] ?? 0] ?? []),
        ),
        ...(of ? [set > 0 ? one(of) : { sum: of, low: 0, high: present - 1 }] : []),
        ...findings.flatMap((side) => {
          const sum = this.#findings[release]?.get(`finding ${side}`);
          const local = there.flatMap(({ roundtable, stances }) => {
            const own = this.#findings[release]?.get(sidePlace(side, roundtable));
            return own && (stances[release] ?? 0) > 0 ? [one(own)] : [];
          });
          return sum && set > 0 ? [one(sum), ...local] : local;
        }),
      ];
    });
  }
}
