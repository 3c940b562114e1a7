import { formatDate } from "@/lib/platform/text/dates";
import {
  byQuantity,
  handsRaisedWords,
  QUANTIFIER_PATTERN,
  quantityWord,
} from "@/lib/aggregate/publication/words/quantity";
import type { DraftSentence } from "./draft-block";
import type { DraftFinding, DraftHands, DraftSource, Voices } from "./draft-source";
import { createRotation, type Rotation } from "./rotation";
import { clause, handsAbout, sentence, upperFirst } from "./wording";

const OPENINGS = {
  strength: ["said that", "said that", "made the point that"],
  improvement: ["said that", "raised the concern that", "made the point that"],
  ask: ["asked for"],
  observation: ["said that", "observed that"],
} satisfies Record<DraftFinding["stance"], string[]>;

const TURNS = ["Separately", "On another point", "Apart from this"];

/** Words that say only that there was disagreement. */
const DISAGREEMENTS = ["took a different view", "did not agree", "saw this differently"];
const COUNTED_DISAGREEMENT = new RegExp(
  `^(?:${QUANTIFIER_PATTERN}|others)(?: participants?)? (?:${DISAGREEMENTS.join("|")}|disagreed)\\.$`,
  "i",
);
const UNCOUNTED_DISAGREEMENT = "A different view was also heard.";

/** A sentence that only says that people disagreed, and so reveals nobody's words. */
export function reportsNoWords(text: string): boolean {
  return text === UNCOUNTED_DISAGREEMENT || COUNTED_DISAGREEMENT.test(text);
}

export type Narrator = {
  paragraph(findings: readonly DraftFinding[]): DraftSentence[];
  dissent(finding: DraftFinding): DraftSentence[];
  hands(hands: readonly DraftHands[]): DraftSentence[];
  byWhom(voices: Voices): string;
};

/** Puts findings into sentences, varying the wording from one to the next of the same kind. */
export function createNarrator({ people: of, smallNumber, roundtables }: DraftSource): Narrator {
  const next = createRotation();
  /** A show of hands may bear on two findings, and is told once. */
  const toldHands = new Set<string>();
  const who = ({ people }: Voices) => byQuantity({ people, of, threshold: smallNumber });
  const byWhom = (voices: Voices) => who(voices) ?? "said in the room";

  function dissent(finding: DraftFinding): DraftSentence[] {
    const { contributionIds } = finding.contradicts;
    if (contributionIds.length === 0) return [];
    const people = quantityWord({ people: finding.contradicts.people, of, threshold: smallNumber });
    const text =
      people === null ? UNCOUNTED_DISAGREEMENT : upperFirst(`${people} ${next("dissent", DISAGREEMENTS)}.`);
    const claim = {
      findingId: finding.id,
      supports: contributionIds,
      contradicts: finding.supports.contributionIds,
    };
    return [{ text, voice: "claim", claim }];
  }

  function hands(counts: readonly DraftHands[]): DraftSentence[] {
    const untold = counts.filter(({ contributionId }) => !toldHands.has(contributionId));
    return untold.map((count) => {
      toldHands.add(count.contributionId);
      return {
        text: handsText(count, smallNumber, roundtables.length > 1),
        voice: "claim",
        claim: { findingId: null, supports: [count.contributionId], contradicts: [] },
      };
    });
  }

  function paragraph(findings: readonly DraftFinding[]): DraftSentence[] {
    let interrupted = false;
    return findings.flatMap((finding, index) => {
      const { id, supports, contradicts } = finding;
      const place = index === 0 ? "first" : interrupted ? "turn" : "next";
      const after = [...hands(finding.hands), ...dissent(finding)];
      interrupted = after.length > 0;
      const claim = {
        findingId: id,
        supports: supports.contributionIds,
        contradicts: contradicts.contributionIds,
      };
      return [
        {
          text: sentence(findingText(finding, { of, threshold: smallNumber }, place, next)),
          voice: "claim" as const,
          claim,
        },
        ...after,
      ];
    });
  }

  return { paragraph, dissent, hands, byWhom };
}

/** Where a finding stands in its paragraph: a turn comes after hands or dissent that belong to the one before. */
type Place = "first" | "next" | "turn";

/** What a finding says, and how many of those present said it, in words. */
function findingText(
  { stance, text, supports }: DraftFinding,
  share: { of: number; threshold: number },
  place: Place,
  next: Rotation,
): string {
  const said = clause(text);
  const people = byQuantity({ people: supports.people, ...share });
  if (people === null) return `It was ${place === "first" ? "" : "also "}said that ${said}`;
  if (place === "first") return upperFirst(`${people} ${next(stance, OPENINGS[stance])} ${said}`);
  if (place === "turn") return `${next("turn", TURNS)}, ${people} said that ${said}`;
  // "One also said" would tell that it was the one before.
  if (supports.people === 1) return `It was also said, by ${people}, that ${said}`;
  return upperFirst(`${quantityWord({ people: supports.people, ...share })} also said that ${said}`);
}

/** A show of hands in a sentence; with its date where there were several roundtables. */
function handsText(
  { raised, asked, about, heldOn }: DraftHands,
  smallNumber: number,
  dated: boolean,
): string {
  const when = dated ? ` on ${formatDate(heldOn)}` : "";
  const said = handsRaisedWords(raised, asked, smallNumber);
  return sentence(`In a show of hands${when}, ${said} ${handsAbout(about)}`);
}
