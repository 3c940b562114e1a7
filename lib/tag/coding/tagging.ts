import { z } from "zod";
import { can, type Viewer } from "@/lib/access/policy";
import { NPQ_CODES } from "@/lib/capture/people/vocabulary";
import { blankAsNull } from "@/lib/platform/text/text";
import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";
import type { Span } from "./span";

/** A theme on a contribution, or on some of its words, set by one coder. */
export type ContributionTagging = Span & {
  id: string;
  themeId: string;
  stance: Stance;
  /** Whether the speaker put the stance themselves; false where the coder inferred it. */
  explicit: boolean;
  /** The name of the person who set it. */
  coder: string;
  mine: boolean;
  /** The number of the coding round in which it was set and may be changed. null outside rounds. */
  round: number | null;
  /** Set under an earlier meaning of the theme. */
  stale: boolean;
  from: Date;
};

/** A coder's remark on a contribution. */
export type ContributionMemo = {
  id: string;
  text: string;
  revision: number;
  by: string;
  mine: boolean;
  at: Date;
};

/** Everything that coders have set on a contribution. */
export type ContributionCoding = {
  taggings: readonly ContributionTagging[];
  memos: readonly ContributionMemo[];
  /** The people who want to discuss it. */
  flag: { by: string; at: Date } | null;
  /** Codes of the NPQs that it is about. */
  npqs: readonly string[];
  /** The decision where coders differed; taggings of those themes no longer count on this contribution. */
  decided: readonly { themeId: string; stances: readonly Stance[]; round: number }[];
  /** The blind round that the viewer has not finished, for which all of this is hidden from them. */
  blindRound: { number: number; title: string } | null;
};

export const UNCODED: ContributionCoding = {
  taggings: [],
  memos: [],
  flag: null,
  npqs: [],
  decided: [],
  blindRound: null,
};

/** The coding of some contributions, read at one time. */
export type CodingRead = {
  /**
   * When the reading began, in ms since 1970 by the server's clock. What was saved before is in it, so that
   * an earlier reading never replaces a later one, in whatever order they arrive.
   */
  readAt: number;
  /** By the contribution's id; contributions that nobody has coded may be left out. */
  coding: Readonly<Record<string, ContributionCoding>>;
};

/** The same, with those left out of it too. */
export function codingOfEach(contributions: readonly { id: string }[], read: CodingRead): CodingRead {
  const coding = Object.fromEntries(contributions.map(({ id }) => [id, read.coding[id] ?? UNCODED]));
  return { ...read, coding };
}

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

/** The answer to the coding page: the contribution's coding as it is now, or what went wrong. */
export type TaggingAnswer = { ok: true; now: CodingRead } | { ok: false; message: string };

/** Facilitators remove what they set themselves; a person who owns the codebook may remove anybody's. */
export function canRemove(viewer: Viewer, tagging: { reviewId: string; mine: boolean }): boolean {
  return can(viewer, "tagging.set", tagging) && (tagging.mine || can(viewer, "codebook.change", tagging));
}
