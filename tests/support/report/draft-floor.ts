import { figureFor, refText, type FigureRef } from "@/lib/aggregate/publication/report/figure-ref";
import { saysFigure } from "@/lib/aggregate/publication/words/told-words";
import { wordsOf } from "@/lib/report/draft/compose/parts";
import { KINDS, OWN_WORDS, type ReportKind } from "@/lib/report/draft/document-kind";
import type { DraftBlock, DraftRun } from "@/lib/report/draft/draft-block";
import type { DraftSource } from "@/lib/report/draft/draft-source";
import { ORDER_RULES } from "./draft-order";
import { isProse, sentenceRuns, textOf } from "./draft-prose";

type OrderRule = keyof typeof ORDER_RULES;

/** What every generated draft has to keep, however little it is liked: a list of what one does not, in words. */
export type FloorFault = {
  rule: "quantity" | "figures" | "frame" | "opening" | "theme" | "length" | OrderRule;
  what: string;
};

const MAX_TIMES = 2;

export function floorFaults(
  kind: ReportKind,
  source: DraftSource,
  blocks: readonly DraftBlock[],
): FloorFault[] {
  const told = blocks.filter(({ section }) => !OWN_WORDS.includes(section));
  const fault = (rule: FloorFault["rule"]) => (what: string) => ({ rule, what });
  const words = wordsOf(blocks.filter(({ section }) => section !== "annex"));
  return [
    ...figuresNotReleased(blocks, source).map(fault("quantity")),
    ...told.flatMap(sentenceRuns).filter(hasFigures).map(textOf).map(fault("figures")),
    ...tooOften(told.filter(isProse).flatMap((block) => framesOf(block, source))).map(fault("frame")),
    ...tooOften(told.filter(({ type }) => type === "paragraph").map(openingOf)).map(fault("opening")),
    ...themesUntold(kind, source, blocks).map(fault("theme")),
    ...(Object.keys(ORDER_RULES) as OrderRule[]).flatMap((rule) =>
      ORDER_RULES[rule](blocks, source).map(fault(rule)),
    ),
    ...(words > KINDS[kind].words.most ? [fault("length")(`${words} words`)] : []),
  ];
}

function figuresNotReleased(blocks: readonly DraftBlock[], { figures }: DraftSource): string[] {
  return blocks.flatMap(({ runs }) =>
    runs.flatMap(({ text, figure }) => {
      const told = figure && figures && figureFor(figure, figures);
      return !figure || (told && saysFigure(text, told)) ? [] : [`“${text}” is not ${refText(figure)}`];
    }),
  );
}

/** More than one number, or more than one quantity and the share of it: "about 15 of the 29 people, most of them critically". */
function hasFigures(sentence: readonly DraftRun[]): boolean {
  const figures = sentence.flatMap(({ figure, text }) =>
    // "Of the 29 participants, about 15": how many were present is part of the other figure.
    figure && figure.of !== "present" ? [{ figure, text }] : [],
  );
  const numbers = figures.filter(({ text }) => /\d/.test(text));
  return numbers.length > 1 || figures.filter(({ figure }) => figure.of !== "share").length > 1;
}

/** The sentences of a block with what fills them taken out. */
function framesOf({ runs }: DraftBlock, { themes }: DraftSource): string[] {
  const titles = themes.map(({ title }) => title.toLowerCase());
  return runs
    .map(({ text, claim, figure, strong }) => {
      if (text === " " && !claim) return "\n";
      const fills = strong || figure || titles.includes(text.toLowerCase()) || (claim && !claim.themeId);
      return fills ? "…" : text;
    })
    .join("")
    .split("\n")
    .filter((frame) => /\p{L}/u.test(frame));
}

/** The first words of a paragraph after its title, with its figure taken out. */
function openingOf({ runs }: DraftBlock): string {
  const told = runs.filter(({ strong }) => !strong).map(({ text, figure }) => (figure ? "…" : text));
  return told.join("").trim().split(" ").slice(0, 8).join(" ");
}

