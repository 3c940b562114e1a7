import { runBefore } from "@/lib/platform/text/code-points";
import type {
  AttributeValue,
  ExchangeAttribute,
  ExchangeCoding,
  ExchangeSelection,
  ExchangeSource,
} from "./project";
import { withStances } from "./stance-codes";
import { element, textElement, type Attributes } from "../format/xml-write";

/** Internal files are named by a GUID, and texts end in .txt (REFI-QDA 1.5, sections 8.4 and 9.1.2). */
export function textFileName(guid: string): string {
  return `${guid}.txt`;
}

export function sourceElement(source: ExchangeSource): string {
  const { guid, name, text } = source;
  const plainTextPath = text === null ? null : `internal://${textFileName(guid)}`;
  return element("TextSource", { guid, name, plainTextPath, ...author(source) }, [
    ...textElement("Description", source.description),
    ...source.selections.map(selectionElement),
    ...withStances(source.codings).map(codingElement),
    ...references("NoteRef", source.noteGuids),
    ...attributeElements(source.attributes),
  ]);
}

/**
 * Section 10.2 defines a selection by "the first and the last character" and numbers code points from 0. The
 * standard's own examples (Annex A.2: "granola", 7 characters, from 62 to 69) end after the last character,
 * and programs follow them: the end is exclusive, as here.
 */
function selectionElement(selection: ExchangeSelection): string {
  const { guid, name, start, end } = selection;
  const place = { startPosition: start, endPosition: end };
  return element("PlainTextSelection", { guid, name: name || null, ...place, ...author(selection) }, [
    ...textElement("Description", selection.description),
    ...withStances(selection.codings).map(codingElement),
    ...references("NoteRef", selection.noteGuids),
  ]);
}

function codingElement({ guid, codeGuid, coderGuid, at, noteGuids }: ExchangeCoding): string {
  return element("Coding", { guid, ...author({ authorGuid: coderGuid, at }) }, [
    element("CodeRef", { targetGUID: codeGuid }),
    ...references("NoteRef", noteGuids),
  ]);
}

export function author({ authorGuid, at }: { authorGuid: string | null; at: Date | null }): Attributes {
  return { creatingUser: authorGuid, creationDateTime: at && at.toISOString() };
}

export function attributeElements(attributes: readonly ExchangeAttribute[]): string[] {
  return attributes.map((attribute) =>
    element("VariableValue", {}, [
      element("VariableRef", { targetGUID: attribute.variableGuid }),
      // An empty text is a value too.
      ...textElementOrEmpty(`${attribute.type}Value`, written(attribute)),
    ]),
  );
}

function textElementOrEmpty(name: string, text: string): string[] {
  return text === "" ? [`<${name}></${name}>`] : textElement(name, text);
}

function written(value: AttributeValue): string {
  switch (value.type) {
    case "Text":
    case "Date":
      return value.value;
    case "Boolean":
    case "Integer":
      return String(value.value);
    case "Float":
      return decimal(value.value);
    case "DateTime":
      return value.value.toISOString();
  }
}

/** xsd:decimal has no exponent. */
function decimal(value: number): string {
  const plain = String(value);
  if (!plain.includes("e")) return plain;
  if (Math.abs(value) >= 1) return BigInt(value).toString();
  const places = value.toFixed(100);
  return places.slice(0, runBefore(places, places.length, /0/));
}

/** Elements that refer to others by GUID. */
export function references(name: string, guids: readonly string[]): string[] {
  return guids.map((guid) => element(name, { targetGUID: guid }));
}
