import { formatDate } from "@/lib/platform/text/dates";
import { fewerThanInWords, isSmall, isTooFew, numberWord } from "@/lib/aggregate/figures/small-number";
import { roundingRule } from "@/lib/aggregate/publication/words/published-words";
import { reportScale } from "@/lib/aggregate/publication/words/quantity";
import { agreementWords } from "@/lib/tag/rounds/agreement-words/method-note";
import { framing, type DraftBlock } from "./draft-block";
import type { Breakdown, Confidentiality, DraftSource } from "./draft-source";
import { listed, upperFirst } from "./wording";

/** The parts of a draft that are framing: who took part, and how the summary was made. */

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

/** "the NPQ review"; a title that begins with an article or a possessive stays as it is. */
function withArticle(name: string): string {
  if (/^the\s/i.test(name)) return name.replace(/^the/i, "the");
  return /^(?:an?\s|\S+['’]s?\s)/i.test(name) ? name : `the ${name}`;
}

function attendance({ people, attendances, smallNumber }: DraftSource): string {
  if (people === 0) return "Nobody is recorded as present.";
  if (isSmall(people, smallNumber))
    return upperFirst(`${fewerThanInWords(smallNumber)} took part, not counting hosts.`);
  const twice = attendances > people ? " People who came more than once are counted once." : "";
  return `In all, ${people} people took part, not counting hosts.${twice}`;
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

/** Values that reach the threshold, dropping one where what is left over would be a small group itself. */
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
    "The Chatham House Rule applied: this summary does not reveal who was there or where anybody works.",
  role_only: "Nobody is named. A speaker is described by their role, or not at all.",
  attributed: "People agreed that their words could be attributed, but this summary does not name anybody.",
};

/** The strictest confidentiality rule among the roundtables applies to the whole draft. */
function confidentiality({ roundtables }: DraftSource): string[] {
  const order: Confidentiality[] = ["chatham_house", "role_only", "attributed"];
  const strictest = order.find((rule) => roundtables.some((one) => one.confidentiality === rule));
  return strictest ? [CONFIDENTIALITY[strictest]] : [];
}

export function methodBlocks(source: DraftSource): DraftBlock[] {
  const unknown = source.unidentifiedContributions;
  const paragraphs = [
    [
      "These are the views of the people who took part.",
      "They are not a sample, not everyone was asked every question, and nothing here is the policy of the Department for Education or of the Chartered College of Teaching.",
      ...confidentiality(source),
    ],
    [
      "Each sentence that reports what was said is based on contributions written down during the discussion.",
      "The figure after it counts the people whose contributions support it, each person once, out of everybody present.",
      roundingRule(source.smallNumber),
      ...(unknown > 0 ? [unknownSpeakers(unknown, source.smallNumber)] : []),
      "Shows of hands are counted separately and are not added to the people who spoke.",
    ],
    [
      `Words of quantity stand for shares of the people present: ${reportScale(source.smallNumber)}.`,
      "They say how many people raised a point, not how many would have agreed with it. Not raising a point does not mean disagreeing with it.",
    ],
    [
      "Facilitators set themes on the contributions, using written definitions.",
      source.coding ? agreementWords(source.coding) : UNMEASURED,
    ],
  ];
  return paragraphs.map((texts) => ({ ...paragraphOf("method"), sentences: texts.map(framing) }));
}

const UNMEASURED =
  "Agreement between coders was not measured on these contributions, so nothing here shows how alike two people would have read them.";

function unknownSpeakers(contributions: number, smallNumber: number): string {
  const some = isSmall(contributions, smallNumber)
    ? "Some contributions have"
    : `In addition, ${contributions} contributions have`;
  return `${some} no known speaker: they may support a sentence, but they are not in any count of people.`;
}
