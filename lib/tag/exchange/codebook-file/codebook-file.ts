import { ImportWarnings } from "../import-warnings";
import { outcomeOf, type Outcome } from "../outcome";
import type { ExchangeCode, ExchangeSet } from "../file/project";
import { readCodes } from "../file/read-code";
import { attributeOf, childOf, childrenOf, eachOnce, referencesOf, textOf } from "../format/read-element";
import { codeWithoutNotes } from "../file/write-code";
import { element, group, textElement, xmlDocument } from "../format/xml-write";
import { readXml } from "../format/xml-tree";

export type CodeSet = Pick<ExchangeSet, "guid" | "name" | "description" | "codeGuids">;
export type CodebookFile = { origin: string; codes: ExchangeCode[]; sets: CodeSet[] };

const NO_CODEBOOK = "This file is not a REFI-QDA codebook";

/**
 * A codebook of at least one code as a .qdc file: UTF-8 XML, valid against Codebook.xsd (REFI-QDA 1.5,
 * section 5.2).
 */
export function writeCodebook({ origin, codes, sets }: CodebookFile): string {
  const set = ({ guid, name, description, codeGuids }: CodeSet) =>
    element("Set", { guid, name }, [
      ...textElement("Description", description),
      // Not targetGUID, as in a project.
      ...codeGuids.map((code) => element("MemberCode", { guid: code })),
    ]);
  const attributes = { xmlns: "urn:QDA-XML:codebook:1.0", origin };
  return xmlDocument(
    element("CodeBook", attributes, [
      ...group("Codes", codes.map(codeWithoutNotes)),
      ...group("Sets", sets.map(set)),
    ]),
  );
}

/** Reads a .qdc. */
export function readCodebook(bytes: Uint8Array): Promise<Outcome<CodebookFile>> {
  return outcomeOf(() => {
    const root = readXml(bytes, "CodeBook", NO_CODEBOOK);
    const warnings = new ImportWarnings();
    const codes = readCodes(root, warnings);
    const known = new Set(guidsOf(codes));
    const sets = eachOnce(childrenOf(childOf(root, "Sets"), "Set"), warnings, (from, guid): CodeSet => {
      const members = referencesOf(from, "MemberCode", warnings);
      const codeGuids = members.filter((member) => known.has(member));
      warnings.add("reference", members.length - codeGuids.length);
      return { guid, name: attributeOf(from, "name"), description: textOf(from, "Description"), codeGuids };
    });
    return { value: { origin: attributeOf(root, "origin"), codes, sets }, warnings: warnings.sentences() };
  });
}

function guidsOf(codes: readonly ExchangeCode[]): string[] {
  return codes.flatMap(({ guid, children }) => [guid, ...guidsOf(children)]);
}
