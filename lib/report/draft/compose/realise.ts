import { handsRaisedWords } from "@/lib/aggregate/publication/words/quantity";
import type { FindingSide } from "@/lib/aggregate/publication/report/figure-ref";
import { clause, handsAbout, isThing } from "@/lib/aggregate/publication/words/clause";
import { formatDate } from "@/lib/platform/text/dates";
import { listedNames, listedRuns, type DraftRun } from "../draft-block";
import type { DraftFinding, DraftHands, DraftSource } from "../draft-source";
import { NOTHING_EARLIER, type EarlierWording } from "../composed/earlier-wording";
import { inHouseStyle } from "../house-words";
import {
  areAboutOneThing,
  claimOfContribution,
  claimOfFinding,
  claimOfTheme,
  type SentencePlan,
} from "./aggregate";
import { BOTH_SIDES, COUNTER_TO_MESSAGE, counterFrames, HANDS, OPENING, requestFrames } from "./frames";
import { listFrames, OF_STANCE, pointFrames, STANCE_OPENING } from "./point-frames";
import { direction, quantityParts, themeParts } from "./quantity-parts";
import { createFrames, type InFrame } from "./in-frame";

/** Realisation, the third step: a planned sentence in words, each clause that reports what was said a claim of its own. */

export type Realiser = {
  /** The sentences of one paragraph, of which there may be none. */
  paragraph(plans: readonly SentencePlan[]): DraftRun[][];
  /** What was said against a message that stands above. */
  counterToMessage(finding: DraftFinding): DraftRun[];
  bothSides(finding: DraftFinding): DraftRun[];
};

/** Which findings a document tells, and with which words so far. */
export type Telling = { realiser: Realiser; told: readonly DraftFinding[] };

export function createRealiser(source: DraftSource, earlier: EarlierWording): Realiser {
  const { style } = source;
  const inFrame = createFrames(
    earlier === NOTHING_EARLIER
      ? null
      : (sentence) => earlier.has(sentence.map((run) => inHouseStyle(run, style))),
  );
  /** A show of hands may bear on two findings, and is told once. */
  const toldHands = new Set<string>();
  const sentence = (plan: SentencePlan, opens: boolean): DraftRun[] => {
    switch (plan.is) {
      case "opening":
        return opening(plan, inFrame, source);
      case "points":
        return pointsSentence(plan, inFrame, { opens, people: style.people });
      case "points of stance":
        return stanceSentence(plan, inFrame, { source, opens });
      case "counter": {
        const points = clauses([plan.finding], "contradicts");
        const frames = framesFor(points, counterFrames(plan.quantity !== null));
        return inFrame(frames, { ...quantityParts(plan.quantity, style.people), points });
      }
      case "hands":
        if (toldHands.has(plan.hands.contributionId)) return [];
        toldHands.add(plan.hands.contributionId);
        return hands(plan.hands, inFrame, source);
      case "request":
        return request(plan, inFrame, { opens, people: style.people });
    }
  };

  return {
    paragraph: (plans) => plans.map((plan, at) => sentence(plan, at === 0)).filter((runs) => runs.length > 0),
    counterToMessage(finding) {
      const points = clauses([finding], "contradicts");
      return inFrame(framesFor(points, COUNTER_TO_MESSAGE), { points });
    },
    bothSides(finding) {
      const points = clauses([finding], "supports");
      const against = clauses([finding], "contradicts");
      return inFrame(framesFor([...points, ...against], BOTH_SIDES), { points, against });
    },
  };
}

/**
 * A sentence whose clauses have a colon or semicolon has none of its own beside them, and nobody has a "concern that whether".
 */
function framesFor(clauses: readonly DraftRun[], frames: readonly string[]): readonly string[] {
  const has = (pattern: RegExp) => clauses.some(({ text }) => pattern.test(text));
  const unfit = [...(has(/[;:]/) ? [/[;:]/] : []), ...(has(/^that whether\b/) ? [/\bconcern/i] : [])];
  const fitting = frames.filter((frame) => !unfit.some((pattern) => pattern.test(frame)));
  return fitting.length > 0 ? fitting : frames;
}

