import { isSmall } from "@/lib/aggregate/figures/small-number";
import { shortRoundingRule } from "@/lib/aggregate/publication/words/published-words";
import { reportScale } from "@/lib/aggregate/publication/words/quantity";
import { formatDate } from "@/lib/platform/text/dates";
import { agreementWords } from "@/lib/tag/rounds/agreement-words/method-note";
import { namedThemes, paragraphOf, textBlock, type DraftBlock } from "../draft-block";
import type { Confidentiality, DraftSource } from "../draft-source";
import { nameOf } from "../wording";
import { coreqBlocks } from "./coreq";

const CONFIDENTIALITY: Record<Confidentiality, string> = {
  chatham_house: "The Chatham House Rule applied: nothing here says who was there or where anybody works.",
  role_only: "Nobody is named. A speaker is described by their role, or not at all.",
  attributed: "People agreed that their words could be attributed, but nobody is named here.",
};

/** The strictest confidentiality rule among the roundtables applies to the whole report. */
function confidentiality({ roundtables }: DraftSource): string[] {
  const order: Confidentiality[] = ["chatham_house", "role_only", "attributed"];
  const strictest = order.find((rule) => roundtables.some((one) => one.confidentiality === rule));
  return strictest ? [CONFIDENTIALITY[strictest]] : [];
}

/** Which other parts the report has: what one of them says is said there alone. */
type Elsewhere = { annex: boolean; unknown: boolean };

const POLICY = "the policy of the Department for Education or of the Chartered College of Teaching";

/** At most 120 words, so that it is read. The annex says the rest. */
export function methodNote(source: DraftSource, { annex, unknown }: Elsewhere): DraftBlock {
  const sentences = [
    unknown
      ? `These are the views of those who took part. Nothing here is ${POLICY}.`
      : `These are the views of those who took part. They are not a sample, not everyone was asked every question, and nothing here is ${POLICY}.`,
    "Every statement rests on contributions written down during the discussion.",
    ...(source.figures ? [shortRoundingRule(source.smallNumber)] : []),
    "A number says how many raised a point, not how many would agree; a view told without one may be one person’s.",
    ...confidentiality(source),
    ...(annex ? ["The annex gives the whole method."] : []),
  ];
  return paragraphOf("method", [sentences.map((text) => ({ text })).flatMap(spaced)]);
}

/** The whole method: how figures are counted, how contributions were coded, and the points of COREQ. */
export function annexBlocks(
  source: DraftSource,
  elsewhere: Pick<Elsewhere, "unknown"> & { questions: boolean },
): DraftBlock[] {
  const { figures, unidentifiedContributions: unknown, smallNumber } = source;
  const counted = [
    figures
      ? `Figures come from release ${figures.release.number} of the review’s figures, made on ${formatDate(figures.release.createdAt)}. Before that release every figure was checked against everything published of the review, so that no small number of people with a view can be worked out from it.`
      : "No figures of this discussion are released yet, so no numbers of people are given.",
    "A figure counts people, each once, out of everybody present. The one at the head of a theme counts everybody who spoke about it, whatever they said. Contributions of hosts and officials are in no figure.",
    ...(unknown > 0 ? [unknownSpeakers(unknown, smallNumber)] : []),
    "Shows of hands were public in the room. They are counted separately and are not added to the people who spoke.",
  ];
  const words = [
    `Words of quantity stand for shares of the people present: ${reportScale(smallNumber)}.`,
    ...(elsewhere.unknown ? [] : ["Not raising a point does not mean disagreeing with it."]),
  ];
  const coding = [
    "Facilitators gave each contribution its themes, using written definitions, and wrote findings that cite the contributions behind them.",
    source.coding ? agreementWords(source.coding) : UNMEASURED,
  ];
  return [
    ...[counted, words, coding].map((texts) =>
      paragraphOf(
        "annex",
        texts.map((text) => [{ text }]),
      ),
    ),
    ...coreqBlocks(source, elsewhere),
  ];
}

function spaced(run: { text: string }, at: number) {
  return at === 0 ? [run] : [{ text: " " }, run];
}

const UNMEASURED =
  "Agreement between coders was not measured on these contributions, so nothing here shows how alike two people would have read them.";

function unknownSpeakers(contributions: number, smallNumber: number): string {
  const some = isSmall(contributions, smallNumber)
    ? "Some contributions have"
    : `In addition, ${contributions} contributions have`;
  return `${some} no known speaker: they may support a statement, but they are in no count of people.`;
}

/** What readers cannot learn from the report. */
export function unknownBlocks(source: DraftSource, { annex }: Pick<Elsewhere, "annex">): DraftBlock[] {
  const { unraised, unidentifiedContributions: unknown, figures } = source;
  const left = figures?.table.themes.filter(({ people }) => people.count.is === "held back").length ?? 0;
  const silent = namedThemes(
    unraised.map((title) => ({ text: nameOf(title) })),
    { one: "this theme" },
  );
  const items = [
    "Those who took part are not a sample, and not everyone was asked every question, so nothing here says how widely a view is held beyond the room.",
    ...(unraised.length > 0
      ? [`Nobody spoke about ${silent.map(({ text }) => text).join("")}. That may mean that nobody asked.`]
      : []),
    ...(left > 0
      ? ["Some figures are not shown, because a number of very few people could be worked out from them."]
      : []),
    ...(unknown > 0 && !annex
      ? ["Some contributions have no known speaker and are in no count of people."]
      : []),
    ...(source.coding || annex
      ? []
      : ["How alike two coders would have read the contributions was not measured."]),
    "Not raising a point does not mean disagreeing with it: silence was not counted.",
  ];
  return items.map((text) => textBlock("unknown", "list_item", text));
}
