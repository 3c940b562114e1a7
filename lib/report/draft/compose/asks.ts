import { asSentence, upperFirst } from "@/lib/aggregate/publication/words/clause";
import { paragraphOf, type DraftBlock, type DraftRun } from "../draft-block";
import type { DraftFinding, DraftSource } from "../draft-source";
import { afterwards, claimOfFinding, quantityOfFinding } from "./aggregate";
import type { PlannedTheme } from "./plan";
import type { Telling } from "./realise";

/**
 * What people asked for: a list below a line for each number of people who asked, each item a request as it was written down,
 * whatever its form, with the hands that were counted on it and what was said against it.
 */
export function askBlocks(
  { style }: DraftSource,
  asks: readonly DraftFinding[],
  { realiser, told }: Telling,
): DraftBlock[] {
  const words = new Map<string, DraftFinding[]>();
  for (const ask of asks) {
    const word = quantityOfFinding(ask, "supports")?.word ?? "";
    words.set(word, [...(words.get(word) ?? []), ask]);
  }
  return [...words.values()].flatMap((own, at) => {
    const items = own.map((ask): DraftBlock => {
      const sentences = [[requestOf(ask)], ...realiser.paragraph(afterwards([ask], told))];
      return { ...paragraphOf("asks", sentences), type: "list_item" };
    });
    return [paragraphOf("asks", [leadOf(own, style.people, at)]), ...items];
  });
}

/** "Participants made these requests, in no order of importance:", "A few participants made each of these:". */
function leadOf(own: readonly DraftFinding[], people: string, at: number): DraftRun[] {
  const quantity = own[0] ? quantityOfFinding(own[0], "supports") : null;
  const verb = ["made", "put forward", "had"][at % 3] ?? "made";
  const made = ` ${verb} ${own.length === 1 ? (quantity ? "this request" : "one request") : `${quantity ? "each of " : ""}these requests`}`;
  const order = at === 0 && own.length > 1 ? ", in no order of importance:" : ":";
  if (!quantity) return [{ text: `${upperFirst(people)}${made}${order}` }];
  const link = quantity.word === "about half" ? " of the " : " ";
  return [
    { text: upperFirst(quantity.word), figure: quantity.ref },
    { text: `${link}${people}${made}${order}` },
  ];
}

function requestOf(ask: DraftFinding): DraftRun {
  return { text: asSentence(upperFirst(ask.text.trim())), claim: claimOfFinding(ask, "supports") };
}

/**
 * The request that stands under a theme of which a document tells nothing else: its first, if a sentence can hold it. It is
 * told there and not among the others.
 */
export function requestToldAtTheme({ findings }: PlannedTheme): DraftFinding | null {
  if (findings.some(({ stance }) => stance !== "ask")) return null;
  return findings.find(({ text }) => !/[;:]/.test(text)) ?? null;
}
