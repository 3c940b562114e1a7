import { KINDS } from "../document-kind";
import { paragraphOf, type DraftBlock } from "../draft-block";
import type { DraftFinding, DraftSource, DraftTheme } from "../draft-source";
import { NOTHING_EARLIER, type EarlierWording } from "../composed/earlier-wording";
import { isMostly } from "@/lib/aggregate/publication/report/figure-ref";
import { contextBlocks } from "./context";
import { conclusionBlocks } from "./conclusion";
import { annexBlocks, methodNote } from "./method";
import { askBlocks, requestToldAtTheme } from "./asks";
import { alsoRaised, headed, isMany, requestSentences, themeParagraph, titleOf, wordsOf } from "./parts";
import { byStance, findingsThatFit, isRaised, themesInOrder, type PlannedTheme } from "./plan";
import { createRealiser } from "./realise";

/** Words of a finding beyond its own: what stands around its clause. */
const AROUND = 5;
/** Words of a theme's opening sentence with its title. */
const OPENING = 16;

/**
 * The public summary: strengths, then areas for improvement, one paragraph a theme, and asks. What does not fit into its
 * length is left out and named beside the draft.
 */
export function summaryBlocks(source: DraftSource, earlier: EarlierWording): DraftBlock[] {
  const { most } = KINDS.summary.words;
  const themes = themesInOrder(source).filter(isRaised);
  let words = most - themes.length * OPENING;
  // What stands around the findings is only estimated, so the draft is measured, and written again with less if need be.
  for (let tries = 0; ; tries++) {
    const told = findingsThatFit(themes, words, costOf);
    const blocks = summaryOf(source, themes, { told, earlier: NOTHING_EARLIER });
    const over = wordsOf(blocks.filter(({ section }) => section !== "annex")) - most;
    // Of each theme one finding is told, however long it is.
    const least = told.size <= themes.length;
    // What is told does not depend on how it was worded before: the same source tells the same.
    if (over <= 0 || least || tries === MAX_TRIES)
      return earlier === NOTHING_EARLIER ? blocks : summaryOf(source, themes, { told, earlier });
    words -= over + AROUND;
  }
}

const MAX_TRIES = 20;

function summaryOf(
  source: DraftSource,
  themes: readonly PlannedTheme[],
  { told, earlier }: { told: ReadonlySet<DraftFinding>; earlier: EarlierWording },
): DraftBlock[] {
  const telling = { realiser: createRealiser(source, earlier), told: [...told] };
  const parts = new Map(themes.map((planned) => [planned, partsOf(planned, told)]));
  const paragraphs = (part: "strengths" | "improvements", ordered: readonly PlannedTheme[]) =>
    ordered.flatMap((planned) => {
      const own = parts.get(planned);
      if (!own || own[part].length === 0) return [];
      return themeParagraph(part, { theme: own.theme, findings: own[part] }, openingOf(own, part), telling);
    });
  const without = themes.filter((planned) => isWithoutParagraph(parts.get(planned)));
  const requests = without.flatMap(({ theme, findings }) => {
    const request = requestToldAtTheme({ theme, findings: findings.filter((one) => told.has(one)) });
    return request && isMany(theme.released?.people) && !theme.other ? [{ theme, request }] : [];
  });
  const asks = [...parts.values()]
    .flatMap((own) => own.asks)
    .filter((ask) => requests.every(({ request }) => request !== ask));
  return [
    ...headed("context", contextBlocks(source)),
    ...headed("strengths", paragraphs("strengths", byStance(themes, "strength"))),
    ...headed("improvements", [
      ...paragraphs("improvements", themes),
      ...requests.map(({ theme, request }) =>
        paragraphOf("improvements", [[titleOf(theme)], ...requestSentences(theme, request, telling)]),
      ),
      ...alsoRaised(
        "improvements",
        without.filter(({ theme }) => requests.every((one) => one.theme !== theme)),
      ),
    ]),
    ...headed("asks", askBlocks(source, asks, telling)),
    ...headed("final", conclusionBlocks(source, themes, told)),
    ...headed("method", [methodNote(source, { annex: true, unknown: false })]),
    ...headed("annex", annexBlocks(source, { unknown: false, questions: false })),
  ];
}

/** A finding with what is told after it, in words. */
function costOf({ text, counterView, hands }: DraftFinding): number {
  const words = (sentence: string) => sentence.split(/\s+/).length;
  return words(text) + AROUND + (counterView === "" ? 0 : words(counterView) + AROUND) + hands.length * 20;
}

/** A theme's findings by the part of the summary that tells them. */
type Parts = {
  theme: DraftTheme;
  strengths: readonly DraftFinding[];
  improvements: readonly DraftFinding[];
  asks: readonly DraftFinding[];
};

function partsOf({ theme, findings }: PlannedTheme, told: ReadonlySet<DraftFinding>): Parts {
  const own = findings.filter((finding) => told.has(finding));
  return {
    theme,
    strengths: own.filter(({ stance }) => stance === "strength"),
    improvements: own.filter(({ stance }) => stance === "improvement" || stance === "observation"),
    asks: own.filter(({ stance }) => stance === "ask"),
  };
}

function isWithoutParagraph(parts: Parts | undefined): boolean {
  return parts?.strengths.length === 0 && parts.improvements.length === 0;
}

/**
 * A theme's own figure opens it where its main stance is told. Among the strengths that is so only where most who spoke about
 * it named strengths: else the figure would read as the number of those who did.
 */
function openingOf({ theme, strengths, improvements }: Parts, part: "strengths" | "improvements") {
  const { released } = theme;
  if (part === "strengths")
    return released && isMostly(released, "strength") ? ("all" as const) : ("strength" as const);
  const elsewhere = strengths.length > 0 && released !== null && isMostly(released, "strength");
  return elsewhere && improvements.length > 0 ? ("improvement" as const) : ("all" as const);
}
