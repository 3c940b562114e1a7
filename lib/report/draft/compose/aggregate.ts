import { quantityOf, type PublishedQuantity } from "@/lib/aggregate/publication/words/published-words";
import type { Told } from "@/lib/report/claim/claim";
import type { FigureRef } from "@/lib/aggregate/publication/report/figure-ref";
import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";
import type { DraftClaim } from "../draft-block";
import type { DraftFinding, DraftHands, DraftTheme } from "../draft-source";
import { mainStance, quantityOfTheme } from "./plan";

/** Microplanning, the second step: what stands together in one sentence. */

export type Quantity = { word: PublishedQuantity; ref: FigureRef };

/** A stance that a part of a report is about. */
export type OpeningStance = "strength" | "improvement";

export type SentencePlan =
  | { is: "opening"; theme: DraftTheme; stance: OpeningStance | null; quantity: Quantity }
  | { is: "points"; stance: Stance; findings: readonly DraftFinding[]; quantity: Quantity | null }
  | { is: "counter"; finding: DraftFinding }
  | { is: "hands"; hands: DraftHands };

/** So many clauses stand in one sentence, and together they have so many words. */
const MAX_CLAUSES = 3;
const MAX_WORDS = 45;

/**
 * The sentences of a theme's paragraph: its opening, then its findings by stance. Those of the same stance and weight
 * share a sentence, up to the point where one is contradicted or a show of hands was about it: that is told at once.
 */
export function paragraphPlan(
  theme: DraftTheme,
  findings: readonly DraftFinding[],
  opening: OpeningStance | "all" | null,
): SentencePlan[] {
  const stances = [...STANCE_ORDER].sort((a, b) => rank(theme, a) - rank(theme, b));
  return [
    ...openingPlan(theme, opening),
    ...stances.flatMap((stance) => pointPlans(findings.filter((finding) => finding.stance === stance))),
  ];
}

/** The main stance first, observations last. */
function rank(theme: DraftTheme, stance: Stance): number {
  if (stance === mainStance(theme)) return -1;
  return stance === "observation" ? STANCE_ORDER.length : STANCE_ORDER.indexOf(stance);
}

function openingPlan(theme: DraftTheme, opening: OpeningStance | "all" | null): SentencePlan[] {
  if (opening === null) return [];
  const stance = opening === "all" ? null : opening;
  const word = quantityOfTheme(theme, stance);
  if (word === null) return [];
  return [{ is: "opening", theme, stance, quantity: { word, ref: { of: "theme", id: theme.id, stance } } }];
}

function pointPlans(findings: readonly DraftFinding[]): SentencePlan[] {
  const plans: SentencePlan[] = [];
  let together: DraftFinding[] = [];
  const tell = () => {
    const [first] = together;
    if (first)
      plans.push({
        is: "points",
        stance: first.stance,
        findings: together,
        quantity: quantityOfFinding(first),
      });
    together = [];
  };
  for (const finding of findings) {
    if (!standsWith(finding, together)) tell();
    together.push(finding);
    const after = afterwards(finding);
    if (after.length === 0) continue;
    tell();
    plans.push(...after);
  }
  tell();
  return plans;
}

function standsWith(finding: DraftFinding, together: readonly DraftFinding[]): boolean {
  const [first] = together;
  if (!first) return true;
  const words = [...together, finding].reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  return (
    quantityOfFinding(first)?.word === quantityOfFinding(finding)?.word &&
    together.length < MAX_CLAUSES &&
    words <= MAX_WORDS
  );
}

/** What closes the point that a finding makes. */
export function afterwards(finding: DraftFinding): SentencePlan[] {
  return [
    ...(finding.counterView !== "" && finding.contradicts.length > 0
      ? [{ is: "counter" as const, finding }]
      : []),
    ...finding.hands.map((hands) => ({ is: "hands" as const, hands })),
  ];
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
