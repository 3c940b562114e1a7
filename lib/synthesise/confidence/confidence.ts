import { z } from "zod";
import { plainText } from "@/lib/platform/text/text";
import { countOf } from "@/lib/platform/text/count-words";
import { CONCERNS, type Concern, type Facts } from "./facts";

/** From the surest to the least sure, as GRADE-CERQual has them. */
export const CONFIDENCES = ["high", "moderate", "low", "very_low"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const CONFIDENCE_WORDS = {
  high: "High confidence",
  moderate: "Moderate confidence",
  low: "Low confidence",
  very_low: "Very low confidence",
} as const satisfies Record<Confidence, string>;

export const CONCERN_WORDS = {
  none: "No or very minor concerns",
  minor: "Minor concerns",
  moderate: "Moderate concerns",
  serious: "Serious concerns",
} as const satisfies Record<Concern, string>;

/** One of the four components of GRADE-CERQual, with why it is rated so. */
type Component = { title: string; concern: Concern; reason: string };

export type Assessment = { level: Confidence; components: Component[] };

/** What a facilitator decided in its place. */
export type Decided = { level: Confidence; reason: string; by: string; from: Date };

/** How many steps each concern lowers the confidence. Two minor ones lower it by one. */
const STEPS: Readonly<Record<Concern, number>> = { none: 0, minor: 0.5, moderate: 1, serious: 2 };

/**
 * The confidence in a finding, worked out from its evidence: it begins high and is lowered for concerns (Lewin and
 * others 2018, GRADE-CERQual, Implementation Science 13, supplement 1). GRADE-CERQual leaves the steps to
 * judgement; ours are in docs/decisions/061, and a facilitator can decide otherwise.
 */
export function assess(facts: Facts): Assessment {
  const components = [adequacy(facts), coherence(facts), relevance(facts), limits(facts)];
  const lowered = Math.floor(components.reduce((sum, { concern }) => sum + STEPS[concern], 0));
  return { level: CONFIDENCES[Math.min(lowered, CONFIDENCES.length - 1)] ?? "very_low", components };
}

function adequacy({ people }: Facts): Component {
  const concern = people >= 10 ? "none" : people >= 5 ? "minor" : people >= 3 ? "moderate" : "serious";
  return {
    title: "Adequacy",
    concern,
    reason: `${countOf(people, "person supports", "people support")} it.`,
  };
}

/** Evidence against it that the finding does not account for: a counter-view accounts for it in part. */
function coherence({ people, contradictingPeople, divided, hasCounterView }: Facts): Component {
  const found: Concern =
    divided === 0 ? "none" : divided < 0.2 ? "minor" : divided < 0.5 ? "moderate" : "serious";
  const sides =
    contradictingPeople === 0
      ? "Nobody contradicts it."
      : `${countOf(people, "person supports", "people support")} it and ${countOf(contradictingPeople, "contradicts", "contradict")} it.`;
  const told = hasCounterView ? " Its counter-view is written." : " No counter-view is written.";
  return {
    title: "Coherence",
    concern: hasCounterView ? oneLess(found) : found,
    reason: contradictingPeople === 0 ? sides : sides + told,
  };
}

/** Whether those behind it are like those who took part. */
function relevance({ roundtables, allRoundtables, missing }: Facts): Component {
  const narrow = allRoundtables > 1 && roundtables * 2 < allRoundtables;
  const concern: Concern =
    narrow && missing.length > 0 ? "moderate" : narrow || missing.length > 0 ? "minor" : "none";
  const from = `It comes from ${roundtables} of ${countOf(allRoundtables, "roundtable")}.`;
  const without =
    missing.length === 0
      ? " Every group of those present spoke to it."
      : ` ${countOf(missing.length, "group of those present has", "groups of those present have")} not spoken to it.`;
  return { title: "Relevance", concern, reason: from + without };
}

/** How much of what supports it is known to come from different people. */
function limits({ supporting, withoutPerson }: Facts): Component {
  const share = supporting === 0 ? 0 : withoutPerson / supporting;
  const concern = share === 0 ? "none" : share < 0.25 ? "minor" : share < 0.5 ? "moderate" : "serious";
  const reason =
    withoutPerson === 0
      ? "Every contribution that supports it has a known speaker."
      : `${withoutPerson} of ${countOf(supporting, "contribution")} that support it ${withoutPerson === 1 ? "has" : "have"} no known speaker.`;
  return { title: "Methodological limitations", concern, reason };
}

function oneLess(concern: Concern): Concern {
  return CONCERNS[Math.max(0, CONCERNS.indexOf(concern) - 1)] ?? "none";
}

export const SetConfidenceInput = z.object({
  findingId: z.uuid(),
  level: z.enum(CONFIDENCES, { error: "Choose how confident you are" }),
  reason: plainText({ what: "The reason", max: 1_000 }),
});
export type SetConfidenceInput = z.output<typeof SetConfidenceInput>;

export const ForgetConfidenceInput = z.object({ findingId: z.uuid() });
export type ForgetConfidenceInput = z.output<typeof ForgetConfidenceInput>;
