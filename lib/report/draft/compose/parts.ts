import type { PublishedFigure } from "@/lib/aggregate/publication/shape/published-shape";
import { asSentence, upperFirst } from "@/lib/aggregate/publication/words/clause";
import { SECTION_WORDS, type Section } from "../document-kind";
import {
  listedNames,
  namedThemes,
  paragraphOf,
  textBlock,
  wordsIn,
  type DraftBlock,
  type DraftRun,
} from "../draft-block";
import type { DraftFinding, DraftSource, DraftTheme } from "../draft-source";
import { nameOf } from "../wording";
import { formatDate } from "@/lib/platform/text/dates";
import {
  afterwards,
  claimOfContribution,
  claimOfTheme,
  paragraphPlan,
  quantityOfFinding,
  type OpeningStance,
} from "./aggregate";
import { quantityOfTheme, type PlannedTheme } from "./plan";
import type { Telling } from "./realise";

/** The parts that several kinds of report have. */

export function headed(
  section: Section,
  blocks: readonly DraftBlock[],
  heading: string = SECTION_WORDS[section],
): DraftBlock[] {
  return blocks.length === 0 ? [] : [textBlock(section, "heading", heading), ...blocks];
}

/** One paragraph of a theme, with its title before it. */
export function themeParagraph(
  section: Section,
  { theme, findings }: PlannedTheme,
  opening: OpeningStance | "all" | null,
  { realiser, told }: Telling,
): DraftBlock[] {
  const sentences = realiser.paragraph(paragraphPlan(theme, findings, opening, told));
  return sentences.length === 0 ? [] : [paragraphOf(section, [[titleOf(theme)], ...sentences])];
}

/** The title that a paragraph begins with: it ends in a full stop, if not in a mark of its own. */
export function titleOf({ title }: { title: string }): DraftRun {
  return { text: asSentence(title), strong: true };
}

/** What a theme is told by of which a document tells a request alone: how many raised it, and the request. */
export function requestSentences(
  theme: DraftTheme,
  finding: DraftFinding,
  { realiser, told }: Telling,
): DraftRun[][] {
  const quantity = quantityOfFinding(finding, "supports");
  return realiser.paragraph([
    ...paragraphPlan(theme, [], "all"),
    { is: "request", finding, quantity },
    ...afterwards([finding], told),
  ]);
}

/** Themes that many raised and that no paragraph tells, in a sentence for each word of quantity. */
export function alsoRaised(section: Section, themes: readonly PlannedTheme[]): DraftBlock[] {
  const sentences = raisedSentences(themes, true);
  return sentences.length === 0 ? [] : [paragraphOf(section, sentences)];
}

/** "Some of those present spoke about each of these themes: coaching and delivery." */
export function raisedSentences(themes: readonly PlannedTheme[], also: boolean): DraftRun[][] {
  const words = new Map<string, DraftTheme[]>();
  for (const { theme } of themes) {
    const word = quantityOfTheme(theme, null);
    if (word !== null && !theme.other && isMany(theme.released?.people))
      words.set(word, [...(words.get(word) ?? []), theme]);
  }
  const too = also ? "also " : "";
  return [...words].map(([word, own], at) => {
    const names = own.map(({ id, title }) => ({ text: nameOf(title), claim: claimOfTheme(id, null) }));
    const figure = { of: "theme" as const, id: own[0]?.id ?? "", stance: null };
    const present = " of those present";
    return at % 2 === 0
      ? [
          { text: upperFirst(word), figure },
          { text: `${present} ${too}spoke about ` },
          ...namedThemes(names, { more: "each of these themes" }),
          { text: "." },
        ]
      : [
          { text: `${own.length === 1 ? "One theme" : "Each of these themes"} was ${too}raised by ` },
          { text: word, figure },
          { text: `${present}: ` },
          ...listedNames(names),
          { text: "." },
        ];
  });
}

/** Enough people for a number. */
export function isMany(figure: PublishedFigure | undefined): boolean {
  return figure?.count.is === "about" || figure?.count.is === "nearly all";
}

export function quotationBlocks({ quotations, themes, style }: DraftSource): DraftBlock[] {
  return themes.flatMap(({ id, title }): DraftBlock[] => {
    const own = quotations.filter(({ themeId }) => themeId === id);
    if (own.length === 0) return [];
    const said = style.people === "participants" ? "a participant" : `one of the ${style.people}`;
    return [
      textBlock("quotations", "subheading", title),
      ...own.map(({ contributionId, text }) =>
        textBlock(
          "quotations",
          "quotation",
          { text: `“${text}”`, claim: claimOfContribution(contributionId) },
          ` — ${said}`,
        ),
      ),
    ];
  });
}

/** "29 participants; release 2 of 1 June 2026", under a table. */
export function caption(source: DraftSource, what: string): string {
  const { figures } = source;
  return figures
    ? `${what}, out of ${figures.table.present} present. Release ${figures.release.number}, ${formatDate(figures.release.createdAt)}.`
    : what;
}

export function wordsOf(blocks: readonly DraftBlock[]): number {
  return blocks.filter(({ type }) => type !== "figure").reduce((sum, { runs }) => sum + wordsIn(runs), 0);
}
