import { toGuid } from "../format/guid";
import type { ImportWarnings } from "../import-warnings";
import { decidePositions, type SourcePositions, type WrittenSource } from "../positions/position-decision";
import { distinctPassages, unitEvidence, type WrittenPassage } from "../positions/position-evidence";
import { STANDARD, type PositionUnit, type SourceText } from "../positions/positions";
import { ORIGIN, type ExchangeCoding, type ExchangeSelection, type ExchangeSource } from "./project";
import {
  attributeOf,
  attributesOf,
  authorOf,
  childOf,
  childrenOf,
  eachOnce,
  referencesOf,
  textOf,
} from "../format/read-element";
import { readText, type Texts } from "./read-text";
import type { XmlElement } from "../format/xml-tree";

/** State while the sources of one project are read: identifiers are unique across all of them. */
type Reading = { warnings: ImportWarnings; selections: Set<string>; codings: Set<string> };

/** The program that wrote the project, and the unit of positions that somebody chose, where it had to be. */
export type PositionChoice = { origin: string; unit: PositionUnit | null };

export type ReadSources = { sources: ExchangeSource[]; positions: SourcePositions[] };

/** The text sources; pictures, PDF, audio and video are left out, and reported. */
export function readSources(
  parent: XmlElement | undefined,
  texts: Texts,
  warnings: ImportWarnings,
  { origin, unit: chosen }: PositionChoice,
): ReadSources {
  for (const media of parent?.children ?? []) {
    if (!/^(Picture|PDF|Audio|Video)Source$/.test(media.name)) continue;
    warnings.add("media", 1, attributeOf(media, "name"));
    warnings.add("media-coding", countCodings(media));
  }
  const written = eachOnce(childrenOf(parent, "TextSource"), warnings, (from, guid) => ({
    from,
    guid,
    text: readText(from, texts, warnings),
  }));
  const positions = decidePositions(written.map(evidenceIn), { origin, isOurs: origin === ORIGIN, chosen });
  const reading: Reading = { warnings, selections: new Set(), codings: new Set() };
  const sources = written.map(({ from, guid, text }, index): ExchangeSource => {
    if (attributeOf(from, "richTextPath") !== "") warnings.add("styled");
    return {
      guid,
      name: attributeOf(from, "name"),
      description: textOf(from, "Description"),
      text: text?.text ?? null,
      ...authorOf(from),
      selections: selectionsOf(from, placesIn(text, positions[index]?.unit ?? STANDARD), reading),
      codings: codingsOf(from, reading),
      noteGuids: referencesOf(from, "NoteRef", warnings),
      attributes: attributesOf(from, warnings),
    };
  });
  return { sources, positions };
}

function evidenceIn({ from, text }: { from: XmlElement; text: SourceText | null }): WrittenSource {
  const written = childrenOf(from, "PlainTextSelection").flatMap((one): WrittenPassage[] => {
    const { start, end } = positionsOf(one);
    return start === undefined || end === undefined || end <= start
      ? []
      : [{ start, end, name: attributeOf(one, "name") }];
  });
  const passages = distinctPassages(written);
  const name = attributeOf(from, "name");
  return { name, passages: passages.length, units: text === null ? [] : unitEvidence(text, passages) };
}

/** How many codings an element contains, at any depth. */
export function countCodings(parent: XmlElement): number {
  return parent.children.reduce((sum, child) => sum + (child.name === "Coding" ? 1 : countCodings(child)), 0);
}

/** Where positions are in a text: as they are where there is none. */
type Places = { at: (position: number) => number; length: number };

function placesIn(text: SourceText | null, unit: PositionUnit): Places {
  return text === null
    ? { at: (position) => position, length: Infinity }
    : { at: text.in(unit), length: text.length };
}

function selectionsOf(from: XmlElement, places: Places, reading: Reading): ExchangeSelection[] {
  const { warnings } = reading;
  const elements = childrenOf(from, "PlainTextSelection");
  return eachOnce(
    elements,
    warnings,
    (one, guid) => {
      const place = placeOf(one, places, warnings);
      if (place === null) {
        warnings.add("place");
        return null;
      }
      return {
        guid,
        name: attributeOf(one, "name"),
        description: textOf(one, "Description"),
        ...place,
        ...authorOf(one),
        codings: codingsOf(one, reading),
        noteGuids: referencesOf(one, "NoteRef", warnings),
      };
    },
    reading.selections,
  );
}

/** Code points of the text as it is here, end exclusive (see selectionElement in write-source.ts). */
function placeOf(from: XmlElement, { at, length }: Places, warnings: ImportWarnings) {
  const written = positionsOf(from);
  if (written.start === undefined || written.end === undefined) return null;
  const [start, end] = [at(written.start), at(written.end)];
  if (end <= start) return null;
  if (end <= length) return { start, end };
  if (start >= length) return null;
  warnings.add("trimmed");
  return { start, end: length };
}

/** As they are written, in the file's unit. */
function positionsOf(from: XmlElement): { start: number | undefined; end: number | undefined } {
  const [start, end] = ["startPosition", "endPosition"].map((name) => {
    const written = attributeOf(from, name).trim();
    return /^\+?\d{1,15}$/.test(written) ? Number(written) : undefined;
  });
  return { start, end };
}

function codingsOf(from: XmlElement, { warnings, codings }: Reading): ExchangeCoding[] {
  return eachOnce(
    childrenOf(from, "Coding"),
    warnings,
    (coding, guid) => {
      const codeGuid = toGuid(childOf(coding, "CodeRef")?.attributes.targetGUID);
      if (codeGuid === null) {
        warnings.add("code");
        return null;
      }
      const { authorGuid: coderGuid, at } = authorOf(coding);
      const noteGuids = referencesOf(coding, "NoteRef", warnings);
      return { guid, codeGuid, coderGuid, at, stance: null, noteGuids };
    },
    codings,
  );
}
