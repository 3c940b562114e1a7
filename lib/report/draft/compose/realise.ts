import { countInTable } from "@/lib/aggregate/publication/words/published-words";
import { handsRaisedWords } from "@/lib/aggregate/publication/words/quantity";
import { isMostly, type FindingSide } from "@/lib/aggregate/publication/report/figure-ref";
import type { Stance } from "@/lib/capture/contribution/stance";
import { formatDate } from "@/lib/platform/text/dates";
import { listedRuns, type DraftClaim, type DraftRun } from "../draft-block";
import type { DraftFinding, DraftHands, DraftSource, DraftTheme } from "../draft-source";
import { clause, handsAbout, upperFirst } from "../wording";
import {
  claimOfContribution,
  claimOfFinding,
  claimOfTheme,
  type Quantity,
  type SentencePlan,
} from "./aggregate";
import {
  BOTH_SIDES,
  COUNTER,
  COUNTER_TO_ASK,
  COUNTER_TO_MESSAGE,
  HANDS,
  OPENING,
  OPENING_STANCE,
  pointFrames,
} from "./frames";

/** Realisation, the third step: a planned sentence in words, each clause that reports what was said a claim of its own. */

export type Realiser = {
  sentence(plan: SentencePlan): DraftRun[];
  /** What was said against a request, or against a message that stands above. */
  counterTo(what: "ask" | "message", findings: readonly DraftFinding[], theme: string): DraftRun[];
  bothSides(finding: DraftFinding): DraftRun[];
};

/** Which findings a document tells, and with which words so far. */
export type Telling = { realiser: Realiser; told: readonly DraftFinding[] };

export function createRealiser(source: DraftSource): Realiser {
  const frame = createFrames();
  /** A show of hands may bear on two findings, and is told once. */
  const toldHands = new Set<string>();
  const { style } = source;
  const counter = (frames: readonly string[], findings: readonly DraftFinding[], theme = "") =>
    filled(frame(framesFor(frames, findings)), {
      points: clauses(findings, "contradicts", "that "),
      plain: clauses(findings, "contradicts", ""),
      theme: [{ text: theme }],
    });

  return {
    sentence(plan) {
      switch (plan.is) {
        case "opening":
          return opening(plan, frame(plan.stance ? OPENING_STANCE[plan.stance] : OPENING), source);
        case "points": {
          const { stance, place, quantity, findings } = plan;
          return filled(frame(pointFrames(stance, place, quantity !== null)), {
            ...quantityParts(quantity, style.people, null),
            points: clauses(findings, "supports", "that "),
          });
        }
        case "counter":
          return counter(COUNTER, plan.findings);
        case "hands":
          if (toldHands.has(plan.hands.contributionId)) return [];
          toldHands.add(plan.hands.contributionId);
          return hands(plan.hands, frame, source);
      }
    },
    counterTo: (what, findings, theme) =>
      counter(what === "ask" ? COUNTER_TO_ASK : COUNTER_TO_MESSAGE, findings, theme),
    bothSides: (finding) =>
      filled(frame(BOTH_SIDES), {
        points: clauses([finding], "supports", "that "),
        against: clauses([finding], "contradicts", "that "),
      }),
  };
}

/** One colon is enough for a sentence, and clauses that are listed need their "that". */
function framesFor(frames: readonly string[], findings: readonly DraftFinding[]): readonly string[] {
  const listed = findings.length > 1 || findings.some(({ counterView }) => counterView.includes(":"));
  return listed ? frames.filter((one) => !one.includes("{plain}")) : frames;
}

type FrameChoice = (frames: readonly string[]) => string;

/** The frame of the list that was used least so far, the first of equal ones. */
function createFrames(): FrameChoice {
  const used = new Map<string, number>();
  return (frames) => {
    const times = (frame: string) => used.get(frame) ?? 0;
    const next = frames.reduce((least, frame) => (times(frame) < times(least) ? frame : least));
    used.set(next, times(next) + 1);
    return next;
  };
}

