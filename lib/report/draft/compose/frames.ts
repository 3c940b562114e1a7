import type { Stance } from "@/lib/capture/contribution/stance";

/**
 * The sentences that a draft is made of, with a place for each part: {q} is a word of quantity, {who} the same with the
 * people, {present} the same with those present, {people} what the people are called, {points} clauses that begin with
 * "that". A capital letter begins a sentence. Of the frames that fit, the one that was used
 * least is taken, the plainest first, so that no document uses one more often than it has to.
 */

/**
 * A theme's opening, which tells how many raised it, after its title: so it says "this", and a title, which may be any words,
 * is no part of a sentence. {n} is the figure alone, {all} those it is out of, {more} the direction.
 */
export const OPENING = [
  "{Present} spoke about this{more}.",
  "This was raised by {present}{more}.",
  "Of {all}, {n} commented on this{more}.",
  "Comments on this came from {present}.",
  "{Who} discussed this{more}.",
  "This was discussed by {present}{more}.",
  "Of {all}, {n} spoke about this{more}.",
  "Views on this came from {present}.",
  "{Present} raised this{more}.",
  "This was mentioned by {present}{more}.",
  "Of {all}, {n} discussed this{more}.",
  "{Who} commented on this{more}.",
] as const;

/** The same for one stance, in a part of the report that is about that stance alone. */
export const OPENING_STANCE = {
  strength: [
    "{Who} spoke about what works well here.",
    "Strengths were named by {present}.",
    "Of {all}, {n} spoke well of this.",
    "Positive comments came from {present}.",
    "{Present} were positive about this.",
    "What works well was described by {present}.",
    "Of {all}, {n} were positive about this.",
    "{Present} named strengths here.",
  ],
  improvement: [
    "{Who} saw something to improve here.",
    "Criticism came from {present}.",
    "Of {all}, {n} were critical of this.",
    "Concerns about this were raised by {present}.",
    "{Present} were critical of this.",
    "Something to improve was named by {present}.",
    "Of {all}, {n} raised concerns about this.",
  ],
} as const;

/** Where a sentence stands among those of its paragraph: at its head, after one of its stance, or after one of another. */
export type Place = "first" | "further" | "turn";

/**
 * How people put a point. None of these words says that the point is true ("noted", "pointed out", "found"), how strongly
 * it was meant ("stressed"), or what somebody felt or thought, which nobody wrote down.
 */
const VERBS = [
  "said",
  "reported",
  "commented",
  "made the point",
  "remarked",
  "took the view",
  "argued",
  "raised the point",
  "mentioned",
  "suggested",
  "expressed the view",
  "put forward the view",
];
/** Those that also stand after "it was". */
const IMPERSONAL = VERBS.filter((verb) => !/^(?:made|took|commented|expressed|raised|put)/.test(verb));

/** None says that everybody who was critical said this: it may be a few. */
const FIRST: Record<Stance, readonly string[]> = {
  improvement: ["There was concern {points}.", "Concerns were raised {points}."],
  strength: [],
  observation: [],
  ask: [],
};

const FURTHER: Record<Stance, readonly string[]> = {
  improvement: ["There was also concern {points}.", "Concerns were also raised {points}."],
  strength: [],
  observation: [],
  ask: [],
};

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
  return byTurns(
    place === "first" ? FIRST[stance] : FURTHER[stance],
    VERBS.map((verb) => `{People} ${also}${verb} {points}.`),
    IMPERSONAL.map((verb) => `It was ${also}${verb} {points}.`),
  );
});

const COUNTED = tableOf((stance, place) => {
  if (place === "turn")
    return VERBS.flatMap((verb) => TURN[stance].map((turn) => `${turn}{who} ${verb} {points}.`));
  const also = place === "further" ? "also " : "";
  const concerned =
    stance === "improvement" ? ["{Who} were concerned {points}.", "{Who} raised concerns {points}."] : [];
  const people = byTurns(
    place === "first" ? concerned : [],
    VERBS.map((verb) => `{Who} ${also}${verb} {points}.`),
    VERBS.map((verb) => `{Q} of those present ${also}${verb} {points}.`),
  );
  // Stiff beside the others, and for a long report alone.
  return [...people, ...IMPERSONAL.map((verb) => `It was ${also}${verb} by {who} {points}.`)];
});

/** Clauses of one weight and stance, with or without a word of quantity. */
export function pointFrames(stance: Stance, place: Place, counted: boolean): readonly string[] {
  return (counted ? COUNTED : PLAIN).get(`${stance} ${place}`) ?? [];
}

/**
 * What is said against a point, always as what was said and never as what is so. None says how many say so: it may be one.
 */
export const COUNTER = [
  "Against this, it was said {points}.",
  "Not everyone agreed: it was said {points}.",
  "Another view was {points}.",
  "On the other side, it was said {points}.",
  "There was also the view {points}.",
  "It was argued in reply {points}.",
  "By contrast, it was said {points}.",
  "A different view was {points}.",
  "Not everyone saw it this way: it was said {points}.",
  "It was also argued, on the other side, {points}.",
  "This was disputed: it was said {points}.",
  "Set against this was the view {points}.",
  "It was said in reply {points}.",
  "There was disagreement: it was said {points}.",
  "A view on the other side was {points}.",
  "This was not the only view: it was also said {points}.",
  "There was another view, {points}.",
  "In answer to this, it was said {points}.",
] as const;

/** The same of a message that stands above. */
export const COUNTER_TO_MESSAGE = [
  "Not everyone agreed with the key message: it was said {points}.",
  "Against the key message, it was said {points}.",
  "The key message was not the only view: it was also said {points}.",
] as const;

/** Where the requests under a theme are. */
export const ELSEWHERE = [
  "What was asked for is among the key asks.",
  "The key asks say what was asked for.",
  "The requests that were made are among the key asks.",
  "For what was asked for, see the key asks.",
  "Requests about this are among the key asks.",
  "What was requested is among the key asks.",
] as const;

/** Both sides of a finding that stands nowhere else. */
export const BOTH_SIDES = [
  "One view was {points}; the other was {against}.",
  "On one side it was said {points}, and on the other {against}.",
  "Two views were put: {points}, and {against}.",
] as const;

export const HANDS = [
  "In a show of hands{when}, {raised} {about}.",
  "When hands were counted{when}, {raised} {about}.",
  "A show of hands was taken{when}: {raised} {about}.",
  "When asked to raise their hands{when}, {raised} {about}.",
  "In a count of hands{when}, {raised} {about}.",
  "Hands were counted{when}: {raised} {about}.",
] as const;
