import { z } from "zod";
import { optionalText, plainText } from "@/lib/platform/text/text";
import { blankAsNull } from "@/lib/platform/text/form-values";
import { signalWordsInput } from "./signal-words";
import { readMove } from "./theme-place";
import { AXIS_ORDER } from "./theme";

const THEME_TEXTS = {
  title: plainText({ what: "The title", max: 60 }),
  definition: plainText({ what: "The definition", max: 400 }),
  includes: optionalText({ what: "What belongs here", max: 600 }),
  excludes: optionalText({ what: "What does not belong here", max: 600 }),
  signalWords: signalWordsInput,
};

/** The text of a theme, without its place or colour. */
export const ThemeTextsInput = z.object(THEME_TEXTS);

export const NewThemeInput = z.object({
  reviewId: z.uuid(),
  axis: z.enum(AXIS_ORDER, { error: "Choose whether it is a theme or a DfE area" }),
  ...THEME_TEXTS,
});
export type NewThemeInput = z.infer<typeof NewThemeInput>;

export const ThemeChangeInput = z.object({
  id: z.uuid(),
  revision: z.coerce.number().int().positive(),
  /** When absent, the meaning changes wherever the definition, inclusions or exclusions differ. */
  changes: z.enum(["meaning", "wording"], { error: "Choose what this changes" }).optional(),
  ...THEME_TEXTS,
});
export type ThemeChangeInput = z.infer<typeof ThemeChangeInput>;

/**
 * A theme's new place: its parent (null for the top level), and the sibling after which it comes (null for
 * the first place). "last" is the end, for an imported theme.
 */
export const PlaceThemeInput = z.object({
  id: z.uuid(),
  parentId: z.preprocess(blankAsNull, z.uuid({ error: "Choose where it goes" }).nullable()),
  afterId: z.preprocess(blankAsNull, z.union([z.literal("last"), z.uuid()]).nullable()),
});
export type PlaceThemeInput = z.infer<typeof PlaceThemeInput>;

/** The same from the form of a whole list: the button that was pressed says which theme goes where. */
export const MoveThemeInput = z
  .object({
    move: z
      .string()
      .transform((value): z.input<typeof PlaceThemeInput> => readMove(value))
      .pipe(PlaceThemeInput),
  })
  .transform(({ move }) => move);

export const MergeThemesInput = z.object({
  id: z.uuid(),
  intoId: z.uuid({ error: "Choose the theme that keeps the contributions" }),
});
export type MergeThemesInput = z.infer<typeof MergeThemesInput>;

const SPLIT_TEXTS = {
  title: plainText({ what: "The title of the new theme", max: 60 }),
  definition: plainText({ what: "The definition of the new theme", max: 400 }),
  includes: THEME_TEXTS.includes,
  excludes: THEME_TEXTS.excludes,
  signalWords: signalWordsInput,
  restDefinition: plainText({ what: "The definition of what is left", max: 400 }),
  restIncludes: THEME_TEXTS.includes,
  restExcludes: THEME_TEXTS.excludes,
  restSignalWords: signalWordsInput,
};

/** A contribution of the theme that is split is named `contribution.<id>` in the form; the others stay. */
const CONTRIBUTION_FIELD = /^contribution\.(.+)$/;

function withContributions(fields: unknown): unknown {
  if (typeof fields !== "object" || fields === null) return fields;
  const chosen = (choice: string) =>
    Object.entries(fields).flatMap(
      ([name, value]) => (value === choice && CONTRIBUTION_FIELD.exec(name)?.[1]) || [],
    );
  return { goes: chosen("goes"), both: chosen("both"), ...fields };
}

const SplitTheme = z.object({
  id: z.uuid(),
  revision: z.coerce.number().int().positive(),
  ...SPLIT_TEXTS,
  /** The contributions that move to the new theme, and those that will have both. */
  goes: z.array(z.uuid()),
  both: z.array(z.uuid()),
});
export type SplitThemeInput = z.infer<typeof SplitTheme>;
export const SplitThemeForm = z.preprocess(withContributions, SplitTheme);

export const ThemeIdInput = z.object({ id: z.uuid() });
export type ThemeIdInput = z.infer<typeof ThemeIdInput>;
