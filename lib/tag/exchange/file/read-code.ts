import { refusedFile } from "@/lib/capture/import/reading/limits";
import type { ExchangeCode } from "./project";
import { attributeOf, childOf, childrenOf, eachOnce, referencesOf, textOf } from "../format/read-element";
import type { ImportWarnings } from "../import-warnings";
import type { XmlElement } from "../format/xml-tree";

const MAX_CODES = 5_000;

/** The codes of a codebook or of a project, which have the same format. */
export function readCodes(codebook: XmlElement | undefined, warnings: ImportWarnings): ExchangeCode[] {
  const seen = new Set<string>();
  const read = (from: XmlElement, guid: string): ExchangeCode => ({
    guid,
    name: attributeOf(from, "name"),
    description: textOf(from, "Description"),
    colour: colourOf(attributeOf(from, "color")),
    isCodable: !["false", "0"].includes(attributeOf(from, "isCodable").trim()),
    noteGuids: referencesOf(from, "NoteRef", warnings),
    children: eachOnce(childrenOf(from, "Code"), warnings, read, seen),
  });
  const codes = eachOnce(childrenOf(childOf(codebook, "Codes"), "Code"), warnings, read, seen);
  if (seen.size > MAX_CODES)
    throw refusedFile(`This file has more than ${MAX_CODES.toLocaleString("en-GB")} codes.`);
  return codes;
}

/** RGBType of the schemas, #rgb or #rrggbb, in the longer form. */
function colourOf(written: string): string | null {
  const digits = /^#([0-9a-f]{6}|[0-9a-f]{3})$/.exec(written.trim().toLowerCase())?.[1];
  if (digits === undefined) return null;
  return `#${digits.length === 6 ? digits : digits.replace(/./g, "$&$&")}`;
}
