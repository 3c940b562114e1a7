import type { Role, Viewer } from "@/lib/access/policy";
import {
  makeContribution,
  makeMember,
  makeParticipant,
  makeReview,
  makeRoundtable,
  makeTheme,
  type TestContribution,
  type TestParticipant,
  type TestReview,
  type TestRoundtable,
  type TestTheme,
} from "./factories";

type Over<Make extends (...args: never[]) => unknown, Place extends number> = NonNullable<
  Parameters<Make>[Place]
>;
type OfRoundtable = Over<typeof makeRoundtable, 1>;
type OfParticipant = Over<typeof makeParticipant, 2>;
type OfContribution = Omit<Over<typeof makeContribution, 1>, "participant">;
type OfTheme = Over<typeof makeTheme, 1>;

/** How many of a thing, or what is particular about each. */
type Some<Particulars> = number | readonly Particulars[];

/** What a test asks for: in the singular one thing, `{}` if nothing about it matters; in the plural a list. */
interface Asked {
  /** A member of the review in each of these roles, who comes back under the role's name. */
  members?: readonly Role[];
  /** Facilitators to tell apart. */
  coders?: number;
  /** Made for participants and contributions even where it is not asked for; in session unless told otherwise. */
  roundtable?: OfRoundtable;
  participant?: OfParticipant;
  participants?: Some<OfParticipant>;
  /** The participants speak in turn; a contribution with a source of its own is nobody's. */
  contribution?: OfContribution;
  contributions?: Some<OfContribution>;
  theme?: OfTheme;
  themes?: Some<OfTheme>;
}

interface One {
  participant: TestParticipant;
  contribution: TestContribution;
  theme: TestTheme;
}

interface Many {
  coders: Viewer;
  participants: TestParticipant;
  contributions: TestContribution;
  themes: TestTheme;
}

type AtRoundtable = "roundtable" | "participant" | "participants" | "contribution" | "contributions";

type Tuple<Thing, Count, Made extends Thing[] = []> = number extends Count
  ? Thing[]
  : Made["length"] extends Count
    ? Made
    : Tuple<Thing, Count, [...Made, Thing]>;

/** A list as long as it was asked for, so that a test of two coders can name them both. */
type List<Thing, Asked> = Asked extends readonly unknown[]
  ? { -readonly [Index in keyof Asked]: Thing }
  : Tuple<Thing, Asked>;

/** What was asked for, in its review, and no more: what was not made does not compile. */
type Scene<What> = { review: TestReview } & { [Name in keyof One & keyof What]: One[Name] } & {
  [Name in keyof Many & keyof What]: List<Many[Name], What[Name]>;
} & (What extends { members: readonly (infer Named extends Role)[] } ? Record<Named, Viewer> : unknown) &
  (keyof What & AtRoundtable extends never ? unknown : { roundtable: TestRoundtable });

/**
 * Where most database tests begin: a review of the test's own, with what the test asks for in it.
 *
 *     const { review, facilitator, contribution, themes } = await makeScene({
 *       members: ["facilitator"],
 *       contribution: { text: "The coach was good" },
 *       themes: 2,
 *     });
 *
 * Say what the test is about and leave the rest out. What is asked for gets the parents that it needs and plain
 * values for what is not said; what is not asked for is not made. Everything goes straight into the database, so
 * what a test checks is done afterwards through the real command. One more of a thing, or a thing in another
 * review, is made by its factory.
 */
export async function makeScene<const What extends Asked>(what: What): Promise<Scene<What>>;
export async function makeScene(what: Asked): Promise<object> {
  const review = await makeReview();
  const members: Partial<Record<Role, Viewer>> = {};
  for (const role of what.members ?? []) members[role] = await makeMember(review, role);
  const coders = await each(what.coders, () => makeMember(review, "facilitator"));
  const spoken = await makeSpoken(review, what);
  const themes = await each(what.themes ?? only(what.theme), (over) => makeTheme(review, over));
  return { review, ...members, coders, ...spoken, theme: themes[0], themes };
}

/** The roundtable with who took part and what was said. */
async function makeSpoken(review: TestReview, what: Asked) {
  const participants = what.participants ?? only(what.participant);
  const contributions = what.contributions ?? only(what.contribution);
  if (!what.roundtable && participants === undefined && contributions === undefined) return {};
  const roundtable = await makeRoundtable(review, what.roundtable);
  const people = await each(participants, (over) => makeParticipant(review, roundtable, over));
  const said = await each(contributions, (over, index) => {
    const participant = over?.source ? undefined : people[index % people.length];
    return makeContribution(roundtable, { ...over, participant });
  });
  return {
    roundtable,
    participant: people[0],
    participants: people,
    contribution: said[0],
    contributions: said,
  };
}

const only = <Particulars>(one: Particulars | undefined) => (one === undefined ? undefined : [one]);

async function each<Particulars, Thing>(
  some: Some<Particulars> = 0,
  make: (particulars: Particulars | undefined, index: number) => Promise<Thing>,
): Promise<Thing[]> {
  const all = typeof some === "number" ? Array.from({ length: some }, () => undefined) : some;
  const made: Thing[] = [];
  for (const [index, particulars] of all.entries()) made.push(await make(particulars, index));
  return made;
}
