import { sidePlace } from "./read-report";
import { countedAt, countedIn, type Person, type ReviewHistory } from "../history";
import { COUNTED, meaningOf, type Counted, type Published, type Statement } from "../statements";

const OTHERS = "others";

/** A number that a review has, and between what it must be for the published pages to read as they do. */
type Entry = {
  low: number;
  high: number;
  statement: (Statement & { release: number }) | null;
  /** A report's sentence says that so few people said it, and no figure of the release does. */
  told?: boolean;
};

/**
 * Every number that the published pages depend on: each figure, and how many were present, and how many changed. A
 * person adds one to some of them. So a review of other people that gives numbers between the same limits has the same
 * pages, word for word.
 */
export class Pages {
  readonly entries: Entry[] = [];
  readonly #places = new Map<string, number>();
  readonly #named: ReadonlySet<string>[];

  constructor(readonly published: Published) {
    this.#named = published.releases.map(
      ({ statements }) =>
        new Set(
          statements.flatMap(({ place }) =>
            place.startsWith("group ") ? [place.slice("group ".length)] : [],
          ),
        ),
    );
    published.releases.forEach((release, number) => {
      for (const statement of release.statements) {
        const { place, counted, present } = statement;
        const limits = meaningOf(statement, published.threshold);
        this.#add(nameOf(number, place, counted), {
          ...limits,
          statement: { ...statement, release: number },
        });
        if (counted === "people" && !place.startsWith("finding"))
          this.#add(nameOf(number, place, "present"), { low: present, high: present, statement: null });
      }
      for (const statement of release.told) this.#tell(number, statement);
      for (const roundtable of release.roundtables) {
        const high = release.changed[roundtable] ?? 0;
        this.#add(nameOf(number, `roundtable ${roundtable}`, "changed"), { low: 0, high, statement: null });
      }
    });
  }

  #add(name: string, entry: Entry): void {
    this.#places.set(name, this.entries.length);
    this.entries.push(entry);
  }

  /** A sentence says something of a count that no page has, or narrows down what a page says of it. */
  #tell(release: number, statement: Statement): void {
    const { place, counted } = statement;
    const { low, high } = meaningOf(statement, this.published.threshold);
    const at = this.entryOf(release, place, counted);
    const before = at === undefined ? undefined : this.entries[at];
    const few = high < this.published.threshold;
    if (!before) {
      this.#add(nameOf(release, place, counted), {
        low,
        high,
        statement: { ...statement, release },
        told: few,
      });
      return;
    }
    if (few && (low > before.low || high < before.high)) before.told = true;
    before.low = Math.max(low, before.low);
    before.high = Math.min(high, before.high);
  }

  entryOf(release: number, place: string, counted: string): number | undefined {
    return this.#places.get(nameOf(release, place, counted));
  }

  /** The numbers to which the person adds one. */
  numbersOf(person: Person): number[] {
    const numbers: number[] = [];
    const add = (release: number, place: string, counted: string) => {
      const entry = this.entryOf(release, place, counted);
      if (entry !== undefined) numbers.push(entry);
    };
    this.published.releases.forEach((facts, release) => {
      const set = countedIn(person, release, facts);
      if (set === null) return;
      const named = this.#named[release];
      const group = `group ${named?.has(person.group) ? person.group : OTHERS}`;
      for (const place of ["review", group]) {
        add(release, place, "present");
        for (const counted of countedBy(set)) add(release, place, counted);
      }
      if (set > 0) for (const side of person.findings) add(release, `finding ${side}`, "people");
      const before = this.published.releases[release - 1];
      for (const roundtable of facts.roundtables) {
        const there = countedAt(person, release, roundtable);
        if (there === null) continue;
        const place = `roundtable ${roundtable}`;
        add(release, place, "present");
        for (const counted of countedBy(there)) add(release, place, counted);
        if (there > 0)
          for (const side of person.findings) add(release, sidePlace(side, roundtable), "people");
        const changed =
          before?.roundtables.includes(roundtable) && countedAt(person, release - 1, roundtable) !== there;
        if (changed) add(release, place, "changed");
      }
    });
    return numbers;
  }

  /** What was published has to be true: a sentence that says otherwise went through unseen. */
  requireTrue(numbers: readonly number[]): void {
    this.entries.forEach(({ low, high, statement }, at) => {
      const number = numbers[at] ?? 0;
      if (statement && (number < low || number > high))
        throw new Error(`It is said of ${number} people: ${JSON.stringify(statement)}`);
    });
  }

  /** The numbers of a review. */
  numbersOfReview({ people }: ReviewHistory): number[] {
    const numbers = this.entries.map(() => 0);
    for (const person of people)
      for (const entry of this.numbersOf(person)) numbers[entry] = (numbers[entry] ?? 0) + 1;
    return numbers;
  }
}

function nameOf(release: number, place: string, counted: string): string {
  return `${release} ${place} ${counted}`;
}

/** The counts in which somebody with these stances is one. */
function countedBy(set: number): readonly Counted[] {
  return set === 0 ? [] : COUNTED.filter((_, at) => at === 0 || (set & (1 << (at - 1))) !== 0);
}
