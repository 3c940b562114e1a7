import { z } from "zod";
import { optionalText } from "@/lib/platform/text/text";

/** What the people of a roundtable may be called. */
export const PEOPLE_WORDS = ["participants", "Fellows", "attendees", "colleagues"] as const;

/** How a review's reports are worded. Each part has a usual value, so that an empty object is a style. */
export const HouseStyle = z.object({
  /** What the people of a roundtable are called. */
  people: z.enum(PEOPLE_WORDS).catch("participants"),
  /** Whether a theme's opening sentence gives its figure in brackets. */
  figures: z.boolean().catch(true),
  /** Words that are not used, each with what is said in its place. */
  avoid: z
    .array(z.object({ word: z.string().min(1).max(60), instead: z.string().max(60) }))
    .max(100)
    .catch([]),
});
export type HouseStyle = z.infer<typeof HouseStyle>;

export const USUAL_STYLE: HouseStyle = { people: "participants", figures: true, avoid: [] };

export function readHouseStyle(kept: unknown): HouseStyle {
  return HouseStyle.catch(USUAL_STYLE).parse(kept);
}

/** How the opening of a theme reads in that style. */
export function sampleSentence({ people, figures }: Pick<HouseStyle, "people" | "figures">): string {
  return `${figures ? "About 10 of the 29" : "Some"} ${people} spoke about this.`;
}

/** One word a line, with what is said in its place after a colon. */
export function wordsToAvoid(avoid: HouseStyle["avoid"]): string {
  return avoid.map(({ word, instead }) => (instead === "" ? word : `${word}: ${instead}`)).join("\n");
}

const MAX_LIST = 6000;
const MAX_WORDS = 100;
const MAX_WORD = 60;

const AvoidedLines = optionalText({ what: "The list of words", max: MAX_LIST }).transform((text, context) => {
  const avoid = text
    .split("\n")
    .map((line) => {
      const [word = "", ...instead] = line.split(":");
      return { word: word.trim(), instead: instead.join(":").trim() };
    })
    .filter(({ word }) => word !== "");
  if (avoid.length > MAX_WORDS)
    context.addIssue({ code: "custom", message: `Enter at most ${MAX_WORDS} words.` });
  if (avoid.some(({ word, instead }) => word.length > MAX_WORD || instead.length > MAX_WORD))
    context.addIssue({
      code: "custom",
      message: `A word, and what is said in its place, have at most ${MAX_WORD} characters each. Start a new line for each word.`,
    });
  return avoid;
});

/** The style as its form sends it, with the one that it was opened with. */
export const HouseStyleForm = z.object({
  reviewId: z.uuid(),
  people: z.enum(PEOPLE_WORDS, { error: "Choose what people are called" }),
  figures: z
    .literal("on")
    .optional()
    .transform((on) => on === "on"),
  avoid: AvoidedLines,
  was: z.string().max(2 * MAX_LIST),
});
export type HouseStyleForm = z.infer<typeof HouseStyleForm>;
