import { countInTable } from "@/lib/aggregate/publication/words/published-words";
import { handsRaisedWords } from "@/lib/aggregate/publication/words/quantity";
import { isMostly } from "@/lib/aggregate/publication/report/figure-ref";
import type { Stance } from "@/lib/capture/contribution/stance";
import { formatDate } from "@/lib/platform/text/dates";
import { listedRuns, type DraftClaim, type DraftRun } from "../draft-block";
import type { DraftFinding, DraftHands, DraftSource, DraftTheme } from "../draft-source";
import { clause, handsAbout, sentence, upperFirst, withoutStop } from "../wording";
import {
  claimOfContribution,
  claimOfFinding,
  claimOfTheme,
  type Quantity,
  type SentencePlan,
} from "./aggregate";
import { countedPointFrames, COUNTER, HANDS, OPENING, OPENING_STANCE, pointFrames } from "./frames";

/** Realisation, the third step: a planned sentence in words, each clause that reports what was said a claim of its own. */

export type Realiser = { sentence(plan: SentencePlan): DraftRun[] };

export function createRealiser(source: DraftSource): Realiser {
  const frame = createFrames();
  /** A show of hands may bear on two findings, and is told once. */
  const toldHands = new Set<string>();
  const { style } = source;

  return {
    sentence(plan) {
      switch (plan.is) {
        case "opening":
          return opening(plan, frame(plan.stance ? OPENING_STANCE[plan.stance] : OPENING), source);
        case "points": {
          const { stance, quantity, findings } = plan;
          const frames = quantity ? countedPointFrames(stance) : pointFrames(stance);
          return filled(frame(frames), {
            ...quantityParts(quantity, style.people, null),
            points: clauses(findings, "that "),
          });
        }
        case "counter": {
          const claim = claimOfFinding(plan.finding, "contradicts");
          const text = clause(plan.finding.counterView);
          // One colon is enough for a sentence.
          const frames = text.includes(":") ? COUNTER.filter((one) => !one.includes(":")) : COUNTER;
          return filled(frame(frames), { point: [{ text, claim }] });
        }
        case "hands":
          if (toldHands.has(plan.hands.contributionId)) return [];
          toldHands.add(plan.hands.contributionId);
          return hands(plan.hands, frame(HANDS), source);
      }
    },
  };
}

/** The frame of the list that was used least so far, the first of equal ones. */
function createFrames(): (frames: readonly string[]) => string {
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
  const more = [
    ...(source.style.figures ? bracket(theme, stance, claim) : []),
    ...(stance === null ? direction(theme) : []),
  ];
  return filled(frame, { ...quantityParts(quantity, source.style.people, claim), more }, claim);
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

/** "that a, that b and that c", each a claim. */
function clauses(findings: readonly DraftFinding[], before: string): DraftRun[] {
  // A comma parts the last clause from those before it where one of them has an "and" or a comma of its own.
  const long = findings.length > 2 || findings.some(({ text }) => /,|\band\b/.test(text));
  return listedRuns(
    findings.map((finding) => ({
      text: before + clause(finding.text),
      claim: claimOfFinding(finding, "supports"),
    })),
    long ? ", and " : " and ",
  );
}

function hands(
  { contributionId, raised, asked, about, heldOn }: DraftHands,
  frame: string,
  source: DraftSource,
) {
  const claim = claimOfContribution(contributionId);
  const said = handsRaisedWords(raised, asked, source.smallNumber);
  const exact = `${raised} of ${asked}`;
  const figure = { of: "hands", id: contributionId } as const;
  const when = source.roundtables.length > 1 ? ` on ${formatDate(heldOn)}` : "";
  const raisedRuns: DraftRun[] = said.startsWith(exact)
    ? [
        { text: exact, claim, figure },
        { text: said.slice(exact.length), claim },
      ]
    : [{ text: said, claim }];
  return filled(
    frame,
    {
      when: when === "" ? [] : [{ text: when, claim }],
      raised: raisedRuns,
      about: [{ text: handsAbout(about), claim }],
    },
    claim,
  );
}

/** A list item that asks for something: "Continued funding." */
export function askItem(finding: DraftFinding): DraftRun[] {
  const text = sentence(upperFirst(withoutStop(finding.text)));
  return [{ text, claim: claimOfFinding(finding, "supports") }];
}
