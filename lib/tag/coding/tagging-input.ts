import { z } from "zod";
import { NPQ_CODES } from "@/lib/capture/people/vocabulary";
import { STANCE_ORDER } from "@/lib/capture/contribution/stance";
import { blankAsNull } from "@/lib/platform/text/form-values";

export const StanceField = z.enum(STANCE_ORDER, { error: "Choose a stance" });
const ThemeField = z.uuid({ error: "Choose a theme" });

/** The first and the last code point of the tagging; both absent for the whole contribution. */
const offset = z.coerce.number().int().nonnegative().optional();
const SPAN_FIELDS = { spanStart: offset, spanEnd: offset };

/** The content of a tagging, by which the coder's own one is found. */
const SAID = { contributionId: z.uuid(), themeId: ThemeField, stance: StanceField, ...SPAN_FIELDS };

/** The themes that were shown as suggested when the change was made; absent where the page shows none. */
const seen = z.array(z.uuid()).max(10).optional();

export const SetTaggingInput = z.object({
  ...SAID,
  /** When absent: the contribution's own stance, else observation. */
  stance: StanceField.optional(),
  seen,
});
export type SetTaggingInput = z.infer<typeof SetTaggingInput>;

export const RemoveTaggingInput = z.object({ id: z.uuid() });
export type RemoveTaggingInput = z.infer<typeof RemoveTaggingInput>;

const NpqField = z.enum(NPQ_CODES, { error: "Choose an NPQ from the list" });

/** Whether the contribution is about that NPQ. */
export type NpqInput = { contributionId: string; npq: z.infer<typeof NpqField>; about: boolean };

export const ChangeStanceInput = z.object({ id: z.uuid(), stance: StanceField });
export type ChangeStanceInput = z.infer<typeof ChangeStanceInput>;

/**
 * One change to the coding of a contribution, as the coding page sends it. The coder's own tagging is
 * identified by its content, so that a change can be sent before the preceding one is answered.
 */
export const TaggingChange = z.discriminatedUnion("change", [
  z.object({ change: z.literal("set"), ...SAID, seen }),
  z.object({ change: z.literal("remove"), ...SAID }),
  z.object({ change: z.literal("stance"), ...SAID, to: StanceField }),
  // The speaker put the stance themselves, or the coder inferred it.
  z.object({ change: z.literal("explicit"), ...SAID }),
  z.object({ change: z.literal("inferred"), ...SAID }),
  // The same words under another theme, with another stance, or both. Undoing it restores the earlier state.
  z.object({
    change: z.literal("recode"),
    ...SAID,
    toThemeId: ThemeField,
    to: StanceField,
    reopens: z.uuid().optional(),
  }),
  // Confirmed under the theme's present meaning.
  z.object({ change: z.literal("keep"), ...SAID }),
  z.object({ change: z.literal("remove-other"), contributionId: z.uuid(), id: z.uuid() }),
  // The removed one as it was: with its coder, and its meaning of the theme.
  z.object({ change: z.literal("reopen"), contributionId: z.uuid(), id: z.uuid() }),
  z.object({ change: z.literal("flag"), contributionId: z.uuid() }),
  z.object({ change: z.literal("unflag"), contributionId: z.uuid() }),
  z.object({ change: z.literal("about"), contributionId: z.uuid(), npq: NpqField }),
  z.object({ change: z.literal("not-about"), contributionId: z.uuid(), npq: NpqField }),
  // A suggestion that was shown: rejected, or no longer rejected.
  z.object({ change: z.literal("reject"), contributionId: z.uuid(), themeId: ThemeField }),
  z.object({ change: z.literal("reconsider"), contributionId: z.uuid(), themeId: ThemeField }),
]);
export type TaggingChange = z.infer<typeof TaggingChange>;

/** Where a form has several buttons, the pressed one carries its fields as a query string. */
function withPressed(fields: unknown): unknown {
  if (typeof fields !== "object" || fields === null) return fields;
  const pressed: unknown = blankAsNull(Reflect.get(fields, "pressed"));
  return typeof pressed === "string"
    ? { ...fields, ...Object.fromEntries(new URLSearchParams(pressed)) }
    : fields;
}

export const TaggingForm = z.preprocess(withPressed, TaggingChange);
