import { z } from "zod";
import { optionalText, plainText } from "@/lib/platform/text";

/** Themes are the review's own; areas are the department's, a second and independent axis. */
export const AXES = { theme: "Themes", area: "DfE areas" } as const;
export type Axis = keyof typeof AXES;
export const AXIS_ORDER = ["theme", "area"] as const satisfies Axis[];

export type Theme = {
  id: string;
  slug: string;
  title: string;
  definition: string;
  includes: string;
  excludes: string;
  axis: Axis;
  /** "1" to "11": the number of a hue. */
  colour: string;
  revision: number;
  retired: boolean;
};

/** What a theme said before it was changed. */
export type ThemeRevision = Pick<Theme, "revision" | "title" | "definition" | "includes" | "excludes"> & {
  endedAt: Date;
  /** null for those who do not work on the review. */
  endedBy: string | null;
};

const THEME_TEXTS = {
  title: plainText({ what: "The title", max: 60 }),
  definition: plainText({ what: "The definition", max: 400 }),
  includes: optionalText({ what: "What belongs here", max: 600 }),
  excludes: optionalText({ what: "What does not belong here", max: 600 }),
};

export const NewThemeInput = z.object({
  reviewId: z.uuid(),
  axis: z.enum(AXIS_ORDER, { error: "Choose whether it is a theme or a DfE area" }),
  ...THEME_TEXTS,
});
export type NewThemeInput = z.infer<typeof NewThemeInput>;

export const ThemeChangeInput = z.object({
  id: z.uuid(),
  revision: z.coerce.number().int().positive(),
  ...THEME_TEXTS,
});
export type ThemeChangeInput = z.infer<typeof ThemeChangeInput>;

export const ThemeIdInput = z.object({ id: z.uuid() });
export type ThemeIdInput = z.infer<typeof ThemeIdInput>;

/** Addresses under /themes/ that are pages of their own. */
const RESERVED = ["new"];

/** The title as an address: lower case, hyphens, at most 40 characters, and none that is taken. */
export function themeSlug(title: string, taken: readonly string[]): string {
  const words = title
    .normalize("NFKD")
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ["theme"];
  const base = words.join("-").slice(0, 40).replace(/-$/, "");
  const used = new Set([...taken, ...RESERVED]);
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`;
    if (!used.has(slug)) return slug;
  }
}

const HUES = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"];

/** The hue that the fewest of these have, the lowest number first. */
export function nextColour(colours: readonly string[]): string {
  const uses = (hue: string) => colours.filter((colour) => colour === hue).length;
  return HUES.reduce((best, hue) => (uses(hue) < uses(best) ? hue : best));
}

type Placed = { axis: Axis; position: number | null; title: string };

/** Themes before areas, each in its place; what has none comes last, by title. */
export function byPlace(a: Placed, b: Placed): number {
  const axis = AXIS_ORDER.indexOf(a.axis) - AXIS_ORDER.indexOf(b.axis);
  const place = (a.position ?? Number.MAX_SAFE_INTEGER) - (b.position ?? Number.MAX_SAFE_INTEGER);
  return axis || place || a.title.localeCompare(b.title, "en-GB");
}
