import { SAY_PARTICIPANTS } from "@/lib/aggregate/publication/words/quantity";
import type { ReportFigures } from "@/lib/aggregate/publication/report/figure-ref";
import { reasonNotReportable, type Claim } from "@/lib/report/claim/claim";
import { claimsIn, hasSuggestions, passagesOf, plainText } from "@/lib/report/draft/block";
import type { BlockContent } from "@/lib/report/draft/content/block-content";
import { OWN_WORDS, type BlockType, type ReportKind, type Section } from "@/lib/report/draft/document-kind";
import { claimsNamed } from "@/lib/report/draft/saving/edited-block";
import { quotedPassages, quotationFault } from "@/lib/report/draft/quotation";
import { advice, fault, type Check, type Found } from "./check";
import { coverageChecks } from "./coverage-checks";
import { attributionChecks, relianceChecks } from "./evidence-checks";
import { quantityChecks } from "./quantity-checks";
import { labelsIn, namesSmallGroup, reportsSpeech } from "./sentence-language";
import { sentencesIn, type CheckedSentence } from "./sentences";

export type CheckedBlock = {
  id: string;
  section: Section;
  type: BlockType;
  content: BlockContent;
  erasedAt: Date | null;
};

type Checking = {
  claims: ReadonlyMap<string, Claim>;
  /** What the report's release says; null where it is bound to none. */
  figures: ReportFigures | null;
  smallNumber: number;
  /** The kind of report, where it matters what it is expected to tell. */
  kind?: ReportKind;
};

/** Everything that has to be corrected before a draft can be published, in the order of the text. */
export function checkDraft(blocks: readonly CheckedBlock[], checking: Checking): Check[] {
  const found = blocks
    .filter(({ erasedAt }) => erasedAt === null)
    .flatMap((block, at, all) => checkBlock(block, { ...checking, leadsIn: leadsInto(block, all[at + 1]) }));
  const standing = blocks.filter(({ erasedAt }) => erasedAt === null);
  const all = [
    ...found,
    ...attributionChecks(standing, checking.claims),
    ...relianceChecks(standing, checking.claims),
    ...coverageChecks(standing, checking),
  ];
  return checking.figures ? all : [UNBOUND, ...all];
}

const UNBOUND: Check = {
  ...fault(
    "release",
    "No release of figures covers what this report is about, so nothing shows that its statements give nobody away. Release the figures, then bind the report to that release.",
  ),
  blockId: null,
  claimId: null,
};

type CheckingBlock = Checking & {
  /** Its last line is completed by the items of a list, which are claims. */
  leadsIn: boolean;
};

/** Whether a paragraph ends in a colon and a list of claims follows. */
function leadsInto({ content }: CheckedBlock, next: CheckedBlock | undefined): boolean {
  return next?.type === "list_item" && /:\s*$/.test(plainText(content)) && claimsIn(next.content).length > 0;
}

type Known = { of: readonly unknown[]; found: readonly Check[] };
/**
 * What was found in a block, and everything that it depends on. While somebody writes, only the blocks that they change are
 * checked again. Neither content nor claims are changed in place.
 */
const known = new WeakMap<BlockContent, Known>();

function checkBlock(block: CheckedBlock, checking: CheckingBlock): readonly Check[] {
  const { content, type, id, section } = block;
  const { claims, figures, smallNumber, leadsIn } = checking;
  const cited = claimsNamed(content).map((claimId) => claims.get(claimId));
  const of = [id, type, section, figures, smallNumber, leadsIn, ...cited];
  const before = known.get(content);
  if (before?.of.length === of.length && before.of.every((part, at) => part === of[at])) return before.found;
  const found = foundIn(block, checking);
  known.set(content, { of, found });
  return found;
}

function foundIn(block: CheckedBlock, checking: CheckingBlock): Check[] {
  const { content, type, id: blockId } = block;
  // A table or chart is the release's own; its caption says what it counts.
  if (type === "figure") return [];
  const passages = passagesOf(content).filter(({ text }) => text.trim() !== "");
  if (passages.length === 0) {
    const message = "Nothing is written here yet. Write it, or remove the paragraph.";
    return [{ ...fault("empty", message), blockId, claimId: null }];
  }
  const at = (claimId: string | null) => (found: Found) => ({ ...found, blockId, claimId });
  return [
    ...(type === "table" && !/^[^\n]*\S/.test(plainText(content))
      ? [at(null)(fault("empty", NO_CAPTION))]
      : []),
    ...(hasSuggestions(content) ? [at(null)(fault("suggestion", OPEN_SUGGESTION))] : []),
    ...passages.flatMap(({ text, claimId }) =>
      claimId === null
        ? framingChecks(text, block).map(at(null))
        : claimChecks(text, checking.claims.get(claimId), block, checking.smallNumber).map(at(claimId)),
    ),
    ...sentencesIn(content).flatMap((sentence) =>
      sentenceChecks(sentence, block, checking).map(at(sentence.claims[0] ?? null)),
    ),
  ];
}

