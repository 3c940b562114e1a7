import { fewerThan } from "@/lib/aggregate/figures/small-number";
import {
  quantifierFits,
  quantityWord,
  SAY_A_FEW,
  SAY_PARTICIPANTS,
} from "@/lib/aggregate/publication/words/quantity";
import {
  sentencesOf,
  type BlockContent,
  type BlockType,
  type Section,
  type Sentence,
} from "@/lib/report/draft/block";
import { reasonNotReportable, type Claim } from "@/lib/report/claim/claim";
import { reportsNoWords } from "@/lib/report/draft/narrator";
import { quotedPassages, quotationFault } from "@/lib/report/draft/quotation";
import { namesSmallGroup, quantityIn, reportsSpeech, smallFiguresIn } from "@/lib/report/draft/reading";

export type Check = {
  kind: "evidence" | "quantity" | "quotation" | "small-group" | "permission" | "framing" | "empty";
  blockId: string;
  claimId: string | null;
  /** An error stops a draft from being published; a warning is for the author to consider. */
  blocking: boolean;
  /** What is wrong, and how to correct it. */
  message: string;
};

export type CheckedBlock = {
  id: string;
  section: Section;
  type: BlockType;
  content: BlockContent;
  erasedAt: Date | null;
};

type Checking = { claims: ReadonlyMap<string, Claim>; smallNumber: number };

/** Everything that has to be corrected before a draft can be published, in the order of the text. */
export function checkDraft(blocks: readonly CheckedBlock[], checking: Checking): Check[] {
  return blocks.filter(({ erasedAt }) => erasedAt === null).flatMap((block) => checkBlock(block, checking));
}

function checkBlock(block: CheckedBlock, { claims, smallNumber }: Checking): Check[] {
  const sentences = sentencesOf(block.content);
  if (sentences.length === 0) {
    const message = "Nothing is written here yet. Write it, or remove the paragraph.";
    return [{ kind: "empty", blockId: block.id, claimId: null, blocking: true, message }];
  }
  return sentences.flatMap((sentence) => {
    const claimId = sentence.voice === "claim" ? sentence.claimId : null;
    const claim = claimId === null ? undefined : claims.get(claimId);
    const found = [
      ...wordChecks(sentence, block, claim?.figure.hands ? 0 : smallNumber),
      ...(sentence.voice === "framing" ? framingChecks(sentence.text, block) : []),
      ...(sentence.voice === "claim" ? claimChecks(sentence.text, claim, block.type, smallNumber) : []),
    ];
    return found.map((check) => ({ ...check, blockId: block.id, claimId }));
  });
}

type Found = Pick<Check, "kind" | "blocking" | "message">;
const fault = (kind: Check["kind"], message: string): Found => ({ kind, blocking: true, message });
const advice = (kind: Check["kind"], message: string): Found => ({ kind, blocking: false, message });

/** `smallNumber` is 0 for a show of hands, which was public in the room. */
function wordChecks({ text, voice }: Sentence, { section }: CheckedBlock, smallNumber: number): Found[] {
  const checks: Found[] = [];
  for (const figure of smallFiguresIn(text, smallNumber))
    checks.push(fault("small-group", `“${figure}” stands for ${fewerThan(smallNumber)}. ${SAY_A_FEW}`));
  const group = section === "method" ? null : namesSmallGroup(text);
  if (group && (voice === "claim" || section === "context"))
    checks.push(fault("small-group", `“${group}” may give away who spoke. ${SAY_PARTICIPANTS}`));
  return checks;
}

const OWN_WORDS: readonly Section[] = ["context", "method"];

function framingChecks(text: string, { section, type }: CheckedBlock): Found[] {
  if (type === "quotation")
    return [
      fault(
        "quotation",
        "A quotation reports what was said. Mark it as a report, and cite the contribution it comes from.",
      ),
    ];
  if (quotedPassages(text).length > 0)
    return [
      fault(
        "quotation",
        "This quotes somebody. Mark it as a report of what was said, and cite the contribution it comes from.",
      ),
    ];
  if (OWN_WORDS.includes(section) || !reportsSpeech(text)) return [];
  return [
    fault(
      "framing",
      "This reads as a report of what was said. Mark it as one and cite its contributions, or put it in your own words.",
    ),
  ];
}

function claimChecks(text: string, claim: Claim | undefined, type: BlockType, smallNumber: number): Found[] {
  const standing = claim?.supports.filter(({ stands, participants }) => stands && participants) ?? [];
  if (!claim || standing.length === 0) {
    const lost = (claim?.supports.length ?? 0) > 0;
    return [
      fault(
        "evidence",
        lost
          ? "Every contribution behind this sentence was struck out or removed, or is not from a participant. Cite another contribution, or remove the sentence."
          : "No contribution supports this sentence. Cite one, or mark the sentence as your own framing.",
      ),
    ];
  }
  const gone = claim.supports.filter(({ stands }) => !stands).length;
  return [
    ...(gone > 0
      ? [
          advice(
            "evidence",
            `${gone === 1 ? "A contribution" : `${gone} contributions`} behind this sentence ${gone === 1 ? "has" : "have"} been struck out or removed. Read it again.`,
          ),
        ]
      : []),
    ...quantityChecks(text, claim, smallNumber),
    ...permissionChecks(text, claim, smallNumber),
    ...quotationChecks(text, claim, type),
  ];
}

function quantityChecks(text: string, { figure }: Claim, threshold: number): Found[] {
  const word = quantityIn(text);
  if (!word || figure.hands) return [];
  const { people, of } = figure;
  const right = quantityWord({ people, of, threshold });
  if (right === null)
    return [
      fault("quantity", `It says “${word}”, but no identified person said it. Say “it was said that”.`),
    ];
  return quantifierFits(word, { people, of, threshold })
    ? []
    : [fault("quantity", `It says “${word}”, but ${people} of ${of} is “${right}”.`)];
}

function permissionChecks(text: string, claim: Claim, smallNumber: number): Found[] {
  if (reportsNoWords(text) || claim.figure.hands) return [];
  if (reasonNotReportable(claim.supports, claim.figure.people, smallNumber) === null) return [];
  return [
    fault(
      "permission",
      "You can only report a view of one or a few people if one of its contributions is cleared and its speaker allows the words to be used. Clear a contribution, or remove the sentence.",
    ),
  ];
}

function quotationChecks(text: string, claim: Claim, type: BlockType): Found[] {
  const passages = type === "quotation" ? [text] : quotedPassages(text);
  return passages.flatMap((passage) => {
    const reason = quotationFault(passage, claim.supports);
    return reason === null ? [] : [fault("quotation", reason)];
  });
}
