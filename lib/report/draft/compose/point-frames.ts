import { numberWord } from "@/lib/aggregate/figures/small-number";
import { upperFirst } from "@/lib/aggregate/publication/words/clause";
import type { Stance } from "@/lib/capture/contribution/stance";

/** The sentences that tell points, in the form of frames.ts. */

/**
 * Points of one stance after how many took it under the theme. None says that all of them made these points: they are among
 * what was said, or examples. The first list opens a paragraph, the second goes on from how many spoke about the theme.
 */
export const STANCE_OPENING = {
  strength: [
    "{Present} named strengths, among them {points}.",
    "Of {all}, {n} spoke well of this, saying for example {points}.",
    "{Present} were positive about this, saying for example {points}.",
    "Positive comments came from {present}, for example {points}.",
    "{Who} spoke about what works well here, saying for example {points}.",
    "Strengths were named by {present}: one was {points}.",
    "Of {all}, {n} were positive, for example because it was said {points}.",
  ],
  improvement: [
    "{Present} raised concerns, among them {points}.",
    "Of {all}, {n} were critical of this, saying for example {points}.",
    "{Present} were critical, saying for example {points}.",
    "Criticism came from {present}, for example {points}.",
    "{Who} saw something to improve here, saying for example {points}.",
    "Concerns were raised by {present}: one was {points}.",
    "Of {all}, {n} raised concerns, for example {points}.",
  ],
} as const;

export const OF_STANCE = {
  strength: [
    "{Them} named strengths, among them {points}.",
    "{Them} spoke well of this, saying for example {points}.",
    "Strengths were also named, by {them}: one was {points}.",
    "{Them} were positive, saying for example {points}.",
    "Positive comments from {them} include {points}.",
  ],
  improvement: [
    "{Them} raised concerns, among them {points}.",
    "{Them} were critical, saying for example {points}.",
    "Concerns raised by {them} include {points}.",
    "{Them} saw something to improve, saying for example {points}.",
    "Criticism from {them} includes {points}.",
  ],
} as const;

/** Where a sentence stands among those of its paragraph: at its head, after one of its stance, or after one of another. */
export type Place = "first" | "further" | "turn";

/**
 * How people put a point. None of these words says that the point is true ("noted", "pointed out", "found"), how strongly
 * it was meant ("stressed"), or what somebody felt or thought, which nobody wrote down. After the first ones come those that
 * only a long report needs.
 */
const VERBS = [
  "said",
  "reported",
  "commented",
  "made the point",
  "took the view",
  "argued",
  "raised the point",
  "suggested",
  "remarked",
  "mentioned",
  "expressed the view",
  "put forward the view",
];
/** Those that also stand after "it was". */
const IMPERSONAL = VERBS.filter((verb) => !/^(?:made|took|commented|expressed|raised|put)/.test(verb));

/** None says that everybody who was critical said this: it may be a few. */
const FIRST: Record<Stance, readonly string[]> = {
  improvement: ["Among the concerns was {points}.", "There was concern {points}."],
  strength: ["Among the strengths named was {points}."],
  observation: [],
  ask: [],
};

const FURTHER: Record<Stance, readonly string[]> = {
  improvement: [
    "Another concern was {points}.",
    "There was also concern {points}.",
    "A further concern was {points}.",
  ],
  strength: ["Another strength named was {points}."],
  observation: [],
  ask: [],
};

/** What points of a stance are called in a list of them. */
const NOUNS: Record<Stance, string> = {
  improvement: "concerns",
  strength: "strengths",
  observation: "points",
  ask: "requests",
};

/** Clauses that are about different things: how many they are, and that each was said by so many, and then the list of them. */
export function listFrames(
  stance: Stance,
  place: Place,
  { counted, clauses }: { counted: boolean; clauses: number },
): readonly string[] {
  const further = place === "further" ? " further" : "";
  const things = `${numberWord(clauses)}${further} ${NOUNS[stance]}`;
  const raised = stance === "improvement" ? "raised" : "named";
  return counted
    ? [
        `Each of ${things} was ${raised} by {who}: {points}.`,
        `{Who} ${raised} each of ${things}: {points}.`,
        `${upperFirst(things)} were each ${raised} by {who}: {points}.`,
        `Each of ${things} came from {who}: {points}.`,
        `{Who} spoke of each of ${things}: {points}.`,
      ]
    : [
        `${upperFirst(things)} were ${raised}: {points}.`,
        `{People} ${raised} ${things}: {points}.`,
        `${upperFirst(things)} came up: {points}.`,
        `There were ${things}: {points}.`,
        `{People} spoke of ${things}: {points}.`,
      ];
}

/** What turns a paragraph to another stance. */
const TURN: Record<Stance, readonly string[]> = {
  strength: ["On the positive side, ", "There were strengths too: ", "At the same time, "],
  improvement: ["On the other hand, ", "There was criticism too: ", "At the same time, "],
  observation: ["In addition, ", "More generally, ", "Apart from this, "],
  ask: ["In addition, ", "Apart from this, "],
};

/** Two lists by turns, as long as the longer one has more. */
function byTurns(...lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
}

const PLACES: readonly Place[] = ["first", "further", "turn"];
const STANCES = Object.keys(TURN) as Stance[];

function tableOf(frames: (stance: Stance, place: Place) => readonly string[]) {
  return new Map(
    STANCES.flatMap((stance) =>
      PLACES.map((place) => [`${stance} ${place}`, frames(stance, place)] as const),
    ),
  );
}

const PLAIN = tableOf((stance, place) => {
  if (place === "turn")
    return VERBS.flatMap((verb) => TURN[stance].map((turn) => `${turn}{people} ${verb} {points}.`));
  const also = place === "further" ? "also " : "";
  return [
    ...(place === "first" ? FIRST[stance] : FURTHER[stance]),
    ...byTurns(
      VERBS.map((verb) => `{People} ${also}${verb} {points}.`),
      IMPERSONAL.map((verb) => `It was ${also}${verb} {points}.`),
    ),
  ];
});

const COUNTED = tableOf((stance, place) => {
  if (place === "turn")
    return VERBS.flatMap((verb) => TURN[stance].map((turn) => `${turn}{who} ${verb} {points}.`));
  const also = place === "further" ? "also " : "";
  const concerned = stance === "improvement" ? [`{Who} ${also}raised the concern {points}.`] : [];
  const people = byTurns(
    VERBS.map((verb) => `{Who} ${also}${verb} {points}.`),
    concerned,
    VERBS.map((verb) => `{Q} of those present ${also}${verb} {points}.`),
  );
  // Stiff beside the others, and for a long report alone.
  return [...people, ...IMPERSONAL.map((verb) => `It was ${also}${verb} by {who} {points}.`)];
});

/** Clauses of one weight and stance, with or without a word of quantity. */
export function pointFrames(stance: Stance, place: Place, counted: boolean): readonly string[] {
  return (counted ? COUNTED : PLAIN).get(`${stance} ${place}`) ?? [];
}
