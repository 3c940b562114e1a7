import { settleReferences } from "./references";
import { ImportWarnings } from "../import-warnings";
import { outcomeOf, type Outcome } from "../outcome";
import type { SourcePositions } from "../positions/position-decision";
import type { PositionUnit } from "../positions/positions";
import { NO_PROJECT, unpack } from "./package";
import { VARIABLE_TYPES, type ExchangeNote, type ExchangeProject } from "./project";
import { readCodes } from "./read-code";
import {
  attributeOf,
  attributesOf,
  authorOf,
  childOf,
  childrenOf,
  dateTime,
  eachOnce,
  guidOf,
  referencesOf,
  textOf,
} from "../format/read-element";
import { countCodings, readSources } from "./read-source";
import { readText, type Texts } from "./read-text";
import { takeStances } from "./stance-codes";
import { readXml, type XmlElement } from "../format/xml-tree";

/**
 * Reads a REFI-QDA 1.5 project file as tolerantly as the standard asks: any case, any name of the one .qde,
 * any way of giving a text. What cannot be imported is reported in the warnings; a file that is not a project
 * is refused with the reason. `unit` is what somebody chose for texts whose positions can be read in several.
 */
export function readProject(
  bytes: Uint8Array,
  unit: PositionUnit | null = null,
): Promise<Outcome<ExchangeProject, { positions: SourcePositions[] }>> {
  return outcomeOf(async () => {
    const { project, texts } = await unpack(bytes);
    const root = readXml(project, "Project", NO_PROJECT);
    const warnings = new ImportWarnings();
    const list = (parent: string, name: string) => childrenOf(childOf(root, parent), name);
    warnings.add("link", list("Links", "Link").length);
    warnings.add("graph", list("Graphs", "Graph").length);
    const choice = { origin: attributeOf(root, "origin"), unit };
    const { sources, positions } = readSources(childOf(root, "Sources"), texts, warnings, choice);
    const read = { ...projectOf(root, texts, warnings), sources };
    const value = settleReferences(takeStances(read, warnings), warnings);
    return { value, warnings: warnings.sentences(), positions };
  });
}

function projectOf(
  root: XmlElement,
  texts: Texts,
  warnings: ImportWarnings,
): Omit<ExchangeProject, "sources"> {
  const list = (parent: string, name: string) => childrenOf(childOf(root, parent), name);
  return {
    title: attributeOf(root, "name"),
    description: textOf(root, "Description"),
    origin: attributeOf(root, "origin"),
    createdBy: guidOf(root, "creatingUserGUID"),
    createdAt: dateTime(attributeOf(root, "creationDateTime")),
    coders: eachOnce(list("Users", "User"), warnings, (from, guid) => ({
      guid,
      name: attributeOf(from, "name"),
    })),
    codes: readCodes(childOf(root, "CodeBook"), warnings),
    variables: eachOnce(list("Variables", "Variable"), warnings, (from, guid) => ({
      ...named(from, guid),
      type: VARIABLE_TYPES.find((type) => type === attributeOf(from, "typeOfVariable").trim()) ?? "Text",
    })),
    cases: eachOnce(list("Cases", "Case"), warnings, (from, guid) => ({
      ...named(from, guid),
      codeGuids: referencesOf(from, "CodeRef", warnings),
      attributes: attributesOf(from, warnings),
      sourceGuids: referencesOf(from, "SourceRef", warnings),
      selectionGuids: referencesOf(from, "SelectionRef", warnings),
    })),
    notes: eachOnce(list("Notes", "Note"), warnings, (from, guid) => noteOf(from, guid, texts, warnings)),
    sets: eachOnce(list("Sets", "Set"), warnings, (from, guid) => ({
      ...named(from, guid),
      codeGuids: referencesOf(from, "MemberCode", warnings),
      sourceGuids: referencesOf(from, "MemberSource", warnings),
      noteGuids: referencesOf(from, "MemberNote", warnings),
    })),
    noteGuids: referencesOf(root, "NoteRef", warnings),
  };
}

function named(from: XmlElement, guid: string): { guid: string; name: string; description: string } {
  return { guid, name: attributeOf(from, "name"), description: textOf(from, "Description") };
}

/** A note may be empty, or a text source like any other. */
function noteOf(from: XmlElement, guid: string, texts: Texts, warnings: ImportWarnings): ExchangeNote {
  warnings.add("note-coding", countCodings(from));
  const filled = attributeOf(from, "plainTextPath") !== "" || childOf(from, "PlainTextContent") !== undefined;
  const text = filled ? readText(from, texts, warnings) : null;
  return { ...named(from, guid), text: text?.text ?? "", ...authorOf(from) };
}
