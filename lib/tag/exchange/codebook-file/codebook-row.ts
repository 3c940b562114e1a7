import { z } from "zod";
import { AXES, AXIS_ORDER, nextColour } from "@/lib/tag/codebook/theme";
import { isThemeSlug, themeSlug } from "@/lib/tag/codebook/theme-slug";
import { ThemeTextsInput } from "@/lib/tag/codebook/theme-input";
import type { CodebookTheme } from "./codebook-theme";
import { colourOfHue, nearestHue } from "../format/colour";

/** A theme that says nothing but its name gets its words where it is planned, as one of a .qdc does. */
const RowTexts = ThemeTextsInput.extend({
  definition: z.union([z.literal(""), ThemeTextsInput.shape.definition]),
});

type ThemeOfRow = { ok: true; theme: CodebookTheme } | { ok: false; messages: string[] };

/** A row as a theme, or everything that is wrong with it; `before` are the themes of the rows above. */
export function themeOfRow(
  field: (column: keyof CodebookTheme) => string,
  before: readonly CodebookTheme[],
): ThemeOfRow {
  const messages: string[] = [];
  const texts = RowTexts.safeParse({
    title: field("title"),
    definition: field("definition"),
    includes: field("includes"),
    excludes: field("excludes"),
    signalWords: field("signalWords"),
  });
  if (!texts.success) messages.push(...texts.error.issues.map(({ message }) => `${message}.`));
  const said = field("axis").toLowerCase();
  const axis = said === "" ? "theme" : axisNamed(said);
  if (axis === null) messages.push("The axis must be “theme” or “area”.");
  const colour = hueOf(field("colour"), before);
  if (colour === null) messages.push("The colour must be a number from 1 to 11, or look like #12436d.");
  const taken = before.map(({ slug }) => slug);
  const slug = field("slug") || themeSlug(field("title"), taken);
  if (!isThemeSlug(slug))
    messages.push(
      "The slug must have 40 characters or fewer: small letters, digits and single hyphens. It must not be “new” or “exchange”.",
    );
  if (taken.includes(slug)) messages.push(`The slug “${slug}” is already in a row above.`);
  if (!texts.success || axis === null || colour === null || messages.length > 0)
    return { ok: false, messages };
  return { ok: true, theme: { slug, axis, ...texts.data, colour, parent: field("parent") || null } };
}

function axisNamed(said: string) {
  return AXIS_ORDER.find((axis) => [axis, `${axis}s`, AXES[axis].toLowerCase()].includes(said)) ?? null;
}

/** An empty cell gets the hue that the rows above use least. */
function hueOf(written: string, before: readonly CodebookTheme[]): string | null {
  if (/^#[0-9a-f]{6}$/i.test(written)) return nearestHue(written.toLowerCase());
  if (written === "") return nextColour(before.map(({ colour }) => colour));
  return colourOfHue(written) && written;
}

/** Why a theme cannot have the parent whose slug it names; null where it can, or names none. */
export function parentProblem(theme: CodebookTheme, themes: readonly CodebookTheme[]): string | null {
  const { parent, axis } = theme;
  if (parent === null) return null;
  const above = themes.find(({ slug }) => slug === parent);
  if (!above) return `There is no theme with the slug “${parent}” to go under.`;
  if (above.parent !== null)
    return `“${parent}” is itself under another theme. Themes can only have two levels.`;
  return above.axis === axis ? null : `“${parent}” is in the other list.`;
}
