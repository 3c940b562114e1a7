import { AXES, AXIS_ORDER, hueCount, themeSlugs, type Axis } from "../theme";
import type { CodeSet } from "./codebook-file";
import type { CodebookTheme } from "./codebook-theme";
import { colourOfHue, nearestHue } from "./colour";
import { derivedGuid } from "./guid";
import type { ExchangeCode } from "./project";
import { themeDescription, themeTexts } from "./theme-description";

export type ThemeOfCode = CodebookTheme & { guid: string };
/** `above` is the title of the code directly above, at whatever level. */
export type CodeOfFile = ThemeOfCode & { above: string | null };

/** Themes as codes, two levels, in their order. Which axis they are on is said by a set for each. */
export function codesOfThemes(themes: readonly ThemeOfCode[]): { codes: ExchangeCode[]; sets: CodeSet[] } {
  const code = (theme: ThemeOfCode): ExchangeCode => ({
    ...{ guid: theme.guid, name: theme.title, description: themeDescription(theme) },
    ...{ colour: colourOfHue(theme.colour), isCodable: true, noteGuids: [] },
    children: themes.filter(({ parent }) => parent === theme.slug).map(code),
  });
  const sets = AXIS_ORDER.map((axis) => ({
    ...{ guid: axisGuid(axis), name: AXES[axis], description: "" },
    codeGuids: themes.filter((theme) => theme.axis === axis).map(({ guid }) => guid),
  }));
  return {
    codes: themes.filter(({ parent }) => parent === null).map(code),
    sets: sets.filter(({ codeGuids }) => codeGuids.length > 0),
  };
}

const axisGuid = (axis: Axis) => derivedGuid("axis", axis);

/**
 * Codes as themes. Slugs are made of the titles, none of them `taken`: a codebook has no place for them, and a
 * theme that is known already is known by its GUID. Codes below the second level come up to it.
 */
export function themesOfCodes(
  codes: readonly ExchangeCode[],
  sets: readonly CodeSet[],
  taken: readonly string[] = [],
): CodeOfFile[] {
  const areas = sets.filter(({ guid, name }) => guid === axisGuid("area") || name === AXES.area);
  const onAreas = new Set(areas.flatMap(({ codeGuids }) => codeGuids));
  const themes: CodeOfFile[] = [];
  const slugOf = themeSlugs(taken);
  const hues = hueCount();
  const add = (code: ExchangeCode, top: CodeOfFile | null, above: string | null): CodeOfFile => {
    const theme = {
      guid: code.guid,
      slug: slugOf(code.name),
      axis: top?.axis ?? (onAreas.has(code.guid) ? ("area" as const) : ("theme" as const)),
      ...{ title: code.name, ...themeTexts(code.description) },
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
