import { quantityOf, type PublishedQuantity } from "@/lib/aggregate/publication/words/published-words";
import type { Told } from "@/lib/report/claim/claim";
import type { FigureRef, FindingSide } from "@/lib/aggregate/publication/report/figure-ref";
import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";
import type { DraftClaim } from "../draft-block";
import type { DraftFinding, DraftHands, DraftTheme } from "../draft-source";
import type { Place } from "./point-frames";
import { shareAnObject } from "./shared-object";
import { directionOf, mainStance, quantityOfTheme } from "./plan";

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
  /** Points without a number of their own, after how many took their stance; `opens` where that is the theme's opening. */
  | {
      is: "points of stance";
      theme: DraftTheme;
      stance: OpeningStance;
      opens: boolean;
      findings: readonly DraftFinding[];
      quantity: Quantity;
    }
  | { is: "counter"; finding: DraftFinding; quantity: Quantity | null }
  | { is: "hands"; hands: DraftHands }
  /** A request that is told under its theme, and not among the others. */
  | { is: "request"; finding: DraftFinding; quantity: Quantity | null };

/** So many clauses stand in one sentence, and together they have so many words. */
const MAX_CLAUSES = 3;
const MAX_WORDS = 45;

/**
 * The sentences of a theme's paragraph: its opening, then its findings by stance. Those of the same stance and weight may
 * share a sentence; one on which hands were counted, or that has another side, stands alone, so that these are about it.
 * `told` are the findings that the document tells: what one of them says is not told again as the other side of another.
 */
export function paragraphPlan(
  theme: DraftTheme,
  findings: readonly DraftFinding[],
  opening: OpeningStance | "all" | null,
  told: readonly DraftFinding[] = findings,
): SentencePlan[] {
  const stances = [...STANCE_ORDER].sort((a, b) => rank(theme, a) - rank(theme, b));
  const head = openingPlan(theme, opening);
  let before: Stance | null = null;
  const points = stances
    .flatMap((stance) =>
      pointGroups(
        findings.filter((finding) => finding.stance === stance),
        told,
      ),
    )
    .flatMap((group): SentencePlan[] => {
      const [first] = group;
      if (!first) return [];
      const { stance } = first;
      const place: Place = before === null ? "first" : before === stance ? "further" : "turn";
      before = stance;
      const quantity = quantityOfFinding(first, "supports");
      const ofStance = quantity || place === "further" ? null : stanceOfPoints(theme, stance, head);
      return [
        ...(ofStance
          ? stancePlans(theme, group, ofStance)
          : [{ is: "points" as const, stance, place, findings: group, quantity }]),
        ...afterwards(group, told),
      ];
    });
  const [first] = points;
  // How many took the stance is said with their points, and not in a sentence before.
  return first?.is === "points of stance" && first.opens ? points : [...head, ...points];
}

/** Points about one thing share the sentence that says how many took their stance; others follow the first of them. */
function stancePlans(
  theme: DraftTheme,
  group: readonly DraftFinding[],
  ofStance: NonNullable<ReturnType<typeof stanceOfPoints>>,
): SentencePlan[] {
  const together = areAboutOneThing(group) ? group : group.slice(0, 1);
  const rest = group.slice(together.length);
  const { stance } = ofStance;
  return [
    { is: "points of stance", theme, ...ofStance, findings: together },
    ...(rest.length > 0
      ? [{ is: "points" as const, stance, place: "further" as const, findings: rest, quantity: null }]
      : []),
  ];
}

/** Whether one sentence may say them in clauses: each is about what the one before it is about. */
export function areAboutOneThing(findings: readonly DraftFinding[]): boolean {
  return findings.every((finding, at) => {
    const before = findings[at - 1];
    return !before || shareAnObject(before.text, finding.text);
  });
}

/** How many took the stance of points that have no number of their own; null where it is not shown, or has just been said. */
function stanceOfPoints(
  theme: DraftTheme,
  stance: Stance,
  [opening]: ReturnType<typeof openingPlan>,
): { stance: OpeningStance; opens: boolean; quantity: Quantity } | null {
  if (stance !== "strength" && stance !== "improvement") return null;
  const word = quantityOfTheme(theme, stance);
  // Where a few raised the theme it says nothing more that a few of them took the stance.
  const said =
    opening?.stance === null && (directionOf(theme) === stance || opening.quantity.word === "a few");
  if (word === null || said) return null;
  const quantity = { word, ref: { of: "theme" as const, id: theme.id, stance } };
  return { stance, opens: !opening || opening.stance === stance, quantity };
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

/** Findings that share a sentence. */
function pointGroups(findings: readonly DraftFinding[], told: readonly DraftFinding[]): DraftFinding[][] {
  const isAlone = (finding: DraftFinding) => afterwards([finding], told).length > 0;
  const groups: DraftFinding[][] = [];
  for (const finding of findings) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const same = last && wordOf(last) === wordOf(finding) && !isAlone(last) && !isAlone(finding);
    if (group && same && fitInSentence([...group, finding].map(({ text }) => text))) group.push(finding);
    else groups.push([finding]);
  }
  return groups;
}

/** Few enough clauses, and none with a colon or semicolon of its own. */
export function fitInSentence(clauses: readonly string[]): boolean {
  const words = clauses.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
  return clauses.length <= MAX_CLAUSES && words <= MAX_WORDS && clauses.every((text) => !/[;:]/.test(text));
}

/** What follows points: the show of hands that was about them, and then what was said against them. */
export function afterwards(group: readonly DraftFinding[], told: readonly DraftFinding[]): SentencePlan[] {
  return group.flatMap((finding): SentencePlan[] => [
    ...finding.hands.map((hands) => ({ is: "hands" as const, hands })),
    ...(hasOtherSide(finding, told)
      ? [{ is: "counter" as const, finding, quantity: quantityOfFinding(finding, "contradicts") }]
      : []),
  ]);
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

function wordOf(finding: DraftFinding): PublishedQuantity | null {
  return quantityOfFinding(finding, "supports")?.word ?? null;
}

/** null where the draft covers one roundtable, whose findings have no figure, or where the release does not show it. */
export function quantityOfFinding({ id, figures }: DraftFinding, side: FindingSide): Quantity | null {
  const word = figures && quantityOf(figures[side]);
  return word && word !== "none" ? { word, ref: { of: "finding", id, side } } : null;
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
