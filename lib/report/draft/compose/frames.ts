import type { Stance } from "@/lib/capture/contribution/stance";

/**
 * The sentences that a draft is made of, with a place for each part: {q} is a word of quantity, {who} the same with the
 * people, {people} what the people are called, {points} clauses that begin with "that", {plain} the same without it, {point}
 * one clause. A capital letter begins a sentence. Frames of one kind are used in turn, so that no document uses one more
 * often than it has to.
 */

/** A theme's opening, which tells how many raised it. {more} is the direction, and a figure in brackets. */
export const OPENING = [
  "{Q} of those present spoke about this{more}.",
  "{Who} raised this{more}.",
  "This was raised by {q} of those present{more}.",
  "{Q} of those in the room took this up{more}.",
  "{Who} had something to say about this{more}.",
  "This subject came from {who}{more}.",
  "{Q} of those who came spoke about it{more}.",
  "{Who} came back to this{more}.",
  "It mattered to {q} of those present{more}.",
  "{Q} of the {people} present touched on this{more}.",
] as const;

/** The same for one stance, in a part of the report that is about that stance alone. */
export const OPENING_STANCE = {
  strength: [
    "{Q} of those present named strengths here{more}.",
    "{Who} said what works well here{more}.",
    "Strengths were seen here by {who}{more}.",
    "{Q} of those in the room spoke well of this{more}.",
    "Here {who} had something good to report{more}.",
    "{Q} of those present valued something about this{more}.",
  ],
  improvement: [
    "{Q} of those present saw something to improve here{more}.",
    "{Who} named something to improve{more}.",
    "Shortcomings were named by {who}{more}.",
    "{Q} of those in the room were critical here{more}.",
    "Here {who} saw room for improvement{more}.",
    "{Q} of those present spoke critically of this{more}.",
  ],
} as const;

/** How a point is put, in the active voice ("participants argued that") and in the passive ("it was argued that"). */
const PUT: Record<Stance, readonly (readonly [active: string, passive: string])[]> = {
  strength: [
    ["said", "said"],
    ["reported", "reported"],
    ["were glad", "welcomed"],
    ["had found", "found"],
    ["took the view", "valued"],
    ["made the point", "pointed out"],
    ["remarked", "remarked"],
    ["felt", "felt"],
    ["added", "added"],
  ],
  improvement: [
    ["said", "said"],
    ["were concerned", "argued"],
    ["pointed out", "pointed out"],
    ["argued", "held against it"],
    ["found", "found"],
    ["held", "felt"],
    ["reported", "reported"],
    ["took the view", "held"],
    ["made the point", "remarked"],
    ["complained", "regretted"],
    ["warned", "objected"],
  ],
  ask: [["asked for this:", "asked for:"]],
  observation: [
    ["observed", "also observed"],
    ["noted", "noted"],
    ["mentioned", "mentioned"],
    ["described how it is: they said", "said of how things are"],
    ["also said", "also said"],
    ["added", "added"],
  ],
};

const NOUNS: Record<Stance, readonly string[]> = {
  strength: ["strength named", "merit seen", "benefit described"],
  improvement: ["concern", "criticism", "difficulty described", "worry expressed", "complaint", "case made"],
  ask: [],
  observation: ["observation made"],
};

/** Two lists by turns, as long as the longer one has more. */
function byTurns(...lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
}

/** Clauses of one weight and stance, without a word of quantity. */
export function pointFrames(stance: Stance): readonly string[] {
  return byTurns(
    NOUNS[stance].map((noun) => `The ${noun} was {points}.`),
    PUT[stance].map(([, passive]) => `It was ${passive} {points}.`),
    PUT[stance].map(([active]) => `{People} ${active} {points}.`),
  );
}

/** The same with a word of quantity. */
export function countedPointFrames(stance: Stance): readonly string[] {
  return byTurns(
    PUT[stance].map(([active]) => `{Who} ${active} {points}.`),
    PUT[stance].map(([active]) => `{Q} of those present ${active} {points}.`),
    NOUNS[stance].map((noun) => `For {who} the ${noun} was {points}.`),
  );
}

/** What those say who see a point differently. */
export const COUNTER = [
  "Not everyone agreed: {point}.",
  "There was another view: {point}.",
  "Against this it was said that {point}.",
  "Others saw it differently: {point}.",
  "The opposite was heard too: {point}.",
  "On the other side, {point}.",
  "This was disputed: {point}.",
  "It was also said, to the contrary, that {point}.",
  "A different view was put: {point}.",
  "Another experience was this: {point}.",
  "In reply it was said that {point}.",
  "The other side of it is that {point}.",
  "This did not go unchallenged: {point}.",
  "It was answered that {point}.",
] as const;

export const HANDS = [
  "In a show of hands{when}, {raised} {about}.",
  "When hands were counted{when}, {raised} {about}.",
  "Asked to show hands{when}, {raised} {about}.",
  "By a show of hands{when}, {raised} {about}.",
  "Hands were counted{when}: {raised} {about}.",
  "Hands were shown{when}: {raised} {about}.",
] as const;
