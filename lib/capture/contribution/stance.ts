/** In the order in which they are offered and listed. */
export const STANCE_ORDER = ["strength", "improvement", "ask", "observation"] as const;
export type Stance = (typeof STANCE_ORDER)[number];

/** What a contribution says about its theme, always shown by a sign, a word and a colour together. */
export const STANCES = {
  strength: { sign: "+", word: "Strength" },
  improvement: { sign: "−", word: "Improvement" },
  ask: { sign: "!", word: "Ask" },
  observation: { sign: "·", word: "Observation" },
} as const satisfies Record<Stance, { sign: string; word: string }>;

/** Shown where the stance of a contribution is corrected. */
export const CORRECTED_STANCE =
  "Themes that were logged with this contribution take the new stance. A stance that was set separately, by a colleague or on some of the words, stays.";
