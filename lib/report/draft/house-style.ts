import { z } from "zod";

/** How a review's reports are worded. Each part has a usual value, so that an empty object is a style. */
export const HouseStyle = z.object({
  /** What the people of a roundtable are called. */
  people: z.enum(["participants", "Fellows", "attendees", "colleagues"]).catch("participants"),
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
