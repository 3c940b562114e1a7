import { z } from "zod";
import type { Role } from "@/lib/access/policy";
import { optionalText, plainText } from "@/lib/platform/text/text";
import { asList, blankAsNull } from "@/lib/platform/text/form-values";
import { StanceField } from "@/lib/tag/coding/tagging-input";
import { readAnswer } from "./round-answers";
import { STRATIFIERS } from "./round-sample";

export const ROUND_STATES = ["open", "adjudicating", "settled", "abandoned"] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/**
 * From each state those that may follow it. Decisions may be reopened; an abandoned round stays abandoned.
 */
const NEXT: Record<RoundState, readonly RoundState[]> = {
  open: ["adjudicating", "abandoned"],
  adjudicating: ["settled", "abandoned"],
  settled: ["adjudicating"],
  abandoned: [],
};

export function canBecome(from: RoundState, to: RoundState): boolean {
  return NEXT[from].includes(to);
}

export const ROUND_STATE_WORDS: Record<RoundState, string> = {
  open: "Being coded",
  adjudicating: "Differences to decide",
  settled: "Settled",
  abandoned: "Abandoned",
};

/** Roles that may code in a round. */
export const CODER_ROLES = ["lead", "facilitator"] as const satisfies readonly Role[];

/** The most contributions in a round that people will read twice. */
const MAX_CONTRIBUTIONS = 5_000;
const MAX_SEED = 2_147_483_647;

const ids = (error: string) => z.preprocess(asList, z.array(z.uuid()).min(1, { error }).max(2_000));
const ticked = z.preprocess((value) => value === true || value === "on" || value === "yes", z.boolean());

export const PlanRoundInput = z.object({
  reviewId: z.uuid(),
  title: plainText({ what: "The title", max: 100 }),
  themeIds: ids("Choose at least one theme"),
  roundtableIds: ids("Choose at least one roundtable"),
  stratifyBy: z.preprocess(blankAsNull, z.enum(STRATIFIERS).nullable()),
  size: z.coerce
    .number({ error: "Enter how many contributions to draw, as a whole number" })
    .int({ error: "Enter how many contributions to draw, as a whole number" })
    .min(1, { error: "Draw at least one contribution" })
    .max(MAX_CONTRIBUTIONS, {
      error: `Draw ${MAX_CONTRIBUTIONS.toLocaleString("en-GB")} contributions or fewer`,
    }),
  seed: z.coerce
    .number({ error: "Enter the seed as a whole number" })
    .int({ error: "Enter the seed as a whole number" })
    .min(0, { error: "Enter a seed of 0 or more" })
    .max(MAX_SEED, { error: `Enter a seed of ${MAX_SEED.toLocaleString("en-GB")} or less` }),
  coderIds: z.preprocess(asList, z.array(z.uuid()).min(2, { error: "Choose at least two people to code" })),
  blind: ticked,
});
/** `coderIds` are the ids of people's accounts. */
export type PlanRoundInput = z.infer<typeof PlanRoundInput>;

export const RoundIdInput = z.object({ roundId: z.uuid() });
export type RoundIdInput = z.infer<typeof RoundIdInput>;

/** A form sends a theme with its stance as "theme id:stance", once for every ticked stance. */
function themeAndStance(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const [themeId, stance] = value.split(":");
  return { themeId, stance };
}

/** More than every stance of each theme in any codebook. */
const MAX_NAMED = 2_000;

type Named = { themeId: string; stance: string };

function onlyOnce<T extends Named>(themes: readonly T[]): T[] {
  return [...new Map(themes.map((one) => [`${one.themeId} ${one.stance}`, one])).values()];
}

export const JudgeContributionInput = z.object({
  roundId: z.uuid(),
  contributionId: z.uuid(),
  /**
   * Everything that the coder finds on the contribution; an empty list means that it has no theme of the
   * round.
   */
  themes: z.preprocess(
    asList,
    z
      .array(z.preprocess(themeAndStance, z.object({ themeId: z.uuid(), stance: StanceField })))
      .max(MAX_NAMED, { error: "There are more themes here than a codebook can have. Reload the page." })
      .transform(onlyOnce),
  ),
  memo: optionalText({ what: "The memo", max: 2000 }),
});
export type JudgeContributionInput = z.infer<typeof JudgeContributionInput>;

export const FinishCodingInput = z.object({
  roundId: z.uuid(),
  /** How many contributions the form told the coder that they leave unread. */
  unread: z.coerce.number().int().min(0).default(0),
});
export type FinishCodingInput = z.infer<typeof FinishCodingInput>;

export const RemoveCoderInput = z.object({ roundId: z.uuid(), coderId: z.uuid() });
export type RemoveCoderInput = z.infer<typeof RemoveCoderInput>;

/** Ticked in place of a stance: the theme is not on the contribution. */
export const NOT_THERE = "none";

export const REASON_NEEDED = "Enter a reason: no coder gave this answer";

/**
 * A form sends the answer of a coder, or "other" with the deciding person's stances. An answer that no coder
 * gave needs a reason.
 */
export const AdjudicateInput = z
  .object({
    roundId: z.uuid(),
    contributionId: z.uuid(),
    themeId: z.uuid(),
    decision: z.preprocess(
      readAnswer,
      z.union([z.literal("other"), z.array(StanceField)], {
        error: "Choose who you agree with, or another answer",
      }),
    ),
    stances: z.preprocess(asList, z.array(z.union([StanceField, z.literal(NOT_THERE)]))),
    reason: optionalText({ what: "The reason", max: 1000 }),
    /** The decision that was shown on the form, null for none; absent where the form showed none. */
    basedOn: z.preprocess(blankAsNull, z.uuid().nullable()).optional(),
    /** What the codebook should say better, when the definition has to be reviewed. */
    suggestion: optionalText({ what: "The suggestion for the codebook", max: 1800 }),
  })
  .refine(({ decision, stances }) => decision !== "other" || stances.length > 0, {
    path: ["stances"],
    error: "Choose at least one stance, or that the theme is not on this contribution",
  })
  .refine(
    ({ decision, stances }) => decision !== "other" || !stances.includes(NOT_THERE) || stances.length === 1,
    {
      path: ["stances"],
      error: "Choose stances, or that the theme is not on this contribution, but not both",
    },
  )
  .refine(({ decision, reason }) => decision !== "other" || reason !== "", {
    path: ["reason"],
    error: REASON_NEEDED,
  })
  .transform(({ decision, stances, ...rest }) => ({
    ...rest,
    /** Empty where the theme is not on the contribution. */
    stances: [...new Set(decision === "other" ? stances.filter((one) => one !== NOT_THERE) : decision)],
  }));
export type AdjudicateInput = z.infer<typeof AdjudicateInput>;

const APPROACHES = ["agreement", "reflexive"] as const;
export type Approach = (typeof APPROACHES)[number];

export const ApproachInput = z.object({
  reviewId: z.uuid(),
  approach: z.enum(APPROACHES, { error: "Choose how the review shows that its coding is reliable" }),
});
export type ApproachInput = z.infer<typeof ApproachInput>;
