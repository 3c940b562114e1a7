import type { StoredContribution } from "./contribution";

/** What an edit sets on a contribution, without its themes. */
export type Said = Pick<
  StoredContribution,
  "text" | "wording" | "source" | "participantId" | "questionId" | "stance"
>;

type Chosen = "participantId" | "questionId" | "stance";
/** An edit as it is sent: values that were not chosen may be left out. */
type Sent = Omit<Said, Chosen> & { [Part in Chosen]?: Said[Part] | undefined };

export function saidOf(contribution: Sent): Said {
  const { text, wording, source, participantId = null, questionId = null, stance = null } = contribution;
  return { text, wording, source, participantId, questionId, stance };
}

/** An edit that changes nothing makes no revision. */
export function isSameSaid(one: Said, other: Said): boolean {
  return JSON.stringify(saidOf(one)) === JSON.stringify(saidOf(other));
}

/**
 * Themes that an edit sets and removes. Only the changes are sent, so that a theme set meanwhile by a
 * colleague stays.
 */
export type ThemeChange = { add: string[]; remove: string[] };

export function themeChange(before: readonly string[], after: readonly string[]): ThemeChange {
  return {
    add: after.filter((id) => !before.includes(id)),
    remove: before.filter((id) => !after.includes(id)),
  };
}

export function withThemeChange(themeIds: readonly string[], change: ThemeChange | undefined): string[] {
  if (!change) return [...themeIds];
  const { add, remove } = change;
  return [...themeIds.filter((id) => !remove.includes(id)), ...add.filter((id) => !themeIds.includes(id))];
}

/**
 * The change that undoes `change` on a contribution that had `before`: what was there before stays, and what
 * was not there is not added.
 */
export function undoingThemes(before: readonly string[], change: ThemeChange): ThemeChange {
  return themeChange(withThemeChange(before, change), before);
}
