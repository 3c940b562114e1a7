import { toGuid } from "../format/guid";
import type { ImportWarnings } from "../import-warnings";
import type { SourceText } from "./positions";
import type { ExchangeCoding, ExchangeSelection, ExchangeSource } from "./project";
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

/** The text sources; pictures, PDF, audio and video are left out, and reported. */
export function readSources(
  parent: XmlElement | undefined,
  texts: Texts,
  warnings: ImportWarnings,
): ExchangeSource[] {
  for (const media of parent?.children ?? []) {
    if (!/^(Picture|PDF|Audio|Video)Source$/.test(media.name)) continue;
    warnings.add("media", 1, attributeOf(media, "name"));
    warnings.add("media-coding", countCodings(media));
  }
  const reading: Reading = { warnings, selections: new Set(), codings: new Set() };
  return eachOnce(childrenOf(parent, "TextSource"), warnings, (from, guid): ExchangeSource => {
    const text = readText(from, texts, warnings);
    if (attributeOf(from, "richTextPath") !== "") warnings.add("styled");
    return {
      guid,
      name: attributeOf(from, "name"),
      description: textOf(from, "Description"),
      text: text?.text ?? null,
      ...authorOf(from),
      selections: selectionsOf(from, text, reading),
      codings: codingsOf(from, reading),
      noteGuids: referencesOf(from, "NoteRef", warnings),
      attributes: attributesOf(from, warnings),
    };
  });
}

/** How many codings an element contains, at any depth. */
export function countCodings(parent: XmlElement): number {
  return parent.children.reduce((sum, child) => sum + (child.name === "Coding" ? 1 : countCodings(child)), 0);
}

function selectionsOf(from: XmlElement, text: SourceText | null, reading: Reading): ExchangeSelection[] {
  const { warnings } = reading;
  const elements = childrenOf(from, "PlainTextSelection");
  return eachOnce(
    elements,
    warnings,
    (one, guid) => {
      const place = placeOf(one, text, warnings);
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
function placeOf(from: XmlElement, text: SourceText | null, warnings: ImportWarnings) {
  const [start, end] = ["startPosition", "endPosition"].map((name) => {
    const written = attributeOf(from, name).trim();
    if (!/^\+?\d{1,15}$/.test(written)) return undefined;
    return text ? text.at(Number(written)) : Number(written);
  });
  if (start === undefined || end === undefined || end <= start) return null;
  if (text === null || end <= text.length) return { start, end };
  if (start >= text.length) return null;
  warnings.add("trimmed");
  return { start, end: text.length };
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
