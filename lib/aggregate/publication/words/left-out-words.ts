import type { Stance } from "@/lib/capture/contribution/stance";
import { fewerThanInWords } from "@/lib/aggregate/figures/small-number";
import { npqNamed, pairNamed } from "../npq-pair";
import type { Held } from "../check/hold-back";
import type { LeftOut } from "../release-source";
import { ATTRIBUTE_WORDS } from "./compared/breakdown-words";

/** The titles that a sentence of what is left out names. */
export type LeftOutNames = {
  themes: ReadonlyMap<string, string>;
  roundtables: ReadonlyMap<string, string>;
  findings: ReadonlyMap<string, string>;
  threshold: number;
};

export const SAID_WORDS: Record<Stance, string> = {
  strength: "named a strength",
  improvement: "named something to improve",
  ask: "asked for something",
  observation: "made an observation",
};

/**
 * What the check left out, and why, in one sentence: "Leeds: how many people asked for something under Coaching is left
 * out, because a number of fewer than five people could be worked out with it."
 */
export function leftOutSentence({ themeId, held }: LeftOut, names: LeftOutNames): string {
  const theme = names.themes.get(themeId) ?? npqNamed(themeId) ?? "a theme";
  const few = fewerThanInWords(names.threshold);
  return `${whatIsHeld(held, theme, names)} is left out, because a number of ${few} could be worked out with it.`;
}

/** Why a view of a few people is not told. */
export function notPermittedSentence(text: string): string {
  return `The finding “${text}” is left out, because few people support it and none of their contributions is both cleared and permitted.`;
}

function whatIsHeld(held: Held, theme: string, names: LeftOutNames): string {
  switch (held.what) {
    case "stance":
      return `${placeOf(held.place, names)}: how many people ${SAID_WORDS[held.stance]} under ${theme}`;
    case "row":
      if (npqNamed(theme)) return `How many people spoke about ${theme}`;
      return `${placeOf(held.place, names)}: how many people raised ${theme}, and what they said about it,`;
    case "breakdown":
      return `${theme} by ${attributeOf(held.attribute)}`;
    case "finding": {
      const pair = pairNamed(held.findingId);
      if (pair)
        return `How many people named both ${pair[0]} and ${pair[1]} where they spoke about repetition`;
      const text = names.findings.get(held.findingId) ?? "a finding";
      const said = held.side === "for" ? "raised" : "disagreed with";
      return `${theme}: how many people ${said} the finding “${text}”`;
    }
  }
}

function placeOf(place: string | null, { roundtables }: LeftOutNames): string {
  return place === null ? "All roundtables" : (roundtables.get(place) ?? "A roundtable");
}

function attributeOf(attribute: string): string {
  const words: Readonly<Record<string, string>> = ATTRIBUTE_WORDS;
  return words[attribute] ?? attribute;
}
