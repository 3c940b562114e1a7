import { pack } from "./package";
import type { ExchangeCase, ExchangeNote, ExchangeProject, ExchangeSet } from "./project";
import { stanceCodes } from "./stance-codes";
import { codeWithNotes } from "./write-code";
import { attributeElements, author, references, sourceElement, textFileName } from "./write-source";
import { element, group, textElement, xmlDocument } from "../format/xml-write";

/**
 * The project as a REFI-QDA 1.5 project file (.qdpx), valid against Project.xsd, whose order of elements this
 * follows. The same project gives the same bytes.
 */
export async function writeProject(project: ExchangeProject): Promise<Uint8Array<ArrayBuffer>> {
  const texts = project.sources.flatMap(({ guid, text }) =>
    text === null ? [] : [[textFileName(guid), text] as const],
  );
  return pack(documentOf(project), new Map(texts));
}

function documentOf(project: ExchangeProject): string {
  const { title, origin, createdBy, createdAt } = project;
  const codes = [...project.codes, ...stanceCodes(project)].map(codeWithNotes);
  const attributes = {
    xmlns: "urn:QDA-XML:project:1.0",
    name: title,
    origin,
    creatingUserGUID: createdBy,
    creationDateTime: createdAt && createdAt.toISOString(),
  };
  return xmlDocument(
    element("Project", attributes, [
      ...group(
        "Users",
        project.coders.map(({ guid, name }) => element("User", { guid, name })),
      ),
      ...group("CodeBook", group("Codes", codes)),
      ...group(
        "Variables",
        project.variables.map(({ guid, name, type, description }) =>
          element("Variable", { guid, name, typeOfVariable: type }, textElement("Description", description)),
        ),
      ),
      ...group("Cases", project.cases.map(caseElement)),
      ...group("Sources", project.sources.map(sourceElement)),
      ...group("Notes", project.notes.map(noteElement)),
      ...group("Sets", project.sets.map(setElement)),
      ...textElement("Description", project.description),
      ...references("NoteRef", project.noteGuids),
    ]),
  );
}

function caseElement(one: ExchangeCase): string {
  return element("Case", { guid: one.guid, name: one.name }, [
    ...textElement("Description", one.description),
    ...references("CodeRef", one.codeGuids),
    ...attributeElements(one.attributes),
    ...references("SourceRef", one.sourceGuids),
    ...references("SelectionRef", one.selectionGuids),
  ]);
}

/** A note is a text source (section 3.9); its words are in the project file. */
function noteElement(note: ExchangeNote): string {
  return element("Note", { guid: note.guid, name: note.name, ...author(note) }, [
    ...textElement("Description", note.description),
    ...textElement("PlainTextContent", note.text),
  ]);
}

function setElement({ guid, name, description, codeGuids, sourceGuids, noteGuids }: ExchangeSet): string {
  return element("Set", { guid, name }, [
    ...textElement("Description", description),
    ...references("MemberCode", codeGuids),
    ...references("MemberSource", sourceGuids),
    ...references("MemberNote", noteGuids),
  ]);
}
