import type { Mask } from "@/lib/capture/contribution";
import { codePointLength } from "@/lib/platform/text";
import type { Span } from "../span";
import { NewMemoInput } from "../memo";
import type { Incoming, IncomingCoding, LeftOut } from "./incoming";
import { unmaskedSpan } from "./masked-span";
import type { ExchangeCoding, ExchangeProject, ExchangeSelection, ExchangeSource } from "./project";
import type { ThemeOfCode } from "./theme-codes";

/** A line of the review as a file has it: `words` are what was exported, masked where the file was one to share. */
export type KnownLine = {
  id: string;
  revision: number;
  words: string;
  masks: readonly Mask[] | null;
};

type InText = KnownLine & { start: number; end: number; same: boolean };

/**
 * What a project says about lines of the review, which it is told by the passages' identifiers. A passage of
 * its own is on the lines whose words it covers, on each with its part.
 */
export function matchLines(
  project: ExchangeProject,
  codes: readonly ThemeOfCode[],
  known: ReadonlyMap<string, KnownLine>,
): { incoming: Incoming; leftOut: LeftOut } {
  const leftOut: LeftOut = { sources: [], whole: 0, nowhere: 0, changed: 0, notes: 0 };
  const codeAt = new Map(codes.map(({ guid }, index) => [guid, index]));
  const coderAt = new Map(project.coders.map(({ guid }, index) => [guid, index]));
  const lines = new Map<string, Incoming["lines"][number]>();
  const noteLines = new Map<string, string>();

  const add = (line: KnownLine, coding: ExchangeCoding, span: Span) => {
    const code = codeAt.get(coding.codeGuid);
    if (code === undefined) return;
    const coder = coding.coderGuid === null ? null : (coderAt.get(coding.coderGuid) ?? null);
    const { id, revision } = line;
    const found = lines.get(id) ?? { id, revision, codings: [] };
    lines.set(id, found);
    found.codings.push({ code, coder, stance: coding.stance, ...span } satisfies IncomingCoding);
  };

  for (const source of project.sources) {
    const inText = linesInText(source, known);
    if (inText.length === 0) {
      const codings = [source, ...source.selections].reduce((sum, one) => sum + one.codings.length, 0);
      leftOut.sources.push({ name: source.name || "A text without a name", codings });
      continue;
    }
    leftOut.whole += source.codings.length;
    for (const selection of source.selections) {
      const places = placesOf(selection, inText);
      const [first] = places;
      for (const guid of [selection, ...selection.codings].flatMap(({ noteGuids }) => noteGuids))
        if (first && !noteLines.has(guid)) noteLines.set(guid, first.line.id);
      if (places.length === 0) leftOut.nowhere += selection.codings.length;
      for (const { line, span } of places) {
        if (span === null) leftOut.changed += selection.codings.length;
        else for (const coding of selection.codings) add(line, coding, span);
      }
    }
  }
  const notes = project.notes.flatMap(({ guid, text, authorGuid, at }) => {
    const lineId = noteLines.get(guid);
    const said = NewMemoInput.shape.text.safeParse(text);
    if (!said.success || lineId === undefined) return [];
    const coder = authorGuid === null ? null : (coderAt.get(authorGuid) ?? null);
    return [{ guid, lineId, text: said.data, coder, at }];
  });
  leftOut.notes = project.notes.length - notes.length;
  return {
    incoming: { coders: project.coders, codes: [...codes], lines: [...lines.values()], notes },
    leftOut,
  };
}

/** Where the review's lines stand in a text, in their order there, and whether they still say the same. */
function linesInText({ text, selections }: ExchangeSource, known: ReadonlyMap<string, KnownLine>): InText[] {
  const points = text === null ? null : Array.from(text);
  return selections
    .flatMap(({ guid, start, end }): InText[] => {
      const line = known.get(guid);
      if (!line) return [];
      const same = points
        ? points.slice(start, end).join("") === line.words
        : end - start === codePointLength(line.words);
      return [{ ...line, start, end, same }];
    })
    .sort((a, b) => a.start - b.start);
}

type Place = { line: KnownLine; span: Span | null };

/** The lines that a passage is on, with the words of each; no span where the line has changed meanwhile. */
function placesOf({ start, end }: ExchangeSelection, lines: readonly InText[]): Place[] {
  const places: Place[] = [];
  for (let at = firstAfter(lines, start); at < lines.length; at++) {
    const line = lines[at];
    if (!line || line.start >= end) break;
    if (start <= line.start && end >= line.end)
      places.push({ line, span: { spanStart: null, spanEnd: null } });
    else if (!line.same) places.push({ line, span: null });
    else {
      const words = { start: Math.max(start - line.start, 0), end: Math.min(end, line.end) - line.start };
      const said = line.masks ? unmaskedSpan(words, line.masks) : words;
      places.push({ line, span: { spanStart: said.start, spanEnd: said.end } });
    }
  }
  return places;
}

/** The first line that ends after the position: lines follow one another. */
function firstAfter(lines: readonly InText[], position: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.end ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
