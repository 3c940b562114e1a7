import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";

/** What a coder has ticked on a contribution: "theme id:stance" for each theme with each stance. */
export type Choices = readonly string[];

export function choiceOf(themeId: string, stance: Stance): string {
  return `${themeId}:${stance}`;
}

/** The stances with which a theme is ticked, in their standard order. */
export function stancesOf(choices: Choices, themeId: string): Stance[] {
  return STANCE_ORDER.filter((stance) => choices.includes(choiceOf(themeId, stance)));
}

export function toggleChoice(choices: Choices, choice: string): string[] {
  return choices.includes(choice) ? choices.filter((one) => one !== choice) : [...choices, choice];
}

/** A theme's key: sets it as an observation, which the stance keys change, or removes it altogether. */
export function toggleTheme(choices: Choices, themeId: string): string[] {
  const without = withoutTheme(choices, themeId);
  return without.length < choices.length ? without : [...choices, choiceOf(themeId, "observation")];
}

/** A stance's key: the theme has only that stance. */
export function moveStance(choices: Choices, themeId: string, stance: Stance): string[] {
  return [...withoutTheme(choices, themeId), choiceOf(themeId, stance)];
}

export function withoutTheme(choices: Choices, themeId: string): string[] {
  return choices.filter((choice) => !choice.startsWith(`${themeId}:`));
}