function tooOften(all: readonly string[]): string[] {
  return [...new Set(all)].filter((one) => all.filter((other) => other === one).length > MAX_TIMES);
}

/** Themes with people enough for a number that no word of the draft names; a briefing has a table of them. */
function themesUntold(
  kind: ReportKind,
  { themes, figures }: DraftSource,
  blocks: readonly DraftBlock[],
): string[] {
  if (kind === "briefing" && figures !== null) return [];
  const text = blocks
    .map(({ runs }) => textOf(runs))
    .join("\n")
    .toLowerCase();
  return themes.flatMap(({ title, other, released }) => {
    const count = released?.people.count.is;
    const isMany = count === "about" || count === "nearly all";
    return other || !isMany || text.includes(title.toLowerCase()) ? [] : [title];
  });
}

/** What was counted, by the reference of its figure: what no release tells. */
export type ExactCounts = ReadonlyMap<string, number>;

/**
 * What a draft says of quantity and is not so of the people as they were counted. The scale is said here again, so that
 * nothing is compared with itself.
 */
export function falseQuantities(
  blocks: readonly DraftBlock[],
  { people: present, themes }: DraftSource,
  exact: ExactCounts,
): string[] {
  const isFalse = (words: string, ref: FigureRef): boolean => {
    if (ref.of === "hands" || ref.of === "roundtables") return false;
    if (ref.of === "present") return words !== String(present);
    const count = exact.get(refText(ref.of === "share" ? { ...ref, of: "theme" } : ref)) ?? 0;
    if (ref.of !== "share") return !isTrueOf(words.toLowerCase(), count, present);
    return count * 2 <= (exact.get(refText({ of: "theme", id: ref.id, stance: null })) ?? 0);
  };
  const named = new Set(themes.flatMap(({ id, other }) => (other ? [] : [id])));
  return blocks.flatMap(sentenceRuns).flatMap((sentence) => {
    const figures = sentence.flatMap(({ text, figure }) => (figure ? [{ text, figure }] : []));
    const [first] = figures;
    // "Some of those present spoke about each of these themes": it is said of every theme that is named.
    const others = sentence.flatMap(({ claim }) =>
      first?.figure.of === "theme" && claim?.themeId && claim.stance === first.figure.stance
        ? [{ text: first.text, figure: { ...first.figure, id: claim.themeId } }]
        : [],
    );
    const wrong = [...figures, ...others].some(({ text, figure }) => isFalse(text, figure));
    return wrong || isFalseComparison(sentence, named, exact) ? [textOf(sentence)] : [];
  });
}

/** "More people spoke well of one theme than of any other: coaching", "Criticism was most widespread under one theme: delivery". */
function isFalseComparison(
  sentence: readonly DraftRun[],
  themes: ReadonlySet<string>,
  exact: ExactCounts,
): boolean {
  if (!/\bmore people\b|\bmost widespread\b/i.test(textOf(sentence))) return false;
  const claims = sentence.flatMap(({ claim }) => (claim?.themeId ? [claim] : []));
  const told = new Set(claims.map(({ themeId }) => themeId));
  const stance = claims[0]?.stance ?? null;
  const count = (id: string | null) => exact.get(refText({ of: "theme", id: id ?? "", stance })) ?? 0;
  const least = Math.min(...[...told].map(count));
  return [...themes].some((id) => !told.has(id) && count(id) >= least);
}

function isTrueOf(words: string, people: number, present: number): boolean {
  const number = /^about (\d+)/.exec(words)?.[1];
  if (number !== undefined) return Math.abs(Number(number) - people) <= 2;
  const share = people / present;
  if (words.startsWith("nearly all")) return present - people <= 2;
  if (words.startsWith("most")) return share > 1 / 2;
  // Half of an odd number, and a number that is rounded by two on either side of it.
  if (words.startsWith("about half")) return Math.abs(people - present / 2) <= 4.5;
  if (words.startsWith("many")) return share >= 1 / 3;
  if (words.startsWith("some")) return people >= 5;
  return words.startsWith("a few") && people >= 1 && people <= 4;
}
