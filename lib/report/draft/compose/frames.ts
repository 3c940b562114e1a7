import type { Stance } from "@/lib/capture/contribution/stance";

/**
 * The sentences that a draft is made of, with a place for each part: {q} is a word of quantity, {who} the same with the
 * people, {people} what the people are called, {points} clauses that begin with "that", {plain} the same without it. A
 * capital letter begins a sentence. Of the frames that fit, the one that was used least is taken, the plainest first, so that
 * no document uses one more often than it has to.
 */

/** A theme's opening, which tells how many raised it. {figure} is a number in brackets, {more} the direction. */
export const OPENING = [
  "{Q} of those present{figure} spoke about this{more}.",
  "{Who}{figure} raised this{more}.",
  "{Who}{figure} spoke about this{more}.",
  "This was raised by {who}{figure}{more}.",
  "{Q} of those present{figure} raised this{more}.",
  "{Who}{figure} commented on this{more}.",
  "{Q} of those present{figure} commented on this{more}.",
  "{Who}{figure} discussed this{more}.",
  "{Q} of those present{figure} discussed this{more}.",
  "{Who}{figure} had something to say about this{more}.",
] as const;

/** The same for one stance, in a part of the report that is about that stance alone. */
export const OPENING_STANCE = {
  strength: [
    "{Who}{figure} spoke about what works well here.",
    "{Q} of those present{figure} named strengths here.",
    "{Who}{figure} spoke well of this.",
    "{Q} of those present{figure} were positive about this.",
    "{Who}{figure} named strengths here.",
    "{Q} of those present{figure} spoke well of this.",
    "{Who}{figure} were positive about this.",
  ],
  improvement: [
    "{Who}{figure} saw something to improve here.",
    "{Q} of those present{figure} were critical of this.",
    "{Who}{figure} raised concerns about this.",
    "{Q} of those present{figure} saw something to improve here.",
    "{Who}{figure} were critical of this.",
    "{Q} of those present{figure} raised concerns about this.",
  ],
} as const;

/** Where a sentence stands among those of its paragraph: at its head, after one of its stance, or after one of another. */
export type Place = "first" | "further" | "turn";

/**
 * How people put a point. None of these words says that the point is true ("noted", "pointed out", "found"), or how strongly
 * it was meant ("stressed").
 */
const VERBS = [
  "said",
  "felt",
  "thought",
  "took the view",
  "reported",
  "commented",
  "made the point",
  "argued",
  "mentioned",
  "believed",
  "expressed the view",
  "remarked",
  "considered",
  "raised the point",
  "suggested",
];
/** Those that also stand after "it was". */
const IMPERSONAL = VERBS.filter((verb) => !/^(?:made|took|commented|expressed|raised)/.test(verb));

const FIRST: Record<Stance, readonly string[]> = {
  improvement: [
    "The concern was {points}.",
    "{People} were concerned {points}.",
    "The criticism was {points}.",
    "{People} were worried {points}.",
  ],
  strength: [],
  observation: [],
  ask: [],
};

const FURTHER: Record<Stance, readonly string[]> = {
  improvement: ["A further concern was {points}.", "There was also concern {points}."],
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
  const worried =
    stance === "improvement" ? ["{Who} were concerned {points}.", "{Who} were worried {points}."] : [];
  return byTurns(
    place === "first" ? worried : [],
    VERBS.map((verb) => `{Who} ${also}${verb} {points}.`),
    VERBS.map((verb) => `{Q} of those present ${also}${verb} {points}.`),
  );
});

/** Clauses of one weight and stance, with or without a word of quantity. */
export function pointFrames(stance: Stance, place: Place, counted: boolean): readonly string[] {
  return (counted ? COUNTED : PLAIN).get(`${stance} ${place}`) ?? [];
}

/** What is said against a point. None says how many say so: it may be one. */
export const COUNTER = [
  "Not everyone agreed: {plain}.",
  "Against this, it was said {points}.",
  "Another view was {points}.",
  "There was also a different view: {plain}.",
  "On the other side, it was said {points}.",
  "This was not the only view: {plain}.",
  "By contrast, it was also said {points}.",
  "A different view was {points}.",
  "Not everyone saw it this way: {plain}.",
  "It was argued in reply {points}.",
  "There was disagreement: {plain}.",
  "It was also argued, on the other side, {points}.",
  "This was disputed: {plain}.",
  "The opposite view was {points}.",
  "The opposite was also heard: {plain}.",
  "In contrast, it was felt {points}.",
  "Set against this was the view {points}.",
  "There was a view on the other side: {plain}.",
] as const;

/** The same of a request, or of a message that stands above: {theme} says which. */
export const COUNTER_TO_ASK = [
  "On {theme}, not everyone agreed: {plain}.",
  "On {theme}, it was also said {points}.",
  "On {theme}, there was another view: {plain}.",
  "As for {theme}, it was said on the other side {points}.",
  "On {theme}, a different view was {points}.",
  "As for {theme}, this was disputed: {plain}.",
  "On {theme}, it was argued in reply {points}.",
] as const;
export const COUNTER_TO_MESSAGE = [
  "Not everyone agreed with the message above: {plain}.",
  "Against the message above, it was said {points}.",
  "The message above was not the only view: {plain}.",
] as const;

/** Both sides of a finding that stands nowhere else. */
export const BOTH_SIDES = [
  "One view was {points}; the other was {against}.",
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
