import { byPublishedCount, intervalOf, isShown } from "@/lib/aggregate/publication/published-count";
import type { PublishedFigure } from "@/lib/aggregate/publication/shape/published-shape";
import type { Stance } from "@/lib/capture/contribution/stance";
import { listedNames, type DraftRun } from "../draft-block";
import type { DraftTheme } from "../draft-source";
import { nameOf } from "../wording";
import { claimOfTheme } from "./aggregate";
import { isMany } from "./parts";
import type { PlannedTheme } from "./plan";

/** Comparisons between themes, from published figures alone. */

/** So many themes are named in one sentence. */
const MAX_NAMED = 3;

/**
 * The themes under which most people took the stance: those of the highest figure, which is higher than the next one
 * whatever numbers they stand for. None where the figure of another theme is not shown, which might be higher.
 */
export function widestThemes(themes: readonly PlannedTheme[], stance: Stance): DraftTheme[] {
  const compared = themes.flatMap(({ theme }) => (theme.other ? [] : [theme]));
  const figures = compared.flatMap((theme) => {
    const figure = theme.released?.stances[stance];
    return figure && isMany(figure) ? [{ theme, figure }] : [];
  });
  const [highest] = [...figures].sort((a, b) => byPublishedCount(a.figure, b.figure));
  if (!highest || compared.some((theme) => mayExceed(theme, stance, highest.figure))) return [];
  const top = figures.filter(({ figure }) => byPublishedCount(figure, highest.figure) === 0);
  return top.length > MAX_NAMED || top.length === themes.length ? [] : top.map(({ theme }) => theme);
}

/** Whether a figure that is not shown may be as high: no more people took the stance than raised the theme. */
function mayExceed({ released }: DraftTheme, stance: Stance, highest: PublishedFigure): boolean {
  if (!released) return true;
  return !isShown(released.stances[stance]) && intervalOf(released.people).high >= intervalOf(highest).low;
}

const WIDEST = {
  strength: [
    "More people spoke well of one theme than of any other: ",
    "More people spoke well of these themes than of the others: ",
  ],
  improvement: [
    "Criticism was most widespread under one theme: ",
    "Criticism was most widespread under these themes: ",
  ],
  ask: [
    "One theme drew requests from more people than any other: ",
    "These themes drew requests from more people than the others: ",
  ],
} as const;

/** Where most people took the stance, in a sentence; none where that cannot be said. */
export function widestSentence(themes: readonly PlannedTheme[], stance: keyof typeof WIDEST): DraftRun[][] {
  const top = widestThemes(themes, stance);
  if (top.length === 0) return [];
  const [one, more] = WIDEST[stance];
  const names = top.map(({ id, title }) => ({ text: nameOf(title), claim: claimOfTheme(id, stance) }));
  return [[{ text: top.length === 1 ? one : more }, ...listedNames(names), { text: "." }]];
}

export function widestSentences(themes: readonly PlannedTheme[]): DraftRun[][] {
  return (["strength", "improvement", "ask"] as const).flatMap((stance) => widestSentence(themes, stance));
}
