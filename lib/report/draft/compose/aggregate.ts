import { quantityOf, type PublishedQuantity } from "@/lib/aggregate/publication/words/published-words";
import type { Told } from "@/lib/report/claim/claim";
import type { FigureRef } from "@/lib/aggregate/publication/report/figure-ref";
import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";
import type { DraftClaim } from "../draft-block";
import type { DraftFinding, DraftHands, DraftTheme } from "../draft-source";
import type { Place } from "./frames";
import { mainStance, quantityOfTheme } from "./plan";

/** Microplanning, the second step: what stands together in one sentence. */

export type Quantity = { word: PublishedQuantity; ref: FigureRef };

/** A stance that a part of a report is about. */
export type OpeningStance = "strength" | "improvement";

export type SentencePlan =
  | { is: "opening"; theme: DraftTheme; stance: OpeningStance | null; quantity: Quantity }
  | {
      is: "points";
      stance: Stance;
      place: Place;
      findings: readonly DraftFinding[];
      quantity: Quantity | null;
    }
  | { is: "counter"; findings: readonly DraftFinding[] }
  | { is: "hands"; hands: DraftHands }
  /** What was asked for under the theme is told among the requests. */
  | { is: "elsewhere"; theme: DraftTheme };

/** So many clauses stand in one sentence, and together they have so many words. */
const MAX_CLAUSES = 3;
const MAX_WORDS = 45;

/**
 * The sentences of a theme's paragraph: its opening, then its findings by stance. Those of the same stance and weight
 * share a sentence. What was said against them follows in one sentence, and then the show of hands that was about the last.
 * `told` are the findings that the document tells: what one of them says is not told again as the other side of another.
 */
export function paragraphPlan(
  theme: DraftTheme,
  findings: readonly DraftFinding[],
  opening: OpeningStance | "all" | null,
  told: readonly DraftFinding[] = findings,
): SentencePlan[] {
  const stances = [...STANCE_ORDER].sort((a, b) => rank(theme, a) - rank(theme, b));
  let before: Stance | null = null;
  const head = openingPlan(theme, opening);
  const points = stances
    .flatMap((stance) => pointGroups(findings.filter((finding) => finding.stance === stance)))
    .flatMap((group): SentencePlan[] => {
      const [first] = group;
      if (!first) return [];
      const { stance } = first;
      const place: Place = before === null ? "first" : before === stance ? "further" : "turn";
      before = stance;
      return [
        {
          is: "points",
          stance,
          place,
          findings: group,
          quantity: place === "first" ? newQuantity(first, head) : quantityOfFinding(first),
        },
        ...afterwards(group, told),
      ];
    });
  return [...head, ...points];
}

/** A word of quantity that the opening has just given is not given again. */
function newQuantity(finding: DraftFinding, [opening]: ReturnType<typeof openingPlan>): Quantity | null {
  const own = quantityOfFinding(finding);
  return opening && opening.quantity.word === own?.word ? null : own;
}

/** The main stance first, observations last. */
function rank(theme: DraftTheme, stance: Stance): number {
  if (stance === mainStance(theme)) return -1;
  return stance === "observation" ? STANCE_ORDER.length : STANCE_ORDER.indexOf(stance);
}

function openingPlan(
  theme: DraftTheme,
  opening: OpeningStance | "all" | null,
): Extract<SentencePlan, { is: "opening" }>[] {
  if (opening === null) return [];
  const stance = opening === "all" ? null : opening;
  const word = quantityOfTheme(theme, stance);
  if (word === null) return [];
  return [{ is: "opening", theme, stance, quantity: { word, ref: { of: "theme", id: theme.id, stance } } }];
}

/** Findings that share a sentence: of the same weight, few enough, and ended by one that hands were counted on. */
function pointGroups(findings: readonly DraftFinding[]): DraftFinding[][] {
  return inGroups(
    findings,
    ({ text }) => text,
    (last, next) => {
      const same = quantityOfFinding(last)?.word === quantityOfFinding(next)?.word;
      return same && last.hands.length === 0;
    },
  );
}

/** In order, as many together as fit into a sentence. A text with a colon or semicolon of its own stands alone. */
export function inGroups(
  findings: readonly DraftFinding[],
  textOf: (finding: DraftFinding) => string,
  goTogether: (last: DraftFinding, next: DraftFinding) => boolean = () => true,
): DraftFinding[][] {
  const groups: DraftFinding[][] = [];
  for (const finding of findings) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const together = [...(group ?? []), finding].map(textOf);
    const words = together.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
    const fits = together.length <= MAX_CLAUSES && words <= MAX_WORDS;
    const plain = together.every((text) => !/[;:]/.test(text));
    if (group && last && fits && plain && goTogether(last, finding)) group.push(finding);
    else groups.push([finding]);
  }
  return groups;
}

/** What follows the points: the other side of them, and shows of hands. */
export function afterwards(group: readonly DraftFinding[], told: readonly DraftFinding[]): SentencePlan[] {
  const against = group.filter((finding) => hasOtherSide(finding, told));
  return [
    ...inGroups(against, ({ counterView }) => counterView).map((findings) => ({
      is: "counter" as const,
      findings,
    })),
    ...group.flatMap(({ hands }) => hands.map((one) => ({ is: "hands" as const, hands: one }))),
  ];
}

/** Whether there are words for the other side of a finding that no other finding of the document says. */
export function hasOtherSide(finding: DraftFinding, told: readonly DraftFinding[]): boolean {
  if (finding.counterView === "" || finding.contradicts.length === 0) return false;
  return !told.some((other) => other !== finding && areTwoSides(finding, other));
}

/** Two findings of which each is contradicted by people who say the other, and mostly by them. */
function areTwoSides(one: DraftFinding, other: DraftFinding): boolean {
  if (one.themeId !== other.themeId) return false;
  const isOf = (ids: readonly string[], all: readonly string[]) => ids.every((id) => all.includes(id));
  return (
    isOf(one.contradicts, other.supports) &&
    isOf(other.contradicts, one.supports) &&
    one.contradicts.length * 2 >= other.supports.length
  );
}

/** null where the draft covers one roundtable, whose findings have no figure, or where the release does not show it. */
function quantityOfFinding({ id, figures }: DraftFinding): Quantity | null {
  const word = figures && quantityOf(figures.supports);
  return word && word !== "none" ? { word, ref: { of: "finding", id, side: "supports" } } : null;
}

const NOTHING: Told = { findingId: null, side: "supports", themeId: null, stance: null };

/** A contribution that both supports and contradicts the statement (a relief and a loss) counts as support. */
export function claimOfFinding(finding: DraftFinding, side: Told["side"]): DraftClaim {
  const { supports, contradicts } = finding;
  const [own, other] = side === "supports" ? [supports, contradicts] : [contradicts, supports];
  return {
    ...NOTHING,
    findingId: finding.id,
    side,
    supports: own,
    contradicts: other.filter((id) => !own.includes(id)),
  };
}

export function claimOfTheme(themeId: string, stance: Stance | null): DraftClaim {
  return { ...NOTHING, themeId, stance, supports: [], contradicts: [] };
}

export function claimOfContribution(id: string): DraftClaim {
  return { ...NOTHING, supports: [id], contradicts: [] };
}