type Parts = Partial<Record<string, readonly DraftRun[]>>;

/** A frame with its parts: "{Q} of those present" with a part q. A capital in the name makes the part begin with one. */
function filled(frame: string, parts: Parts, claim?: DraftClaim): DraftRun[] {
  return frame
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== "")
    .flatMap((piece): DraftRun[] => {
      const name = /^\{(\w+)\}$/.exec(piece)?.[1];
      if (name === undefined) return [{ text: piece, ...(claim ? { claim } : {}) }];
      const small = name.slice(0, 1).toLowerCase() + name.slice(1);
      const part = parts[small] ?? [];
      return name === small
        ? [...part]
        : part.map((run, at) => (at === 0 ? { ...run, text: upperFirst(run.text) } : run));
    });
}

function quantityParts(quantity: Quantity | null, people: string, claim: DraftClaim | null): Parts {
  const own = claim ? { claim } : {};
  const named: DraftRun = { text: people, ...own };
  if (!quantity) return { people: [named] };
  const word: DraftRun = { text: quantity.word, figure: quantity.ref, ...own };
  const link = quantity.word === "about half" ? " of the " : " ";
  return { q: [word], who: [word, { text: link + people, ...own }], people: [named] };
}

function opening(
  { theme, stance, quantity }: Extract<SentencePlan, { is: "opening" }>,
  frame: string,
  source: DraftSource,
): DraftRun[] {
  const claim = claimOfTheme(theme.id, stance);
  const figure = source.style.figures ? bracket(theme, stance, claim) : [];
  const more = stance === null ? direction(theme) : [];
  return filled(frame, { ...quantityParts(quantity, source.style.people, claim), figure, more }, claim);
}

/** " (about 15 of 29)": only where the figure is a number. */
function bracket(theme: DraftTheme, stance: Stance | null, claim: DraftClaim): DraftRun[] {
  const figure = stance ? theme.released?.stances[stance] : theme.released?.people;
  if (figure?.count.is !== "about") return [];
  return [
    { text: " (", claim },
    {
      text: `${countInTable(figure)} of ${figure.of}`,
      claim,
      figure: { of: "theme", id: theme.id, stance },
    },
    { text: ")", claim },
  ];
}

const DIRECTIONS: Partial<Record<Stance, string>> = {
  improvement: " critically",
  strength: " to say what works",
  ask: " to ask for something",
};

/** ", most of them critically", where one stance alone was taken by most of those who raised the theme. */
function direction({ id, released }: DraftTheme): DraftRun[] {
  const mostly = (["strength", "improvement", "ask"] as const).filter(
    (stance) => released && isMostly(released, stance),
  );
  const [stance] = mostly;
  if (stance === undefined || mostly.length > 1) return [];
  const claim = claimOfTheme(id, stance);
  return [
    { text: ", ", claim },
    { text: "most of them", claim, figure: { of: "share", id, stance } },
    { text: DIRECTIONS[stance] ?? "", claim },
  ];
}

/** "that a, that b, and that c", each a claim. */
function clauses(findings: readonly DraftFinding[], side: FindingSide, before: string): DraftRun[] {
  return listedRuns(
    findings.map((finding) => ({
      text: before + clause(side === "supports" ? finding.text : finding.counterView),
      claim: claimOfFinding(finding, side),
    })),
  );
}

function hands(
  { contributionId, raised, asked, heldOn, ...hands }: DraftHands,
  frame: FrameChoice,
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
  const frames = what.includes(":") ? HANDS.filter((one) => !one.includes(":")) : HANDS;
  return filled(
    frame(frames),
    {
      when: when === "" ? [] : [{ text: when, claim }],
      raised: raisedRuns,
      about: [{ text: what, claim }],
    },
    claim,
  );
}

/** A list item that completes "asked for" or "said that": "continued funding". */
export function askItem(finding: DraftFinding): DraftRun[] {
  return [{ text: clause(finding.text), claim: claimOfFinding(finding, "supports") }];
}
