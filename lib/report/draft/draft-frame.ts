import { formatDate } from "@/lib/platform/dates";
import {
  fewerThanInWords,
  isSmall,
  isTooFew,
  numberWord,
  QUANTIFIER_SCALE,
} from "@/lib/aggregate/figures/small-number";
import { agreementWords } from "@/lib/tag/rounds/agreement/method-note";
import { framing, type DraftBlock } from "./draft-block";
import type { Breakdown, Confidentiality, DraftSource } from "./draft-source";
import { listed, upperFirst } from "./wording";

/** The parts of a draft that are the author's own: who took part, and how the summary was made. */

export function contextBlocks(source: DraftSource): DraftBlock[] {
  const [only] = source.roundtables;
  const questions = source.wholeReview || !only ? [] : only.questions;
  const opening = [occasion(source), attendance(source), ...breakdownSentences(source)].map(framing);
  const asked =
    questions.length === 0
      ? []
      : [
          framing(
            questions.length === 1
              ? "The discussion followed one question:"
              : "The discussion followed these questions:",
          ),
        ];
  const item = (text: string): DraftBlock => ({
    section: "context",
    type: "list_item",
    sentences: [framing(text)],
  });
  return [
    { section: "context", type: "paragraph", sentences: opening },
    ...(asked.length > 0 ? [{ ...paragraphOf("context"), sentences: asked }] : []),
    ...questions.map(item),
  ];
}

function paragraphOf(section: DraftBlock["section"]): DraftBlock {
  return { section, type: "paragraph", sentences: [] };
}

function occasion({ roundtables, wholeReview, reviewTitle }: DraftSource): string {
  const part = `as part of ${withArticle(reviewTitle)}`;
  const [first] = roundtables;
  const last = roundtables.at(-1);
  if (!first || !last) return `This summary was written ${part}.`;
  if (!wholeReview || roundtables.length === 1)
    return `This summary reports what was said at a roundtable held on ${formatDate(first.heldOn)} ${part}. The host was ${withArticle(first.host)}.`;
  const many = numberWord(roundtables.length);
  return `This summary brings together what was said at ${many} roundtables held between ${formatDate(first.heldOn)} and ${formatDate(last.heldOn)} ${part}.`;
}

/** "the NPQ review"; a title that has an article, or a possessive in front, keeps what it has. */
function withArticle(name: string): string {
  if (/^the\s/i.test(name)) return name.replace(/^the/i, "the");
  return /^(?:an?\s|\S+['’]s?\s)/i.test(name) ? name : `the ${name}`;
}

function attendance({ people, attendances, smallNumber }: DraftSource): string {
  if (people === 0) return "Nobody is recorded as present.";
  if (isSmall(people, smallNumber))
    return upperFirst(`${fewerThanInWords(smallNumber)} took part, hosts not counted.`);
  const twice = attendances > people ? ", and people who came more than once are counted once" : "";
  return `In all, ${people} people took part, hosts not counted${twice}.`;
}

const BY: Record<Breakdown["attribute"], string> = { phase: "phase", role: "role", region: "region" };

function breakdownSentences({ breakdowns, people, smallNumber }: DraftSource): string[] {
  const shown = breakdowns.flatMap((breakdown) => {
    const values = shownValues(breakdown, people, smallNumber);
    if (values.length === 0) return [];
    const parts = values.map(({ value, people }) => `${valueWord(breakdown.attribute, value)} ${people}`);
    return [`By ${BY[breakdown.attribute]}: ${listed(parts)}.`];
  });
  if (shown.length === 0) return [];
  return [...shown, `Groups of ${fewerThanInWords(smallNumber)} are not shown.`];
}

/** Values of at least the threshold, and never so many that what is left over is a small group itself. */
export function shownValues(breakdown: Breakdown, people: number, smallNumber: number) {
  const values = breakdown.values
    .filter((value) => !isTooFew(value.people, smallNumber) && value.value !== "Not applicable")
    .sort((a, b) => b.people - a.people);
  const left = () => people - values.reduce((sum, value) => sum + value.people, 0);
  while (values.length > 0 && isSmall(left(), smallNumber)) values.pop();
  return values;
}

function valueWord(attribute: Breakdown["attribute"], value: string): string {
  if (attribute === "region" || /^\p{Lu}{2}/u.test(value)) return value;
  return value.slice(0, 1).toLowerCase() + value.slice(1);
}

const CONFIDENTIALITY: Record<Confidentiality, string> = {
  chatham_house:
    "The Chatham House Rule applied: this summary gives away neither who was there nor where anybody works.",
  role_only: "Nobody is named. A speaker is described by their role, or not at all.",
  attributed:
    "Those present agreed that their words might be attributed; even so, this summary names nobody.",
};

/** The strictest of the rules that the roundtables were held under speaks for all of them. */
function confidentiality({ roundtables }: DraftSource): string[] {
  const order: Confidentiality[] = ["chatham_house", "role_only", "attributed"];
  const strictest = order.find((rule) => roundtables.some((one) => one.confidentiality === rule));
  return strictest ? [CONFIDENTIALITY[strictest]] : [];
}

export function methodBlocks(source: DraftSource): DraftBlock[] {
  const unknown = source.unidentifiedContributions;
  const paragraphs = [
    [
      "These are the views of those who took part.",
      "They are not a sample, not everyone was asked every question, and nothing here is the policy of the Department for Education or of the Chartered College of Teaching.",
      ...confidentiality(source),
    ],
    [
      "Each sentence that reports what was said rests on contributions written down during the discussion.",
      "The figure with it counts the people whose contributions carry it, each person once, out of everybody present.",
      `Figures that stand for ${fewerThanInWords(source.smallNumber)} are withheld.`,
      ...(unknown > 0 ? [unknownSpeakers(unknown, source.smallNumber)] : []),
      "Shows of hands are counts of their own and are not added to the people who spoke.",
    ],
    [
      `Words of quantity stand for shares of the people present: ${QUANTIFIER_SCALE}.`,
      "They say how many raised a point, not how many would have agreed with it: silence is not dissent.",
    ],
    [
      "Facilitators set themes on the contributions, by definitions that were written down.",
      source.coding ? agreementWords(source.coding) : UNMEASURED,
    ],
  ];
  return paragraphs.map((texts) => ({ ...paragraphOf("method"), sentences: texts.map(framing) }));
}

const UNMEASURED =
  "No agreement between coders was measured on these contributions: nothing here shows how alike two people would have read them.";

function unknownSpeakers(contributions: number, smallNumber: number): string {
  const some = isSmall(contributions, smallNumber)
    ? "Some contributions have"
    : `In addition, ${contributions} contributions have`;
  return `${some} no known speaker: they may support a sentence, but they are not in any count of people.`;
}
