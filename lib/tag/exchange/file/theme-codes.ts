import { AXES, AXIS_ORDER, hueCount, type Axis } from "@/lib/tag/codebook/theme";
import { themeSlugs } from "@/lib/tag/codebook/theme-slug";
import type { CodeSet } from "../codebook-file/codebook-file";
import type { CodebookTheme } from "../codebook-file/codebook-theme";
import { colourOfHue, nearestHue } from "../format/colour";
import { derivedGuid } from "../format/guid";
import type { ExchangeCode } from "./project";
import { themeDescription, themeTexts } from "./theme-description";

export type ThemeOfCode = CodebookTheme & { guid: string };
/**
 * A retired theme is exported with what is still set under it, and as a folder nothing can be set under it
 * elsewhere.
 */
export type WrittenTheme = ThemeOfCode & { retired?: boolean };
/** `above` is the title of the code directly above, at any level. */
export type CodeOfFile = ThemeOfCode & { above: string | null };

/** Themes as codes, two levels, in order. A set for each axis contains its themes. */
export function codesOfThemes(themes: readonly WrittenTheme[]): { codes: ExchangeCode[]; sets: CodeSet[] } {
  const code = (theme: WrittenTheme): ExchangeCode => ({
    guid: theme.guid,
    name: theme.title,
    description: themeDescription(theme),
    colour: colourOfHue(theme.colour),
    isCodable: !theme.retired,
    noteGuids: [],
    children: themes.filter(({ parent }) => parent === theme.slug).map(code),
  });
  const sets = AXIS_ORDER.map((axis) => ({
    guid: axisGuid(axis),
    name: AXES[axis],
    description: "",
    codeGuids: themes.filter((theme) => theme.axis === axis).map(({ guid }) => guid),
  }));
  return {
    codes: themes.filter(({ parent }) => parent === null).map(code),
    sets: sets.filter(({ codeGuids }) => codeGuids.length > 0),
  };
}

const axisGuid = (axis: Axis) => derivedGuid("axis", axis);
const isSetOf = (axis: Axis, { guid, name }: Pick<CodeSet, "guid" | "name">) =>
  guid === axisGuid(axis) || name === AXES[axis];

/** Whether a set says only which axis themes are on. */
export function isAxisSet(set: Pick<CodeSet, "guid" | "name">): boolean {
  return AXIS_ORDER.some((axis) => isSetOf(axis, set));
}

/**
 * Codes as themes. Slugs are made from the titles, avoiding those in `taken`: a codebook file has no slugs,
 * and a known theme is recognised by its GUID. Codes below the second level move up to it.
 */
export function themesOfCodes(
  codes: readonly ExchangeCode[],
  sets: readonly CodeSet[],
  taken: readonly string[] = [],
): CodeOfFile[] {
  const areas = sets.filter((set) => isSetOf("area", set));
  const onAreas = new Set(areas.flatMap(({ codeGuids }) => codeGuids));
  const themes: CodeOfFile[] = [];
  const slugOf = themeSlugs(taken);
  const hues = hueCount();
  const add = (code: ExchangeCode, top: CodeOfFile | null, above: string | null): CodeOfFile => {
    const theme = {
      guid: code.guid,
      slug: slugOf(code.name),
      axis: top?.axis ?? (onAreas.has(code.guid) ? ("area" as const) : ("theme" as const)),
      title: code.name,
      ...themeTexts(code.description),
      colour: code.colour === null ? hues.least() : nearestHue(code.colour),
      parent: top?.slug ?? null,
      above,
    };
    themes.push(theme);
    hues.add(theme.colour);
    for (const child of code.children) add(child, top ?? theme, code.name);
    return theme;
  };
  for (const code of codes) add(code, null, null);
  return themes;
}
