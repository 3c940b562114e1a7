import { isDivided } from "@/lib/aggregate/publication/finding/divided";
import { isMostly } from "@/lib/aggregate/publication/report/figure-ref";
import { byPublishedCount, isShown } from "@/lib/aggregate/publication/published-count";
import { quantityOf, type PublishedQuantity } from "@/lib/aggregate/publication/words/published-words";
import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";
import type { DraftFinding, DraftSource, DraftTheme } from "../draft-source";

/**
 * Document planning, the first of three steps (Reiter and Dale, Building Natural Language Generation Systems, 2000): what
 * is told, in which order, and what is left out. The second step is aggregate.ts, the third realise.ts.
 */

/** A theme with the findings under it, those of most weight first. */
export type PlannedTheme = { theme: DraftTheme; findings: readonly DraftFinding[] };

/** The themes with most people first, and then in the order of the codebook; what the release does not show comes last. */
export function themesInOrder(source: DraftSource): PlannedTheme[] {
  const position = new Map(source.themes.map(({ id }, at) => [id, at]));
  const at = ({ id }: DraftTheme) => position.get(id) ?? 0;
  return [...source.themes]
    .sort((a, b) => byReleased(a, b) || at(a) - at(b))
    .map((theme) => ({ theme, findings: findingsInOrder(source.findings, theme.id) }));
}

function byReleased(a: DraftTheme, b: DraftTheme): number {
  if (!a.released || !b.released) return Number(b.released !== null) - Number(a.released !== null);
  return byPublishedCount(a.released.people, b.released.people);
}

/**
 * Most people first, as the release says it: an order by exact numbers would tell which of two small numbers is the larger.
 * Of equal ones, those on which hands were counted come first; the rest stay in the order in which they were put on the board.
 */
function findingsInOrder(findings: readonly DraftFinding[], themeId: string): DraftFinding[] {
  return findings
    .filter((finding) => finding.themeId === themeId)
    .map((finding, at) => ({ finding, at }))
    .sort((a, b) => byWeight(a.finding, b.finding) || a.at - b.at)
    .map(({ finding }) => finding);
}

function byWeight(a: DraftFinding, b: DraftFinding): number {
  const people = a.figures && b.figures ? byPublishedCount(a.figures.supports, b.figures.supports) : 0;
  const counted = Number(b.hands.length > 0) - Number(a.hands.length > 0);
  return people || counted;
}

/** Whether the release shows that anybody raised the theme, or a finding says so. */
export function isRaised({ theme, findings }: PlannedTheme): boolean {
  return findings.length > 0 || (theme.released !== null && quantityOfTheme(theme, null) !== null);
}

/** The word for how many raised the theme, or took the stance; null where the release does not show it, or shows nobody. */
export function quantityOfTheme({ released }: DraftTheme, stance: Stance | null): PublishedQuantity | null {
  const figure = stance ? released?.stances[stance] : released?.people;
  const quantity = figure ? quantityOf(figure) : null;
  return quantity === "none" ? null : quantity;
}

/** The stance that most people took under the theme, of those that are shown; the first of equal ones. */
export function mainStance({ released }: DraftTheme): Stance | null {
  if (!released) return null;
  const shown = STANCE_ORDER.filter(
    (stance) => isShown(released.stances[stance]) && released.stances[stance].count.is !== "none",
  );
  return shown.reduce<Stance | null>(
    (best, stance) =>
      best === null || byPublishedCount(released.stances[stance], released.stances[best]) < 0 ? stance : best,
    null,
  );
}

/** The stance that most of those who raised the theme took, where it is one alone. */
export function directionOf({ released }: DraftTheme): Exclude<Stance, "observation"> | null {
  const mostly = (["strength", "improvement", "ask"] as const).filter(
    (stance) => released && isMostly(released, stance),
  );
  const [stance] = mostly;
  return mostly.length === 1 && stance ? stance : null;
}

/** The same themes with those first under which most people took the stance. */
export function byStance(themes: readonly PlannedTheme[], stance: Stance): PlannedTheme[] {
  return themes
    .map((planned, at) => ({ planned, at, figure: planned.theme.released?.stances[stance] }))
    .sort((a, b) => {
      if (!a.figure || !b.figure) return Number(b.figure !== undefined) - Number(a.figure !== undefined);
      return byPublishedCount(a.figure, b.figure) || a.at - b.at;
    })
    .map(({ planned }) => planned);
}

/** Findings on which opinion is divided for certain and whose other side has words. */
export function dividedFindings(source: DraftSource): DraftFinding[] {
  return source.findings.filter(
    ({ figures, counterView }) => counterView !== "" && figures !== null && isDivided(figures),
  );
}

/**
 * The findings that fit: one of each theme first, so that no theme is left out, then the weightiest of each other stance,
 * and then by weight, as long as there are words left. `cost` gives the words that telling a finding takes.
 */
export function findingsThatFit(
  themes: readonly PlannedTheme[],
  words: number,
  cost: (finding: DraftFinding) => number,
): Set<DraftFinding> {
  const told = new Set<DraftFinding>();
  let left = words;
  const ordered = themes.map(({ findings }) => firstOfEachStance(findings));
  const deepest = Math.max(0, ...ordered.map((findings) => findings.length));
  for (let depth = 0; depth < deepest; depth++)
    for (const findings of ordered) {
      const finding = findings[depth];
      if (!finding || (depth > 0 && cost(finding) > left)) continue;
      told.add(finding);
      left -= cost(finding);
    }
  return told;
}

/**
 * The first point, then what hands were counted on, and then the first of each stance; requests come after points, because
 * they have a part of their own.
 */
function firstOfEachStance(findings: readonly DraftFinding[]): DraftFinding[] {
  const first = STANCE_ORDER.flatMap((stance) => findings.find((finding) => finding.stance === stance) ?? []);
  const leading = findings.filter((finding) => first.includes(finding));
  const isAsk = ({ stance }: DraftFinding) => stance === "ask";
  const stances = [...leading.filter((finding) => !isAsk(finding)), ...leading.filter(isAsk)];
  const counted = findings.filter(({ hands }) => hands.length > 0);
  return [...new Set([...stances.slice(0, 1), ...counted, ...stances, ...findings])];
}
