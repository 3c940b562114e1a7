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
export const OPENING_STANCE: Record<Stance, readonly string[]> = {
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
  ask: ["{Who} asked for something here{more}.", "{Q} of those present had a request here{more}."],
  observation: ["{Who} described how this is done{more}.", "{Q} of those present spoke of this{more}."],
};

/** Clauses of one weight and stance, without a word of quantity. */
export const POINTS: Record<Stance, readonly string[]> = {
  strength: [
    "What was valued was {points}.",
    "It was said {points}.",
    "The strength named was {points}.",
    "In their experience, it was said, {plain}.",
    "It was welcomed {points}.",
    "The point was made {points}.",
    "{People} reported {points}.",
    "It was held to be a merit {points}.",
  ],
  improvement: [
    "The concern was {points}.",
    "It was argued {points}.",
    "The criticism was {points}.",
    "{People} pointed out {points}.",
    "The difficulty described was {points}.",
    "The case made was {points}.",
    "What was found wanting was {points}.",
    "The worry expressed was {points}.",
    "{People} held {points}.",
    "The complaint was {points}.",
  ],
  ask: ["The request was for this: {plain}."],
  observation: [
    "It was also observed {points}.",
    "{People} noted {points}.",
    "It was mentioned {points}.",
    "As things stand, it was said, {plain}.",
  ],
};

/** The same with a word of quantity. */
export const POINTS_BY: Record<Stance, readonly string[]> = {
  strength: [
    "{Who} said {points}.",
    "{Q} of those present were glad {points}.",
    "For {who} the strength was {points}.",
    "{Who} reported {points}.",
    "According to {who}, {plain}.",
    "{Q} of those present found {points}.",
  ],
  improvement: [
    "{Who} said {points}.",
    "{Q} of those present were concerned {points}.",
    "For {who} the difficulty was {points}.",
    "{Who} pointed out {points}.",
    "According to {who}, {plain}.",
    "{Q} of those present argued {points}.",
    "{Who} found {points}.",
    "The concern of {who} was {points}.",
  ],
  ask: ["{Who} asked for this: {plain}."],
  observation: [
    "{Who} observed {points}.",
    "{Q} of those present noted {points}.",
    "{Who} mentioned {points}.",
  ],
};

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
] as const;

export const HANDS = [
  "In a show of hands{when}, {raised} {about}.",
  "When hands were counted{when}, {raised} {about}.",
  "Asked to show hands{when}, {raised} {about}.",
] as const;
