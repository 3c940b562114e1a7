import { fewerThanInWords, isSmall, numberWord } from "@/lib/aggregate/figures/small-number";
import { upperFirst } from "@/lib/aggregate/publication/words/clause";
import { formatDate } from "@/lib/platform/text/dates";
import { paragraphOf, textBlock, type DraftBlock, type DraftRun } from "../draft-block";
import type { DraftSource } from "../draft-source";

/** Who took part, and when: the author's own framing. */
export function contextBlocks(source: DraftSource): DraftBlock[] {
  return [paragraphOf("context", [[{ text: occasion(source) }], attendance(source)])];
}

/** The questions that a roundtable was asked; those of a whole review differ from one to the next. */
export function questionsOf({ roundtables: [only], wholeReview }: DraftSource): readonly string[] {
  return wholeReview || !only ? [] : only.questions;
}

export function questionBlocks(source: DraftSource): DraftBlock[] {
  const questions = questionsOf(source);
  if (questions.length === 0) return [];
  const lead =
    questions.length === 1
      ? "The discussion followed one question:"
      : "The discussion followed these questions:";
  return [
    textBlock("context", "paragraph", lead),
    ...questions.map((question) => textBlock("context", "list_item", question)),
  ];
}

export function occasion({ roundtables, wholeReview, reviewTitle }: DraftSource): string {
  const part = `as part of ${withArticle(reviewTitle)}`;
  const [first] = roundtables;
  const last = roundtables.at(-1);
  if (!first || !last) return `This report was written ${part}.`;
  if (!wholeReview || roundtables.length === 1)
    return `This report summarises a roundtable held on ${formatDate(first.heldOn)} ${part}.`;
  const held = roundtables.length === 2 ? "on" : "between";
  return `This report brings together ${numberWord(roundtables.length)} roundtables held ${held} ${formatDate(first.heldOn)} and ${formatDate(last.heldOn)} ${part}.`;
}

/** "the NPQ review"; a title that begins with an article or a possessive stays as it is. */
function withArticle(name: string): string {
  if (/^the\s/i.test(name)) return name.replace(/^the/i, "the");
  return /^(?:an?\s|\S+['’]s?\s)/i.test(name) ? name : `the ${name}`;
}

export function attendance({ people, attendances, smallNumber, figures, style }: DraftSource): DraftRun[] {
  if (people === 0) return [{ text: "Nobody is recorded as present." }];
  if (isSmall(people, smallNumber))
    return [{ text: upperFirst(`${fewerThanInWords(smallNumber)} took part, not counting hosts.`) }];
  const present = figures?.table.present;
  const number: DraftRun =
    present === people ? { text: String(people), figure: { of: "present" } } : { text: String(people) };
  const twice = attendances > people ? " Those who came more than once are counted once." : "";
  return [{ text: "In all, " }, number, { text: ` ${style.people} took part, not counting hosts.${twice}` }];
}