const NO_CAPTION = "This table has no caption. Say above it what it shows.";
const OPEN_SUGGESTION = "A suggested change is still open here. Accept it or refuse it.";

function sentenceChecks(
  sentence: CheckedSentence,
  { section, type }: CheckedBlock,
  checking: CheckingBlock,
): Found[] {
  const { claims, figures, smallNumber } = checking;
  const leads = checking.leadsIn && sentence.text.endsWith(":");
  const own = sentence.claims.flatMap((id) => claims.get(id) ?? []);
  const group = OWN_WORDS.includes(section) && section !== "context" ? null : namesSmallGroup(sentence.text);
  const reports = own.length > 0 || section === "context" || reportsSpeech(sentence.text);
  // A claim without evidence is told so already.
  const unsupported =
    own.length > 0 && own.every((claim) => !claim.themeId && standingOf(claim).length === 0);
  const quantities =
    unsupported || OWN_WORDS.includes(section) || type === "quotation"
      ? []
      : quantityChecks(sentence, { claims: own, figures, threshold: smallNumber });
  return [
    ...quantities,
    ...labelsIn(sentence.text).map((label) =>
      fault("identity", `“${label}” is the label of somebody who was there. Leave it out.`),
    ),
    ...(group && reports
      ? [fault("small-group", `“${group}” may give away who spoke. ${SAY_PARTICIPANTS}`)]
      : []),
    ...(own.length === 0 && !leads && !OWN_WORDS.includes(section) && reportsSpeech(sentence.text)
      ? [
          fault(
            "framing",
            "This reads as a report of what was said. Mark it as one and cite its evidence, or put it in your own words.",
          ),
        ]
      : []),
  ];
}

/** Beside the quotation itself a block may say who spoke. */
function framingChecks(text: string, { type, content }: CheckedBlock): Found[] {
  const unclaimed = type === "quotation" && claimsIn(content).length === 0;
  if (!unclaimed && quotedPassages(text).length === 0) return [];
  return [
    fault(
      "quotation",
      type === "quotation"
        ? "A quotation reports what was said. Mark it as a claim, and cite the contribution it comes from."
        : "This quotes somebody. Mark it as a claim, and cite the contribution it comes from.",
    ),
  ];
}

/** A theme as a whole rests on its contributions, whatever they are. */
function claimChecks(
  text: string,
  claim: Claim | undefined,
  { type }: CheckedBlock,
  smallNumber: number,
): Found[] {
  if (claim?.themeId) return [];
  if (!claim || standingOf(claim).length === 0) return [fault("evidence", withoutEvidence(claim))];
  const gone = claim.supports.filter(({ stands }) => !stands).length;
  return [
    ...(gone > 0 ? [advice("evidence", someGone(gone))] : []),
    ...permissionChecks(claim, smallNumber),
    ...quotationChecks(text, claim, type),
  ];
}

function standingOf({ supports }: Claim) {
  return supports.filter(({ stands, participants }) => stands && participants);
}

function withoutEvidence(claim: Claim | undefined): string {
  return (claim?.supports.length ?? 0) > 0
    ? "Every contribution behind this was struck out or removed, or is not from a participant. Cite another contribution, or remove the words."
    : "No contribution supports this. Cite one, or mark the words as your own framing.";
}

function someGone(gone: number): string {
  const [which, have] = gone === 1 ? ["A contribution", "has"] : [`${gone} contributions`, "have"];
  return `${which} behind this ${have} been struck out or removed. Read it again.`;
}

function permissionChecks(claim: Claim, smallNumber: number): Found[] {
  if (claim.figure.hands) return [];
  if (reasonNotReportable(claim.supports, claim.figure.people, smallNumber) === null) return [];
  return [
    fault(
      "permission",
      "You can only report a view of one or a few people if one of its contributions is cleared and its speaker allows the words to be used. Clear a contribution, or remove the words.",
    ),
  ];
}

function quotationChecks(text: string, claim: Claim, type: BlockType): Found[] {
  const quoted = quotedPassages(text);
  const passages = type === "quotation" && quoted.length === 0 ? [text] : quoted;
  return passages.flatMap((passage) => {
    const reason = quotationFault(passage, claim.supports);
    return reason === null ? [] : [fault("quotation", reason)];
  });
}
