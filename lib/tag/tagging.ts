import { z } from "zod";
import { can, type Viewer } from "@/lib/access/policy";
import { blankAsNull } from "@/lib/platform/text";
import { STANCE_ORDER, type Stance } from "@/lib/capture/stance";

/** A theme on a line, set by one coder. */
export type LineTagging = {
  id: string;
  themeId: string;
  stance: Stance;
  /** The name of whoever set it. */
  coder: string;
  mine: boolean;
  from: Date;
};

export const StanceField = z.enum(STANCE_ORDER, { error: "Choose a stance" });
const ThemeField = z.uuid({ error: "Choose a theme" });

export const SetTaggingInput = z.object({
  contributionId: z.uuid(),
  themeId: ThemeField,
  /** Left out: the line's own stance, else observation. */
  stance: StanceField.optional(),
});
export type SetTaggingInput = z.infer<typeof SetTaggingInput>;

export const RemoveTaggingInput = z.object({ id: z.uuid() });
export type RemoveTaggingInput = z.infer<typeof RemoveTaggingInput>;

export const ChangeStanceInput = z.object({ id: z.uuid(), stance: StanceField });
export type ChangeStanceInput = z.infer<typeof ChangeStanceInput>;

/**
 * One change to the themes of a line, as the tagging page sends it: one's own tagging is named by what it
 * says, so that a change can be sent before the answer to the last has come.
 */
export const TaggingChange = z.discriminatedUnion("change", [
  z.object({
    change: z.literal("set"),
    contributionId: z.uuid(),
    themeId: ThemeField,
    stance: StanceField,
  }),
  z.object({
    change: z.literal("remove"),
    contributionId: z.uuid(),
    themeId: ThemeField,
    stance: StanceField,
  }),
  z.object({
    change: z.literal("stance"),
    contributionId: z.uuid(),
    themeId: ThemeField,
    stance: StanceField,
    to: StanceField,
  }),
  z.object({ change: z.literal("remove-other"), contributionId: z.uuid(), id: z.uuid() }),
]);
export type TaggingChange = z.infer<typeof TaggingChange>;

/** Where a form has several buttons, the one that was pressed carries its fields as a query string. */
function withPressed(fields: unknown): unknown {
  if (typeof fields !== "object" || fields === null) return fields;
  const pressed: unknown = blankAsNull(Reflect.get(fields, "pressed"));
  return typeof pressed === "string"
    ? { ...fields, ...Object.fromEntries(new URLSearchParams(pressed)) }
    : fields;
}

export const TaggingForm = z.preprocess(withPressed, TaggingChange);

/** What the tagging page is told: the line's themes as they now stand, or what went wrong. */
export type TaggingAnswer = { ok: true; taggings: LineTagging[] } | { ok: false; message: string };

/** Facilitators take back what they set themselves; whoever owns the codebook, anybody's. */
export function canRemove(viewer: Viewer, tagging: { reviewId: string; mine: boolean }): boolean {
  return can(viewer, "tagging.set", tagging) && (tagging.mine || can(viewer, "codebook.change", tagging));
}
