import { countOf } from "@/lib/platform/text/count-words";
import type { PublishedFigure } from "./shape/published-shape";
import { asSentence } from "./words/clause";
import { countInTable, figureInWords, quantityOf } from "./words/published-words";
import {
  tableOf,
  type Release,
  type ReleasedFinding,
  type ReleasedNpqs,
  type ReleasedTable,
} from "./release-contents";

/** What differs between two releases, under a heading each, as sentences. */
export type ReleaseChanges = { title: string; sentences: string[] };

type Told = Pick<Release, "tables" | "findings" | "npqs">;

/** How a release differs from an earlier one, from what was published of both. Headings without a change are left out. */
export function changesBetween(before: Told, after: Told): ReleaseChanges[] {
  const then = tableOf(before, null);
  const now = tableOf(after, null);
  if (!then || !now) return [];
  return [
    { title: "People and roundtables", sentences: peopleChanges(then, now) },
    { title: "Themes", sentences: themeChanges(then, now) },
    { title: "Findings", sentences: findingChanges(before.findings, after.findings) },
    { title: "NPQs", sentences: npqChanges(before.npqs, after.npqs) },
  ].filter(({ sentences }) => sentences.length > 0);
}

function peopleChanges(then: ReleasedTable, now: ReleasedTable): string[] {
  if (then.present === now.present && then.roundtables === now.roundtables) return [];
  return [`${presentInWords(now)}. Before that, ${presentInWords(then)}.`];
}

/** "29 people were present at 2 roundtables". */
export function presentInWords({ present, roundtable, roundtables }: ReleasedTable): string {
  const were = `${countOf(present, "person", "people")} ${present === 1 ? "was" : "were"} present`;
  return roundtable === null
    ? `${were} at ${countOf(roundtables, "roundtable")}`
    : `${were} at this roundtable`;
}

function themeChanges(then: ReleasedTable, now: ReleasedTable): string[] {
  const known = new Map(then.themes.map((theme) => [theme.id, theme]));
  const changed = now.themes.flatMap((theme) => {
    const old = known.get(theme.id);
    if (!old) return [`${theme.title} is new: ${figureInWords(theme.people)}.`];
    const renamed = old.title === theme.title ? "" : `, which was called ${old.title}`;
    if (isSaidAlike(old.people, theme.people))
      return renamed === "" ? [] : [`${theme.title}${renamed}: the figure is the same.`];
    return [
      `${theme.title}${renamed}: ${figureInWords(theme.people)}. Before that, ${figureInWords(old.people)}.`,
    ];
  });
  const gone = then.themes.filter(({ id }) => !now.themes.some((theme) => theme.id === id));
  return [...changed, ...gone.map(({ title }) => `${title} is no longer in the figures.`)];
}

/** With the same number and the same word: that more people were present is told once, for all themes. */
function isSaidAlike(one: PublishedFigure, other: PublishedFigure): boolean {
  return countInTable(one) === countInTable(other) && quantityOf(one) === quantityOf(other);
}

function findingChanges(then: readonly ReleasedFinding[], now: readonly ReleasedFinding[]): string[] {
  const known = new Map(then.map((finding) => [finding.id, finding]));
  const changed = now.flatMap((finding) => {
    const old = known.get(finding.id);
    if (!old) return [`New: ${asSentence(finding.text)} Raised by ${figureInWords(finding.supports)}.`];
    if (old.text !== finding.text)
      return [`Worded differently: ${asSentence(finding.text)} Before that: ${asSentence(old.text)}`];
    if (isSaidAlike(old.supports, finding.supports)) return [];
    return [
      `${asSentence(finding.text)} Raised by ${figureInWords(finding.supports)}. Before that, by ${figureInWords(old.supports)}.`,
    ];
  });
  const gone = then.filter(({ id }) => !now.some((finding) => finding.id === id));
  return [...changed, ...gone.map(({ text }) => `No longer among the findings: ${asSentence(text)}`)];
}

/** A release that was made before NPQs were counted says nothing of them, and so nothing has changed since. */
function npqChanges(then: ReleasedNpqs | null, now: ReleasedNpqs | null): string[] {
  if (!then || !now) return [];
  const known = new Map(figuresOfNpqs(then));
  return figuresOfNpqs(now).flatMap(([name, people]) => {
    const old = known.get(name);
    if (old ? isSaidAlike(old, people) : people.count.is === "none") return [];
    const before = old ? `. Before that, ${figureInWords(old)}.` : ".";
    return [`${name}: ${figureInWords(people)}${before}`];
  });
}

function figuresOfNpqs({ npqs, pairs }: ReleasedNpqs): [name: string, PublishedFigure][] {
  return [
    ...npqs.map(({ npq, people }): [string, PublishedFigure] => [npq, people]),
    ...pairs.map(({ first, second, people }): [string, PublishedFigure] => [
      `${first} and ${second}, named together where people spoke about repetition`,
      people,
    ]),
  ];
}
