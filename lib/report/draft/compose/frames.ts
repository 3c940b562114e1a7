/**
 * The sentences that a draft is made of, with a place for each part: {q} is a word of quantity, {who} the same with the
 * people, {present} the same with those present, {people} what the people are called, {points} clauses that begin with
 * "that". A capital letter begins a sentence. The plainest frames stand first, and are taken first.
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

/**
 * What is said against a point, always as what was said and never as what is so. None says how many say so: it may be one.
 * Those after the first six are for a long report.
 */
const COUNTER = [
  "Not everyone agreed: it was said {points}.",
  "Another view was {points}.",
  "Against this, it was said {points}.",
  "There was also the view {points}.",
  "By contrast, it was said {points}.",
  "On the other side, it was said {points}.",
  "It was argued in reply {points}.",
  "A different view was {points}.",
  "Not everyone saw it this way: it was said {points}.",
  "It was also argued, on the other side, {points}.",
  "This was disputed: it was said {points}.",
  "Set against this was the view {points}.",
  "It was said in reply {points}.",
  "A view on the other side was {points}.",
  "This was not the only view: it was also said {points}.",
  "There was another view, {points}.",
  "In answer to this, it was said {points}.",
] as const;

/** The same with how many said so. */
const COUNTER_COUNTED = [
  "Against this, {who} said {points}.",
  "By contrast, {who} said {points}.",
  "On the other side, {who} said {points}.",
  "{Who} took another view, {points}.",
  "Against this, {who} argued {points}.",
  "Not everyone agreed: {who} said {points}.",
  "By contrast, {who} argued {points}.",
  "On the other side, {who} argued {points}.",
  "The opposite was said by {who}, {points}.",
  "{Who} saw it differently and said {points}.",
  "In reply, {who} said {points}.",
  "Not everyone agreed: {who} argued {points}.",
] as const;

export function counterFrames(counted: boolean): readonly string[] {
  return counted ? COUNTER_COUNTED : COUNTER;
}

/** The same of a message that stands above. */
export const COUNTER_TO_MESSAGE = [
  "Not everyone agreed with the key message: it was said {points}.",
  "Against the key message, it was said {points}.",
  "The key message was not the only view: it was also said {points}.",
] as const;

/** A request that is told under its theme: a thing that was asked for, and one that is worded as a sentence or an order. */
const REQUEST = {
  thing: [
    "{People} asked for {points}.",
    "There was a request for {points}.",
    "{People} requested {points}.",
    "A request was made for {points}.",
    "What {people} asked for was {points}.",
  ],
  sentence: [
    "{People} asked for this: {points}.",
    "There was this request: {points}.",
    "{People} made this request: {points}.",
    "One request was made: {points}.",
    "This was what {people} asked for: {points}.",
  ],
} as const;

/** The same with how many made it. */
const REQUEST_COUNTED = {
  thing: [
    "{Who} asked for {points}.",
    "There was a request from {who} for {points}.",
    "{Who} requested {points}.",
    "What {who} asked for was {points}.",
  ],
  sentence: [
    "{Who} asked for this: {points}.",
    "There was this request from {who}: {points}.",
    "{Who} made this request: {points}.",
    "This was what {who} asked for: {points}.",
  ],
} as const;

export function requestFrames(form: keyof typeof REQUEST, counted: boolean): readonly string[] {
  return (counted ? REQUEST_COUNTED : REQUEST)[form];
}

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
