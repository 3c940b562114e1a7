import type { Span } from "@/lib/tag/coding/span";
import { NewMemoInput } from "@/lib/tag/coding/memo";
import { checkedIncoming, type Incoming, type IncomingCoding, type LeftOut } from "./incoming";
import { requireFewCodings } from "./format/limits";
import {
  contributionsByGuid,
  placesOf,
  type KnownContribution,
  type PlacedContribution,
} from "./placed-contribution";
import type { ExchangeCoding, ExchangeNote, ExchangeProject, ExchangeSource } from "./file/project";
import { contributionFinder, type SaidContributions } from "./said-contributions";
import type { CodeOfFile } from "./file/theme-codes";

/** The review's contributions as a file may contain them: by their identifiers in it, and by their words. */
export type KnownContributions = {
  byGuid: ReadonlyMap<string, KnownContribution>;
  said: readonly SaidContributions[];
};

/**
 * What a file says about the review's contributions; `byWords` names the texts that were recognised by their
 * words.
 */
export type MatchedProject = { incoming: Incoming; leftOut: LeftOut; byWords: string[] };

/**
 * What a project says about contributions of the review. They are recognised by the passages' identifiers
 * and, where another program replaced these, by their words. A passage over several contributions becomes a
 * span on each.
 */
export function matchContributions(
  project: ExchangeProject,
  codes: readonly CodeOfFile[],
  known: KnownContributions,
): MatchedProject {
  const leftOut: LeftOut = { sources: [], whole: 0, nowhere: 0, changed: 0, notes: 0 };
  const codeAt = new Map(codes.map(({ guid }, index) => [guid, index]));
  const coderAt = new Map(project.coders.map(({ guid }, index) => [guid, index]));
  const contributions = new Map<string, Incoming["contributions"][number]>();
  const noteContributions = new Map<string, string>();
  const byWords: string[] = [];
  const findContributions = contributionFinder(known.said);
  let count = 0;

  const add = (contribution: KnownContribution, coding: ExchangeCoding, span: Span) => {
    const code = codeAt.get(coding.codeGuid);
    if (code === undefined) return;
    const coder = coding.coderGuid === null ? null : (coderAt.get(coding.coderGuid) ?? null);
    const { id, revision } = contribution;
    const found = contributions.get(id) ?? { id, revision, codings: [] };
    contributions.set(id, found);
    found.codings.push({ code, coder, stance: coding.stance, ...span } satisfies IncomingCoding);
  };

  for (const source of project.sources) {
    const name = source.name || "A text without a name";
    const named = contributionsByGuid(source, known.byGuid);
    const said =
      source.text !== null && needsWords(source, named) ? findContributions(source.text, named) : [];
    const inText = [...named, ...said].sort((a, b) => a.start - b.start);
    if (inText.length === 0) {
      const codings = [source, ...source.selections].reduce((sum, one) => sum + one.codings.length, 0);
      leftOut.sources.push({ name, codings });
      continue;
    }
    if (said.length > 0) byWords.push(name);
    leftOut.whole += source.codings.length;
    for (const selection of source.selections) {
      if (selection.codings.length === 0 && selection.noteGuids.length === 0) continue;
      const places = placesOf(selection, inText);
      const [first] = places;
      for (const guid of [selection, ...selection.codings].flatMap(({ noteGuids }) => noteGuids))
        if (first && !noteContributions.has(guid)) noteContributions.set(guid, first.contribution.id);
      requireFewCodings((count += places.length * selection.codings.length));
      if (places.length === 0) leftOut.nowhere += selection.codings.length;
      for (const { contribution, span } of places) {
        if (span === null) leftOut.changed += selection.codings.length;
        else for (const coding of selection.codings) add(contribution, coding, span);
      }
    }
  }
  const notes = memosOf(project.notes, noteContributions, coderAt);
  leftOut.notes = project.notes.length - notes.length;
  const said = {
    coders: project.coders,
    codes: [...codes],
    contributions: [...contributions.values()],
    notes,
  };
  return { incoming: checkedIncoming(said), leftOut, byWords };
}

/** The notes on a contribution that can become memos. */
function memosOf(
  notes: readonly ExchangeNote[],
  contributionOf: ReadonlyMap<string, string>,
  coderAt: ReadonlyMap<string, number>,
): Incoming["notes"] {
  return notes.flatMap(({ guid, authorGuid, at, ...note }) => {
    const contributionId = contributionOf.get(guid);
    const said = NewMemoInput.shape.text.safeParse(wordsOfNote(note));
    if (!said.success || contributionId === undefined) return [];
    const coder = authorGuid === null ? null : (coderAt.get(authorGuid) ?? null);
    return [{ guid, contributionId, text: said.data, coder, at }];
  });
}

/** A memo has no title: it is put in front, unless the words begin with it already. */
function wordsOfNote({ name, text }: Pick<ExchangeNote, "name" | "text">): string {
  const title = name.trim();
  return title === "" || text.trimStart().startsWith(title) ? text : `${title}\n${text}`;
}

/**
 * Whether the file codes or notes a passage that is on none of the contributions recognised by identifiers.
 */
export function needsWords({ selections }: ExchangeSource, named: readonly PlacedContribution[]): boolean {
  const contributions = [...named].sort((a, b) => a.start - b.start);
  return selections.some(
    (selection) =>
      selection.codings.length + selection.noteGuids.length > 0 &&
      placesOf(selection, contributions).length === 0,
  );
}
