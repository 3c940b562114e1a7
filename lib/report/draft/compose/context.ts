import { fewerThanInWords, isSmall, numberWord } from "@/lib/aggregate/figures/small-number";
import { groupsPresent } from "@/lib/aggregate/publication/words/compared/group-words";
import { upperFirst } from "@/lib/aggregate/publication/words/clause";
import { formatDate } from "@/lib/platform/text/dates";
import { paragraphOf, textBlock, type DraftBlock, type DraftRun } from "../draft-block";
import type { DraftRoundtable, DraftSource } from "../draft-source";
import { listed, separatorsOfNames } from "../wording";

/** Who took part, when and where, and who was the host: the author's own framing. */
export function contextBlocks(source: DraftSource): DraftBlock[] {
  const sentences = [[{ text: occasion(source) }], hosts(source), attendance(source), roles(source)];
  return [
    paragraphOf(
      "context",
      sentences.filter((runs) => runs.length > 0),
    ),
  ];
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
    return `This report summarises a roundtable held ${whereAndWhen(first)} ${part}.`;
  const held =
    roundtables.length === 2
      ? `${whereAndWhen(first)} and ${whereAndWhen(last)}`
      : `between ${formatDate(first.heldOn)} and ${formatDate(last.heldOn)}${places(roundtables)}`;
  return `This report brings together ${numberWord(roundtables.length)} roundtables held ${held} ${part}.`;
}

/** "in London on 14 May 2025", "online on 4 March 2026". */
function whereAndWhen(roundtable: DraftRoundtable): string {
  return [...whereOf(roundtable), `on ${formatDate(roundtable.heldOn)}`].join(" ");
}

function whereOf({ place, online }: DraftRoundtable): string[] {
  const here = place?.trim() ? [`in ${place.trim()}`] : [];
  return online ? [[...here, "online"].join(" and ")] : here;
}

/** " (in London, in Leeds and online)"; nothing where one of them says no place. */
function places(roundtables: readonly DraftRoundtable[]): string {
  const all = roundtables.map(whereOf);
  return all.some((where) => where.length === 0) ? "" : ` (${listed([...new Set(all.flat())])})`;
}

/** "It was hosted by the Chartered College of Teaching." Who hosted is on the invitation, and no participant is a host. */
function hosts({ roundtables, wholeReview }: DraftSource): DraftRun[] {
  const all = roundtables.map(({ host }) => organisation(host.trim())).filter((host) => host !== "");
  const [first, second] = new Set(all);
  if (first === undefined || all.length < roundtables.length) return [];
  const who = !wholeReview || roundtables.length === 1 ? "It was" : "They were";
  if (second === undefined) return [{ text: `${who} hosted by ${first}.` }];
  if (roundtables.length === 2)
    return [{ text: `The first was hosted by ${first}, and the second by ${second}.` }];
  const names = [...new Set(all)];
  const [between, before] = separatorsOfNames(names);
  return [{ text: `Their hosts were ${names.slice(0, -1).join(between)}${before}${names.at(-1) ?? ""}.` }];
}

/** "the Chartered College of Teaching": a name that says of what, or of which country, it is, has an article. */
function organisation(name: string): string {
  return /^the\s/i.test(name) || !/\b(?:of|for|national|royal|british)\b/i.test(name) ? name : `the ${name}`;
}

/** The role groups that the release shows: of the review alone, because those of one room are too small to be shown. */
function roles({ figures, wholeReview, people }: DraftSource): DraftRun[] {
  if (!figures || people === 0) return [];
  if (!wholeReview) return [{ text: ROLES_ELSEWHERE }];
  const breakdown = figures.breakdowns.find(({ attribute }) => attribute === "role");
  const of = breakdown?.groups.reduce((sum, { present }) => sum + present, 0);
  // A release may carry over an earlier breakdown, of fewer people.
  if (!breakdown || breakdown.groups.length < 2 || of !== people) return [];
  return [{ text: `By role, they were ${listed(groupsPresent(breakdown))}.` }];
}

const ROLES_ELSEWHERE =
  "Roles are published for the review as a whole, because among the people of one room a role could show who somebody is.";

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