/** Points of one weight: what is about one thing in clauses, other things in a list. */
function pointsSentence(
  { stance, place, quantity, findings }: Extract<SentencePlan, { is: "points" }>,
  inFrame: InFrame,
  { opens, people }: { opens: boolean; people: string },
): DraftRun[] {
  const counted = quantity !== null;
  const isOneThing = areAboutOneThing(findings);
  const frames = isOneThing
    ? pointFrames(stance, place, counted)
    : listFrames(stance, place, { counted, clauses: findings.length });
  const points = clauses(findings, "supports", isOneThing ? listedRuns : listedNames);
  return inFrame(
    isOneThing ? framesFor(points, frames) : frames,
    { ...quantityParts(quantity, people), points },
    { opens },
  );
}

function opening(
  { theme, stance, quantity }: Extract<SentencePlan, { is: "opening" }>,
  inFrame: InFrame,
  source: DraftSource,
): DraftRun[] {
  const claim = claimOfTheme(theme.id, stance);
  const more = stance === null ? direction(theme) : [];
  return inFrame(
    more.length > 0 ? OPENING.filter((frame) => frame.includes("{more}")) : OPENING,
    { ...themeParts({ theme, stance, quantity }, source), more },
    { claim, opens: true },
  );
}

/** How many took a stance under the theme, with points of theirs. */
function stanceSentence(
  plan: Extract<SentencePlan, { is: "points of stance" }>,
  inFrame: InFrame,
  { source, opens }: { source: DraftSource; opens: boolean },
): DraftRun[] {
  const { theme, stance, findings } = plan;
  const claim = claimOfTheme(theme.id, stance);
  const points = clauses(findings, "supports");
  const frames = framesFor(points, (plan.opens ? STANCE_OPENING : OF_STANCE)[stance]);
  const runs = inFrame(frames, { ...themeParts(plan, source), points }, { claim, opens });
  return runs.map((run) => (run.text === "." ? { text: run.text } : run));
}

function request(
  { finding, quantity }: Extract<SentencePlan, { is: "request" }>,
  inFrame: InFrame,
  { opens, people }: { opens: boolean; people: string },
): DraftRun[] {
  const points = [{ text: clause(finding.text), claim: claimOfFinding(finding, "supports") }];
  const frames = requestFrames(isThing(finding.text) ? "thing" : "sentence", quantity !== null);
  return inFrame(framesFor(points, frames), { ...quantityParts(quantity, people), points }, { opens });
}

/** "that a, that b, and that c", each a claim. */
function clauses(
  findings: readonly DraftFinding[],
  side: FindingSide,
  inList: (runs: readonly DraftRun[]) => DraftRun[] = listedRuns,
): DraftRun[] {
  return inList(
    findings.map((finding) => ({
      text: `that ${clause(side === "supports" ? finding.text : finding.counterView)}`,
      claim: claimOfFinding(finding, side),
    })),
  );
}

function hands(
  { contributionId, raised, asked, heldOn, ...hands }: DraftHands,
  inFrame: InFrame,
  source: DraftSource,
) {
  const claim = claimOfContribution(contributionId);
  const about = handsAbout(hands.about);
  const said = handsRaisedWords(raised, asked, source.smallNumber);
  const exact = `${raised} of ${asked}`;
  const figure = { of: "hands", id: contributionId } as const;
  const when = source.roundtables.length > 1 ? ` on ${formatDate(heldOn)}` : "";
  const favoured = about.startsWith("for ") && said.startsWith(exact);
  const [did, what] = favoured
    ? [" were in favour of", about.slice("for ".length)]
    : [said.slice(exact.length), about];
  const raisedRuns: DraftRun[] = said.startsWith(exact)
    ? [
        { text: exact, claim, figure },
        { text: did, claim },
      ]
    : [{ text: said, claim }];
  const on = [{ text: what, claim }];
  return inFrame(
    framesFor(on, HANDS),
    { when: when === "" ? [] : [{ text: when, claim }], raised: raisedRuns, about: on },
    { claim },
  );
}
