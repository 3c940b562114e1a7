import { VARIABLE_TYPES, type AttributeValue, type ExchangeAttribute } from "../file/project";
import { toGuid } from "./guid";
import type { ImportWarnings } from "../import-warnings";
import type { XmlElement } from "./xml-tree";

/** What the elements of both files have in common; an absent element is read as nothing. */

export function childrenOf(parent: XmlElement | undefined, name: string): XmlElement[] {
  return parent?.children.filter((child) => child.name === name) ?? [];
}

export function childOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((child) => child.name === name);
}

export function textOf(parent: XmlElement, name: string): string {
  return lineFeeds(childOf(parent, name)?.text ?? "");
}

export function attributeOf(of: XmlElement, name: string): string {
  return lineFeeds(of.attributes[name] ?? "");
}

/** Line ends become LF, however they were escaped. */
function lineFeeds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

export function guidOf(of: XmlElement, name: string): string | null {
  return toGuid(of.attributes[name]);
}

/** Reads elements with an identifier of their own, each once. */
export function eachOnce<T>(
  elements: readonly XmlElement[],
  warnings: ImportWarnings,
  read: (from: XmlElement, guid: string) => T | null,
  seen: Set<string> = new Set(),
): T[] {
  return elements.flatMap((from) => {
    const guid = guidOf(from, "guid");
    if (guid === null || seen.has(guid)) {
      warnings.add(guid === null ? "guid" : "twice");
      return [];
    }
    seen.add(guid);
    const value = read(from, guid);
    return value === null ? [] : [value];
  });
}

export function referencesOf(parent: XmlElement, name: string, warnings: ImportWarnings): string[] {
  return childrenOf(parent, name).flatMap((reference) => {
    // Codebook.xsd says guid where Project.xsd says targetGUID.
    const guid = guidOf(reference, "targetGUID") ?? guidOf(reference, "guid");
    if (guid === null) warnings.add("reference");
    return guid ?? [];
  });
}

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/;

/** An xsd:dateTime; one without a zone is read as UTC. */
export function dateTime(written: string): Date | null {
  const match = DATE_TIME.exec(written.trim());
  if (!match) return null;
  const date = new Date(match[2] ? match[0] : `${match[0]}Z`);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** A valid day of the calendar; JavaScript would turn 30 February into a day of March. */
function dateOf(written: string): Date | null {
  const date = dateTime(`${written}T00:00:00`);
  return date?.toISOString().startsWith(written) ? date : null;
}

export function authorOf(of: XmlElement): { authorGuid: string | null; at: Date | null } {
  return { authorGuid: guidOf(of, "creatingUser"), at: dateTime(attributeOf(of, "creationDateTime")) };
}

export function attributesOf(parent: XmlElement, warnings: ImportWarnings): ExchangeAttribute[] {
  return childrenOf(parent, "VariableValue").flatMap((element) => {
    const [variableGuid] = referencesOf(element, "VariableRef", warnings);
    const type = VARIABLE_TYPES.find((name) => childOf(element, `${name}Value`));
    // The schema allows an empty value, which means nothing.
    if (variableGuid === undefined || type === undefined) return [];
    const value = attributeValue(type, textOf(element, `${type}Value`));
    if (value === null) warnings.add("value");
    return value === null ? [] : [{ variableGuid, ...value }];
  });
}

function attributeValue(type: (typeof VARIABLE_TYPES)[number], written: string): AttributeValue | null {
  const token = written.trim();
  switch (type) {
    case "Text":
      return { type, value: written };
    case "Boolean":
      return /^(true|false|1|0)$/.test(token) ? { type, value: token === "true" || token === "1" } : null;
    case "Integer":
      return Number.isSafeInteger(Number(token || NaN)) ? { type, value: Number(token) } : null;
    case "Float":
      return Number.isFinite(Number(token || NaN)) ? { type, value: Number(token) } : null;
    case "Date":
      return dateOf(token.slice(0, 10)) && { type, value: token.slice(0, 10) };
    case "DateTime": {
      const value = dateTime(token);
      return value && { type, value };
    }
  }
}
