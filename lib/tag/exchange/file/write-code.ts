import type { ExchangeCode } from "./project";
import { references } from "./write-source";
import { element, textElement } from "../format/xml-write";

/** A code as a project contains it, with its children. */
export function codeWithNotes(code: ExchangeCode): string {
  return codeElement(code, references("NoteRef", code.noteGuids), codeWithNotes);
}

/** A code as a codebook contains it, without notes to refer to (REFI-QDA 1.5, section 5.2). */
export function codeWithoutNotes(code: ExchangeCode): string {
  return codeElement(code, [], codeWithoutNotes);
}

function codeElement(code: ExchangeCode, notes: string[], child: (code: ExchangeCode) => string): string {
  const { guid, name, isCodable, colour, description, children } = code;
  return element("Code", { guid, name, isCodable, color: colour }, [
    ...textElement("Description", description),
    ...notes,
    ...children.map(child),
  ]);
}
