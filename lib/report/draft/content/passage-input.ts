import { z } from "zod";
import { plainText } from "@/lib/platform/text/text";

const MAX_PASSAGE = 2000;

/** One passage as a form sends it; a new claim has no id yet. */
export const PassageInput = z.object({
  text: plainText({ what: "A passage", max: MAX_PASSAGE }),
  voice: z.enum(["claim", "framing"], {
    error: "Say whether the passage reports what was said or is your own framing",
  }),
  claimId: z.uuid().nullable(),
});
export type PassageInput = z.infer<typeof PassageInput>;
