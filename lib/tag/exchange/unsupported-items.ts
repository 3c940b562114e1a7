import { countOf } from "@/lib/platform/text/count-words";
import type { CodeSet } from "./codebook-file/codebook-file";
import type { ExchangeCode, ExchangeProject } from "./file/project";
import { isAxisSet } from "./file/theme-codes";

const NAMED = 5;

/** The first names, and the number of further ones. */
function listed(names: readonly string[]): string {
  const said = names.filter((name) => name !== "");
  const more = said.length > NAMED ? " and others" : "";
  return said.length === 0 ? "" : `: ${said.slice(0, NAMED).join(", ")}${more}`;
}

/**
 * What of a project is read but has no place in a review, in words (REFI-QDA 1.5, section 7, asks for them).
 * Files do not describe people here, so cases are among it.
 */
export function unsupportedItems({ cases, variables, sources, sets }: ExchangeProject): string[] {
  const described = sources.filter(({ attributes }) => attributes.length > 0);
  const said: [number, string][] = [
    [
      cases.length,
      `${countOf(cases.length, "case")} left out, with their attributes${listed(cases.map(({ name }) => name))}. Speakers and their details here do not change.`,
    ],
    [cases.length > 0 ? 0 : variables.length, `${countOf(variables.length, "variable")} left out.`],
    [described.length, `Attributes of ${countOf(described.length, "text")} left out.`],
    ...setSentences(sets),
  ];
  return said.filter(([count]) => count > 0).map(([, words]) => words);
}

/**
 * What happens to codes for which a codebook of two levels has no place; `isNew` where they are not themes
 * yet.
 */
export function codesChanged(
  codes: readonly ExchangeCode[],
  isNew: (guid: string) => boolean = () => true,
): string[] {
  const all = codes.flatMap((code) => leveled(code, 1)).filter(({ code }) => isNew(code.guid));
  const folders = all.filter(({ code }) => !code.isCodable).map(({ code }) => code.name);
  const deep = all.filter(({ level }) => level > 2).map(({ code }) => code.name);
  const said: [number, string][] = [
    [
      folders.length,
      `${countOf(folders.length, "code")} that the file does not use for coding. As themes, you can set them like any other${listed(folders)}.`,
    ],
    [
      deep.length,
      `${countOf(deep.length, "code")} below the second level: moved up to it, because themes can only have two levels${listed(deep)}.`,
    ],
  ];
  return said.filter(([count]) => count > 0).map(([, words]) => words);
}

/** Sets that only say which axis a theme is on are used, and not reported. */
export function unsupportedSets(sets: readonly CodeSet[]): string[] {
  return setSentences(sets).map(([, words]) => words);
}

function setSentences(sets: readonly CodeSet[]): [number, string][] {
  const others = sets.filter((set) => !isAxisSet(set)).map(({ name }) => name);
  return others.length === 0
    ? []
    : [[others.length, `${countOf(others.length, "set")} left out${listed(others)}.`]];
}

function leveled(code: ExchangeCode, level: number): { code: ExchangeCode; level: number }[] {
  return [{ code, level }, ...code.children.flatMap((child) => leveled(child, level + 1))];
}
