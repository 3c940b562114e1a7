import type { StoredContribution } from "./contribution";

/** What an edit says of a contribution, but for its themes. */
export type Said = Pick<
  StoredContribution,
  "text" | "kind" | "source" | "participantId" | "questionId" | "stance"
>;

type Chosen = "participantId" | "questionId" | "stance";
/** As an edit is sent: what was not chosen may be left out. */
type Sent = Omit<Said, Chosen> & { [Part in Chosen]?: Said[Part] | undefined };

export function saidOf(contribution: Sent): Said {
  const { text, kind, source, participantId = null, questionId = null, stance = null } = contribution;
  return { text, kind, source, participantId, questionId, stance };
}

/** An edit that says what the contribution says already changes nothing, and makes no revision. */
export function isSameSaid(one: Said, other: Said): boolean {
  return JSON.stringify(saidOf(one)) === JSON.stringify(saidOf(other));
}

/**
 * Themes set and taken off by an edit. What changed is sent, not what there is: a theme that a colleague set
 * meanwhile stays.
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
 * What takes `change` back on a contribution that had `before`: what was there already stays, what was not
 * comes not.
 */
export function undoingThemes(before: readonly string[], change: ThemeChange): ThemeChange {
  return themeChange(withThemeChange(before, change), before);
}
