import { SECTION_WORDS, type Section } from "../document-kind";
import { paragraphOf, textBlock, wordsIn, type DraftBlock, type DraftRun } from "../draft-block";
import type { DraftFinding, DraftSource, DraftTheme } from "../draft-source";
import { formatDate } from "@/lib/platform/text/dates";
import { listed } from "../wording";
import { afterwards, claimOfContribution, claimOfTheme, paragraphPlan } from "./aggregate";
import { inText } from "./context";
import { quantityOfTheme, type PlannedTheme } from "./plan";
import { askItem, type Realiser } from "./realise";
import type { Stance } from "@/lib/capture/contribution/stance";

/** The parts that several kinds of report have. */

export function headed(section: Section, blocks: readonly DraftBlock[]): DraftBlock[] {
  return blocks.length === 0 ? [] : [textBlock(section, "heading", SECTION_WORDS[section]), ...blocks];
}

/** One paragraph of a theme, with its title before it. */
export function themeParagraph(
  section: Section,
  { theme, findings }: PlannedTheme,
  opening: Stance | "all" | null,
  realiser: Realiser,
): DraftBlock[] {
  const sentences = paragraphPlan(theme, findings, opening)
    .map((plan) => realiser.sentence(plan))
    .filter((runs) => runs.length > 0);
  if (sentences.length === 0) return [];
  const title: DraftRun = { text: `${theme.title}.`, strong: true };
  return [paragraphOf(section, [[title], ...sentences])];
}

const UNRANKED = "They are in no order of importance, because nobody was asked to rank them.";

export function askBlocks(
  source: DraftSource,
  asks: readonly DraftFinding[],
  realiser: Realiser,
): DraftBlock[] {
  if (asks.length === 0) return [];
  const items = asks.map((finding) => {
    const rest = afterwards(finding)
      .map((plan) => realiser.sentence(plan))
      .filter((runs) => runs.length > 0);
    return { ...paragraphOf("asks", [askItem(finding), ...rest]), type: "list_item" as const };
  });
  const intro =
    `These are the requests that ${source.style.people} made. ${asks.length > 1 ? UNRANKED : ""}`.trim();
  return [textBlock("asks", "paragraph", intro), ...items];
}

/** What was raised by most and what opinion was divided on, from figures alone; an author may write on. */
export function finalBlocks(source: DraftSource, themes: readonly PlannedTheme[]): DraftBlock[] {
  const shown = themes.filter(
    ({ theme }) => quantityOfTheme(theme, null) !== null && theme.released?.axis === "theme",
  );
  const [first, second] = shown;
  const runs: DraftRun[] = [];
  if (first && second)
    runs.push(
      { text: "More people spoke about " },
      { text: inText(first.theme.title), claim: claimOfTheme(first.theme.id, null) },
      { text: " and " },
      { text: inText(second.theme.title), claim: claimOfTheme(second.theme.id, null) },
      { text: " than about any other subject." },
    );
  const asked = shown.filter(({ theme }) => isAskedAbout(theme));
  const sentences = [
    ...(firstAreApart(shown) ? [runs] : []),
    ...(asked.length > 0 ? [askedAbout(asked)] : []),
  ].filter((sentence) => sentence.length > 0);
  return sentences.length === 0 ? [] : [paragraphOf("final", sentences)];
}

/** Whether at least the threshold of people asked for something under the theme. */
function isAskedAbout({ released }: DraftTheme): boolean {
  const count = released?.stances.ask.count.is;
  return count === "about" || count === "nearly all";
}

const MOST_NAMED = 3;

function askedAbout(asked: readonly PlannedTheme[]): DraftRun[] {
  const named = asked.slice(0, MOST_NAMED).flatMap(({ theme }, at, all): DraftRun[] => {
    const run = { text: inText(theme.title), claim: claimOfTheme(theme.id, "ask") };
    if (at === 0) return [run];
    return [{ text: at === all.length - 1 ? " and " : ", " }, run];
  });
  return [{ text: "What was asked for most concerns " }, ...named, { text: "." }];
}

/** Whether the figures of the first two are larger than that of the third, whatever numbers they stand for. */
function firstAreApart(shown: readonly PlannedTheme[]): boolean {
  const [, second, third] = shown.map(({ theme }) => theme.released?.people.count);
  if (!second) return false;
  if (!third || second.is === "nearly all") return third?.is !== "nearly all";
  if (second.is !== "about") return false;
  return third.is === "a few" || (third.is === "about" && third.n < second.n);
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
          ` ${said}`,
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

export function titlesOf(themes: readonly PlannedTheme[]): string {
  return listed(themes.map(({ theme }) => inText(theme.title)));
}
